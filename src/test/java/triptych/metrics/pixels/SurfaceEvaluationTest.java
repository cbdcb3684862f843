package triptych.metrics.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import triptych.metrics.Figure;
import triptych.metrics.StoredCases;

class SurfaceEvaluationTest {

	private static SurfaceEvaluation of(
			int[] truth,
			int[] found,
			int width,
			double pixelWidth,
			double pixelHeight,
			double tolerance) {
		SurfaceEvaluation evaluation =
				new SurfaceEvaluation(List.of("background", "cell"), tolerance, "µm");
		evaluation.add(truth, found, width, pixelWidth, pixelHeight);
		return evaluation;
	}

	@Test
	void figuresAreThoseOfMetricsReloaded() throws IOException {
		for (JsonElement e :
				StoredCases.read("surfaces.json").getAsJsonObject().getAsJsonArray("cases")) {
			JsonObject stored = e.getAsJsonObject();
			SurfaceEvaluation evaluation =
					of(
							StoredCases.ints(stored.get("truth")),
							StoredCases.ints(stored.get("found")),
							stored.get("width").getAsInt(),
							stored.get("pixelWidth").getAsDouble(),
							stored.get("pixelHeight").getAsDouble(),
							stored.get("tolerance").getAsDouble());
			for (String name : List.of("NSD", "BoundaryIoU", "HD95"))
				assertEquals(
						stored.get(name).getAsDouble(),
						StoredCases.value(evaluation, name, "cell"),
						1e-6,
						name);
		}
	}

	/**
	 * Counted pair by pair, on shapes cut off by the image, of one pixel, with holes, and with
	 * pixels that are not square.
	 */
	@Test
	void theSurfaceDistanceIsThatOfABruteForceCount() {
		Random random = new Random(7);
		for (int round = 0; round < 40; round++) {
			int w = 5 + random.nextInt(20), h = 5 + random.nextInt(20);
			int[] truth = shapes(w, h, random), found = shapes(w, h, random);
			double pw = 0.1 + random.nextInt(3) * 0.2, ph = 0.1 + random.nextInt(3) * 0.3;
			double tolerance = (1 + random.nextInt(4)) * pw;
			double[] t = outline(truth, w, h), f = outline(found, w, h);
			double near = 0;
			for (double[][] pair : new double[][][] {{t, f}, {f, t}})
				for (double a : pair[0])
					near +=
							Arrays.stream(pair[1])
											.anyMatch(
													b ->
															distance(a, b, w, pw, ph)
																	<= tolerance + 1e-9)
									? 1
									: 0;
			assertEquals(
					near / (t.length + f.length),
					StoredCases.value(of(truth, found, w, pw, ph, tolerance), "NSD", "cell"),
					1e-12);
		}
	}

	private static int[] shapes(int w, int h, Random random) {
		int[] map = new int[w * h];
		map[random.nextInt(w * h)] = 1;
		for (int k = 0; k < 3; k++) {
			double x = random.nextInt(w), y = random.nextInt(h), r = 1 + random.nextInt(7);
			int value = random.nextInt(4) == 0 ? 0 : 1;
			for (int i = 0; i < map.length; i++)
				if (Math.hypot(i % w - x, i / w - y) < r) map[i] = value;
		}
		map[random.nextInt(w * h)] = 1;
		return map;
	}

	private static double[] outline(int[] map, int w, int h) {
		return IntStream.range(0, w * h)
				.filter(i -> map[i] == 1)
				.filter(
						i ->
								i % w == 0
										|| i % w == w - 1
										|| i < w
										|| i >= w * (h - 1)
										|| map[i - 1] == 0
										|| map[i + 1] == 0
										|| map[i - w] == 0
										|| map[i + w] == 0)
				.asDoubleStream()
				.toArray();
	}

	private static double distance(double a, double b, int w, double pw, double ph) {
		int i = (int) a, j = (int) b;
		return Math.hypot((i % w - j % w) * pw, (i / w - j / w) * ph);
	}

	@Test
	void theDistanceTransformIsScipys() throws IOException {
		for (JsonElement e :
				StoredCases.read("surfaces.json").getAsJsonObject().getAsJsonArray("cases")) {
			JsonObject stored = e.getAsJsonObject();
			int[] truth = StoredCases.ints(stored.get("truth"));
			int w = stored.get("width").getAsInt(), h = stored.get("height").getAsInt();
			boolean[] marked = new boolean[truth.length];
			for (double i : outline(truth, w, h)) marked[(int) i] = true;
			double[] squares =
					DistanceTransform.squared(
							marked,
							w,
							h,
							stored.get("pixelWidth").getAsDouble(),
							stored.get("pixelHeight").getAsDouble());
			double[] expected = StoredCases.doubles(stored.get("distances"));
			for (int i = 0; i < squares.length; i++)
				assertEquals(expected[i], Math.sqrt(squares[i]), 1e-9);
		}
	}

	@Test
	void aClassThatOneSideLacksIsWholeMissButHasNoDistance() {
		int[] empty = {0, 0, 0, 0, 0, 0, 0, 0, 0}, one = {0, 0, 0, 0, 1, 0, 0, 0, 0};
		SurfaceEvaluation missed = of(one, empty, 3, 1, 1, 1);
		assertEquals(0, StoredCases.value(missed, "NSD", "cell"));
		assertEquals(0, StoredCases.value(missed, "BoundaryIoU", "cell"));
		assertTrue(Double.isNaN(StoredCases.value(missed, "HD95", "cell")));
		assertEquals(1, missed.notes().size());
		for (String name : List.of("NSD", "BoundaryIoU", "HD95"))
			assertTrue(
					Double.isNaN(StoredCases.value(of(empty, empty, 3, 1, 1, 1), name, "cell")),
					name);
	}

	@Test
	void equalMapsAreAtDistanceNull() {
		int[] map = {1, 1, 0, 1, 1, 0, 0, 0, 0};
		SurfaceEvaluation evaluation = of(map, map, 3, 0.3, 0.3, 0.3);
		assertEquals(1, evaluation.headline().value());
		assertEquals(0, StoredCases.value(evaluation, "HD95", Figure.ALL));
	}
}
