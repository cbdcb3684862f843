package triptych.pipeline.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import triptych.core.TensorType;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;

/**
 * Resizing against Pillow and torch (values in golden/, with the script that made them) and against
 * hand-made loops.
 */
class ResamplingTest {

	private static final Map<String, Resize> RESIZE = Map.of("pil", Resize.ANTIALIAS, "torch",
		Resize.BILINEAR, "torchaa", Resize.ANTIALIAS, "crop", Resize.ANTIALIAS);

	@ParameterizedTest
	@CsvSource({ "pil, 8", "torch, 8", "torchaa, 8", "crop, 4" })
	void valuesAreThoseOf(String reference, int cases) {
		List<String> lines = Planted.golden("resample.txt");
		int compared = 0;
		for (int i = 0; i < lines.size(); i += 3) {
			String[] head = lines.get(i).split(" ");
			if (!head[0].equals(reference)) continue;
			int w = Integer.parseInt(head[1]), h = Integer.parseInt(head[2]);
			float[] made = Planted.prepared(
				Planted.input(reference.equals("crop") ? Fit.CROP : Fit.STRETCH, RESIZE.get(reference),
					Integer.parseInt(head[3]), Integer.parseInt(head[4])),
				Planted.grey(w, h, Planted.numbers(lines.get(i + 1))));
			assertArrayEquals(Planted.numbers(lines.get(i + 2)), made, 2e-4f, lines.get(i));
			compared++;
		}
		assertEquals(cases, compared);
	}

	@ParameterizedTest
	@EnumSource(names = { "BICUBIC", "LANCZOS", "BOX", "HAMMING", "CUBIC" })
	void filtersAreThoseOfPillowAndTorch(Resize resize) {
		List<String> lines = Planted.golden("filters.txt");
		int compared = 0;
		for (int i = 0; i < lines.size(); i += 3) {
			String[] head = lines.get(i).split(" ");
			if (!head[0].equals(resize.name().toLowerCase(Locale.ROOT))) continue;
			Planted plane = Planted.grey(Integer.parseInt(head[1]), Integer.parseInt(head[2]),
				Planted.numbers(lines.get(i + 1)));
			float[] made = Planted.prepared(Planted.input(Fit.STRETCH, resize,
				Integer.parseInt(head[3]), Integer.parseInt(head[4])), plane);
			assertArrayEquals(Planted.numbers(lines.get(i + 2)), made, 1e-3f, lines.get(i));
			compared++;
		}
		assertEquals(8, compared);
	}

	@ParameterizedTest
	@EnumSource(Resize.class)
	void theSameSizeGivesTheSamePixels(Resize resize) {
		Planted plane = Planted.counting(13, 7, 1);
		for (Fit fit : List.of(Fit.STRETCH, Fit.LETTERBOX, Fit.CROP))
			assertArrayEquals(plane.values(), Planted.prepared(Planted.input(fit, resize, 13, 7), plane),
				fit + " " + resize);
	}

	@Test
	void bilinearSamplesAtPixelCentres() {
		Random random = new Random(11);
		for (int round = 0; round < 200; round++) {
			int w = 1 + random.nextInt(30), h = 1 + random.nextInt(30), ow = 1 + random.nextInt(30);
			int oh = 1 + random.nextInt(30);
			float[] source = new float[w * h], expected = new float[ow * oh];
			for (int i = 0; i < source.length; i++)
				source[i] = 255 * random.nextFloat();
			for (int y = 0; y < oh; y++)
				for (int x = 0; x < ow; x++)
					expected[y * ow + x] = sample(source, w, h, (x + 0.5) * w / ow - 0.5,
						(y + 0.5) * h / oh - 0.5);
			assertArrayEquals(expected, Planted
				.prepared(Planted.input(Fit.STRETCH, Resize.BILINEAR, ow, oh), Planted.grey(w, h, source)),
				1e-3f, w + " x " + h + " to " + ow + " x " + oh);
		}
	}

	private static float sample(float[] source, int w, int h, double x, double y) {
		int x0 = (int) Math.floor(x), y0 = (int) Math.floor(y);
		double sum = 0;
		for (int j = y0; j <= y0 + 1; j++)
			for (int i = x0; i <= x0 + 1; i++)
				sum += (1 - Math.abs(x - i)) * (1 - Math.abs(y - j))
					* source[Math.max(0, Math.min(h - 1, j)) * w + Math.max(0, Math.min(w - 1, i))];
		return (float) sum;
	}

	@Test
	void nearestTakesTheClosestPixel() {
		assertArrayEquals(new float[] { 0, 0, 0, 1, 1, 1, 2, 2, 2 }, Planted
			.prepared(Planted.input(Fit.STRETCH, Resize.NEAREST, 9, 1), Planted.grey(3, 1, 0, 1, 2)));
		assertArrayEquals(new float[] { 1, 4, 7 }, Planted
			.prepared(Planted.input(Fit.STRETCH, Resize.NEAREST, 3, 1), Planted.counting(9, 1, 1)));
	}

	/** Of 20 pixels made 39 the middle ones lie between two; Pillow (Geometry.c) adds up 20 / 39. */
	@Test
	void nearestDecidesBetweenTwoPixelsAsPillowDoes() {
		for (int[] size : new int[][] { { 20, 39 }, { 18, 31 }, { 6, 11 }, { 14, 25 } }) {
			float[] expected = new float[size[1]];
			double step = (double) size[0] / size[1], at = step * 0.5;
			for (int i = 0; i < size[1]; i++, at += step)
				expected[i] = (int) at;
			float[] counted = new float[size[0]];
			for (int i = 0; i < size[0]; i++)
				counted[i] = i;
			assertArrayEquals(expected, Planted.prepared(Planted.input(Fit.STRETCH, Resize.NEAREST,
				size[1], 1), Planted.grey(size[0], 1, counted)), size[0] + " to " + size[1]);
		}
	}

	@Test
	void eachChannelIsResizedByItself() {
		float[] a = Planted.counting(5, 4, 1).values(), values = new float[60];
		for (int i = 0; i < 20; i++) {
			values[i] = a[i];
			values[20 + i] = 100 - a[i];
			values[40 + i] = 7;
		}
		Planted three = new Planted(5, 4, 3, 255, true, values);
		float[] made = Planted.prepared(Planted.input(TensorType.FLOAT, Layout.NCHW, 3, 7, 3, false, 1,
			new double[3], new double[] { 1, 1, 1 }, new double[0]), three);
		float[] alone = Planted.prepared(Planted.input(Fit.STRETCH, Resize.BILINEAR, 7, 3),
			Planted.grey(5, 4, a));
		for (int i = 0; i < 21; i++) {
			assertEquals(alone[i], made[i], 1e-4);
			assertEquals(100 - alone[i], made[21 + i], 1e-4);
			assertEquals(7, made[42 + i], 1e-5);
		}
	}
}
