package triptych.decode.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import triptych.core.Box;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Mask;
import triptych.core.Placement;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelFamilies;
import triptych.decode.family.Outputs;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** Planted discs, and the published suppression against one that compares every pair. */
class StarDistTest {

	private static final int RAYS = 32;

	record Disc(double x, double y, double radius) {

		boolean holds(double px, double py) {
			return Math.hypot(px - x, py - y) < radius;
		}

		/** From a point inside to the edge, along a ray. */
		double distance(double px, double py, double angle) {
			double dx = px - x, dy = py - y;
			double along = dx * Math.cos(angle) + dy * Math.sin(angle);
			return -along + Math.sqrt(along * along - dx * dx - dy * dy + radius * radius);
		}
	}

	/** What a perfect network gives: the nearer the middle, the more probable. */
	static Tensor[] outputs(List<Disc> discs, int size, int grid, boolean last,
		boolean single)
	{
		int n = size / grid;
		float[] p = new float[n * n], d = new float[RAYS * n * n], both = new float[33 * n * n];
		for (int i = 0; i < n * n; i++) {
			double px = i % n * grid + 0.5, py = i / n * grid + 0.5;
			for (Disc disc : discs) {
				if (!disc.holds(px, py)) continue;
				float near = (float) (1 - Math.hypot(px - disc.x, py - disc.y) / disc.radius * 0.9);
				if (near <= p[i]) continue;
				p[i] = near;
				for (int k = 0; k < RAYS; k++)
					d[last ? i * RAYS + k : k * n * n + i] = (float) disc.distance(px, py,
						2 * Math.PI * k / RAYS);
			}
		}
		if (single) {
			System.arraycopy(p, 0, both, 0, n * n);
			System.arraycopy(d, 0, both, n * n, RAYS * n * n);
			return new Tensor[]{ Outputs.tensor(new long[]{ 1, 33, n, n }, both) };
		}
		long[] one = last ? new long[]{ 1, n, n, 1 } : new long[]{ 1, 1, n, n };
		long[] many = last ? new long[]{ 1, n, n, RAYS } : new long[]{ 1, RAYS, n, n };
		return new Tensor[]{ Outputs.tensor(one, p), Outputs.tensor(many, d) };
	}

	private static ModelSpec model(boolean last) {
		return Outputs.model(Task.INSTANCE_SEGMENTATION, List.of("cell"),
			last ? Layout.NHWC : Layout.NCHW, "stardist");
	}

	private static List<Detection> decode(boolean last, Placement placement, Tensor... outputs) {
		return Outputs.decode(model(last), Outputs.limits(0.5), placement, outputs)
			.as(Detections.class)
			.items();
	}

	@ParameterizedTest
	@CsvSource({ "1, false, false", "2, false, false", "1, true, false", "2, true, false",
		"2, false, true" })
	void plantedDiscsComeBack(int grid, boolean last, boolean single) {
		List<Disc> discs = List.of(new Disc(30, 30, 12), new Disc(55.5, 32, 11), new Disc(90, 95, 20),
			new Disc(5, 100, 9));
		List<Detection> found = decode(last, Outputs.same(120, 120),
			outputs(discs, 120, grid, last, single));
		assertEquals(discs.size(), found.size());
		for (Disc disc : discs)
			assertTrue(
				found.stream().mapToDouble(d -> iou(disc, (Mask) d.region())).max().orElse(0) > 0.93,
				disc.toString());
	}

	@Test
	void anImageThatWasScaledGetsItsOwnPixels() {
		List<Detection> found = decode(false, new Placement(2, 2, 0, 0, 60, 60, 120, 120),
			outputs(List.of(new Disc(60, 40, 20)), 120, 1, false, false));
		assertEquals(1, found.size());
		assertTrue(iou(new Disc(30, 20, 10), (Mask) found.get(0).region()) > 0.93);
	}

	private static double iou(Disc disc, Mask mask) {
		int both = 0, any = 0;
		for (int y = 0; y < 120; y++)
			for (int x = 0; x < 120; x++) {
				boolean a = disc.holds(x + 0.5, y + 0.5), b = mask.holds(x, y);
				if (a && b) both++;
				if (a || b) any++;
			}
		return (double) both / any;
	}

	/** Random polygons with random probabilities: the same are kept as by comparing all pairs. */
	@Test
	void theSuppressionIsThatOfAllPairs() {
		Random random = new Random(3);
		for (int round = 0; round < 20; round++) {
			int n = 40;
			float[] p = new float[n * n], d = new float[RAYS * n * n];
			for (int i = 0; i < n * n; i++) {
				p[i] = random.nextInt(6) == 0 ? 0.5f + random.nextFloat() / 2 : 0;
				for (int k = 0; k < RAYS; k++)
					d[k * n * n + i] = 3 + 5 * random.nextFloat();
			}
			Tensor[] outputs = { Outputs.tensor(new long[]{ 1, 1, n, n }, p),
				Outputs.tensor(new long[]{ 1, RAYS, n, n }, d) };
			List<Detection> all = Outputs.decode(model(false), everything(), Outputs.same(n, n), outputs)
				.as(Detections.class)
				.items();
			List<Mask> wanted = new ArrayList<>();
			for (Detection candidate : all) {
				Mask mask = (Mask) candidate.region();
				boolean dropped = wanted.stream()
					.anyMatch(
						m -> mask.sharedPixels(m, Box.around(mask)) > 0.45 * Math.min(mask.area(), m.area()));
				if (!dropped) wanted.add(mask);
			}
			List<Detection> found = decode(false, Outputs.same(n, n), outputs);
			assertEquals(wanted.stream().map(StarDistTest::told).toList(),
				found.stream().map(o -> told((Mask) o.region())).toList());
			assertTrue(found.size() < all.size() / 2);
		}
	}

	private static String told(Mask m) {
		return m.x() + " " + m.y() + " " + m.width() + " " + Arrays.toString(m.inside());
	}

	private static Thresholds everything() {
		return new Thresholds(0.5, Map.of(), 1, Suppression.PER_CLASS, 0.5);
	}

	@Test
	void nothingTellsTheStrongestCandidateAndMisfitsAreTold() {
		Tensor[] empty = outputs(List.of(), 40, 1, false, false);
		assertTrue(decode(false, Outputs.same(40, 40), empty).isEmpty());
		assertEquals("The strongest candidate scored 0, below confidence=0.5",
			ModelFamilies.decoder(model(false), Outputs.limits(0.5))
				.closest(List.of(empty), Outputs.same(40, 40))
				.orElseThrow()
				.sentence());
		TriptychException e = assertThrows(TriptychException.class, () -> decode(false,
			Outputs.same(4, 4), Outputs.tensor(new long[]{ 1, 4, 4, 4 }, new float[64])));
		assertTrue(e.getMessage().contains("at least 8 rays"), e.getMessage());
	}
}
