package triptych.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import triptych.cases.RandomCases;

/** Suppression with its grid of cells against one that compares every box with every kept one. */
class SuppressionTest {

	@ParameterizedTest
	@EnumSource(Suppression.class)
	void keptBoxesAreThoseOfTheSlowWay(Suppression suppression) {
		AtomicInteger dropped = new AtomicInteger();
		RandomCases.each(400, random -> {
			int n = random.nextInt(120);
			double overlap = random.nextInt(5) == 0 ? random.nextInt(2) : random.nextDouble();
			// Some cases with a few huge boxes among tiny ones, which do not fit the grid; others on a coarse raster, with ties.
			double spread = Math.pow(10, random.nextInt(4)), coarse = random.nextBoolean() ? 8 : 0.001;
			float[] boxes = new float[4 * n], scores = new float[n];
			int[] classes = random.ints(n, 0, 3).toArray();
			for (int i = 0; i < n; i++) {
				double size = random.nextInt(12) == 0 ? spread : 1;
				double thin = random.nextInt(3) == 0 ? Math.pow(10, random.nextInt(5) - 2) : 1;
				boxes[4 * i] = raster(random.nextDouble() * 40 * Math.sqrt(spread) - 20, coarse);
				boxes[4 * i + 1] = raster(random.nextDouble() * 40 - 20, coarse);
				boxes[4 * i + 2] = boxes[4 * i] + (float) ((4 + random.nextInt(20) * size) * thin);
				boxes[4 * i + 3] = boxes[4 * i + 1] + (float) (4 + random.nextInt(20) * size);
				scores[i] = random.nextInt(30) / 30f;
			}
			int[] kept = suppression.keep(boxes, scores, classes, n, overlap);
			assertArrayEquals(slow(suppression, boxes, scores, classes, n, overlap), kept);
			dropped.addAndGet(n - kept.length);
		});
		assertEquals(suppression != Suppression.NONE, dropped.get() > 1000, dropped + " boxes dropped");
	}

	private static float raster(double v, double step) {
		return (float) (Math.rint(v / step) * step);
	}

	private static int[] slow(Suppression s, float[] boxes, float[] scores, int[] classes, int n, double overlap) {
		List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
		order.sort((a, b) -> Float.compare(scores[b], scores[a]));
		List<Integer> kept = new ArrayList<>();
		for (int i : order) {
			boolean free = true;
			if (s != Suppression.NONE) for (int k : kept)
				free &= s == Suppression.PER_CLASS && classes[i] != classes[k] || !overlaps(boxes, i, k, overlap);
			if (free) kept.add(i);
		}
		return kept.stream().mapToInt(i -> i).toArray();
	}

	private static boolean overlaps(float[] b, int i, int k, double overlap) {
		double w = Math.min(b[4 * i + 2], b[4 * k + 2]) - Math.max(b[4 * i], b[4 * k]);
		double h = Math.min(b[4 * i + 3], b[4 * k + 3]) - Math.max(b[4 * i + 1], b[4 * k + 1]);
		if (w <= 0 || h <= 0) return false;
		double first = (double) (b[4 * i + 2] - b[4 * i]) * (b[4 * i + 3] - b[4 * i + 1]);
		double second = (double) (b[4 * k + 2] - b[4 * k]) * (b[4 * k + 3] - b[4 * k + 1]);
		// Both sides as the code under test has them: a box exactly at the limit is kept.
		double shared = (double) (float) w * (float) h;
		return shared > overlap * (first + second - shared);
	}

	@Test
	void equalScoresKeepTheirOrder() {
		float[] boxes = { 0, 0, 4, 4, 1, 0, 5, 4, 20, 0, 24, 4 };
		assertArrayEquals(new int[] { 0, 2 }, Suppression.AGNOSTIC.keep(boxes, new float[] { 0.5f, 0.5f, 0.5f }, new int[3], 3,
			0.45));
	}

	@Test
	void anOverlapExactlyAtTheLimitIsKept() {
		float[] boxes = { 0, 0, 3, 2, 1, 0, 4, 2 };
		assertEquals(2, Suppression.PER_CLASS.keep(boxes, new float[] { 1, 0.5f }, new int[2], 2, 0.5).length);
		assertEquals(1, Suppression.PER_CLASS.keep(boxes, new float[] { 1, 0.5f }, new int[2], 2, 0.4999).length);
	}

	@Test
	void onlyTheFirstBoxesCount() {
		float[] boxes = { 0, 0, 4, 4, 9, 9, 9, 9 };
		assertArrayEquals(new int[] { 0 }, Suppression.NONE.keep(boxes, new float[] { 0.1f, 0.9f }, new int[2], 1, 0.5));
		assertEquals(0, Suppression.PER_CLASS.keep(boxes, new float[2], new int[2], 0, 0.5).length);
	}

	/** With one grid for all shapes this takes minutes: each cell holds nearly all of the lines. */
	@Test
	@Timeout(20)
	void aHundredThousandLinesOfBothDirectionsAreQuick() {
		int n = 100_000;
		Random random = new Random(7);
		float[] boxes = new float[4 * n], scores = new float[n];
		for (int i = 0; i < n; i++) {
			boolean upright = i % 2 == 0;
			float x = random.nextFloat() * 1000, y = random.nextFloat() * 1000;
			boxes[4 * i] = upright ? x : 0;
			boxes[4 * i + 1] = upright ? 0 : y;
			boxes[4 * i + 2] = upright ? x + 0.01f : 1000;
			boxes[4 * i + 3] = upright ? 1000 : y + 0.01f;
			scores[i] = random.nextFloat();
		}
		int kept = Suppression.AGNOSTIC.keep(boxes, scores, new int[n], n, 0.45).length;
		assertTrue(kept > n / 2, kept + " kept");
	}
}
