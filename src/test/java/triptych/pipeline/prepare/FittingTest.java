package triptych.pipeline.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import triptych.core.Placement;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;
import triptych.model.InputSpec.Values;

/** Where an image comes to lie in a model's input. */
class FittingTest {

	@Test
	void letterboxingIsThatOfUltralytics() {
		List<String> lines = Planted.golden("letterbox.txt");
		for (String line : lines) {
			int[] n = Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
			Fitting f = Fitting.of(Planted.input(Fit.LETTERBOX, Resize.BILINEAR, 640, 640), n[0], n[1]);
			assertArrayEquals(new int[] { n[2], n[3], n[4], n[5] },
				new int[] { f.width(), f.height(), f.left(), f.top() }, line);
		}
		assertEquals(16, lines.size());
	}

	@Test
	void anImageOfExtremeShapeKeepsOnePixel() {
		Fitting f = Fitting.of(Planted.input(Fit.LETTERBOX, Resize.BILINEAR, 640, 640), 5000, 1);
		assertEquals(1, f.height());
		assertEquals(640, f.width());
	}

	/** Width and height of the image; height, width and multiple aimed at; and what they become. */
	@ParameterizedTest
	@CsvSource({
		"640, 480, 384, 384, 32, 512, 384", "480, 640, 384, 384, 32, 384, 512",
		"1920, 1080, 518, 518, 14, 924, 518", "100, 50, 384, 384, 32, 384, 192",
		"50, 100, 384, 384, 32, 192, 384", "300, 300, 384, 384, 32, 384, 384",
		"157, 101, 96, 96, 32, 160, 96", "333, 777, 256, 512, 16, 512, 1200",
		"1000, 400, 256, 512, 16, 640, 256", "48, 48, 72, 72, 16, 64, 64",
		"384, 400, 384, 384, 1, 384, 400" })
	void theLeastScaleIsThatOfTransformers(int width, int height, int high, int wide, int multiple,
		int expectedWidth, int expectedHeight)
	{
		InputSpec in = new InputSpec("in", TensorType.FLOAT, Layout.NCHW, 3, 0, 0, multiple,
			Fit.SCALE_LEAST, high, wide, Align.CENTER, 0, Resize.BICUBIC, false, 1, new double[3],
			new double[] { 1, 1, 1 }, new double[0], Values.BRIGHTNESS, List.of(), 0);
		Fitting f = Fitting.of(in, width, height);
		assertEquals(expectedWidth + " x " + expectedHeight, f.inputWidth() + " x " + f.inputHeight());
	}

	@Test
	void anOddPixelOfPaddingGoesRightAndBelow() {
		InputSpec in = Planted.input(Fit.LETTERBOX, Resize.BILINEAR, 4, 4);
		float[] wide = Planted.prepared(in, Planted.grey(4, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
		assertArrayEquals(new float[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 114, 114, 114, 114 }, wide);
		float[] tall = Planted.prepared(in, Planted.grey(3, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
		assertArrayEquals(new float[] { 1, 1, 1, 114, 1, 1, 1, 114, 1, 1, 1, 114, 1, 1, 1, 114 }, tall);
	}

	@Test
	void aTopLeftLetterboxPadsRightAndBelowOnly() {
		float[] made = Planted.prepared(
			Planted.input(Fit.LETTERBOX, Resize.BILINEAR, 4, 4, 0, Align.TOP_LEFT, 9),
			Planted.grey(4, 2, 1, 1, 1, 1, 1, 1, 1, 1));
		assertArrayEquals(new float[] { 1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9 }, made);
	}

	@Test
	void paddingRoundsUpToTheMultiple() {
		InputSpec in = Planted.input(Fit.PAD, Resize.BILINEAR, 0, 0, 16, Align.CENTER, 0);
		for (int[] size : new int[][] { { 1, 16 }, { 16, 16 }, { 17, 32 }, { 641, 656 } })
			assertEquals(size[1], Fitting.of(in, size[0], 16).inputWidth());
		float[] made = Planted.prepared(
			Planted.input(Fit.PAD, Resize.BILINEAR, 0, 0, 2, Align.CENTER, 5),
			Planted.grey(3, 1, 1, 2, 3));
		assertArrayEquals(new float[] { 1, 2, 3, 5, 5, 5, 5, 5 }, made);
	}

	@Test
	void anImageLargerThanAnInputThatDoesNotScaleIsTold() {
		InputSpec in = Planted.input(Fit.PAD, Resize.BILINEAR, 8, 8);
		TriptychException e = assertThrows(TriptychException.class, () -> Fitting.of(in, 9, 8));
		assertTrue(e.getMessage().contains("9 x 8") && e.getMessage().contains("8 x 8"),
			e.getMessage());
		assertEquals(8, Fitting.of(in, 8, 3).inputHeight());
	}

	@Test
	void paddingMirrorsWithoutRepeatingTheEdge() {
		InputSpec in = Planted.input(Fit.PAD, Resize.BILINEAR, 0, 0, 4, Align.CENTER, Double.NaN);
		float[] made = Planted.prepared(in, Planted.grey(3, 2, 1, 2, 3, 4, 5, 6));
		assertArrayEquals(new float[] { 1, 2, 3, 2, 4, 5, 6, 5, 1, 2, 3, 2, 4, 5, 6, 5 }, made);
	}

	@Test
	void aSinglePixelFillsAMirroredInput() {
		InputSpec in = Planted.input(Fit.PAD, Resize.BILINEAR, 0, 0, 16, Align.CENTER, Double.NaN);
		float[] sixteen = new float[256];
		Arrays.fill(sixteen, 42);
		assertArrayEquals(sixteen, Planted.prepared(in, Planted.grey(1, 1, 42)));
		float[] column = Planted.prepared(in, Planted.grey(1, 3, 1, 2, 3));
		assertEquals(1, column[15]);
		assertEquals(2, column[3 * 16 + 7], "row 3 mirrors row 1");
	}

	@Test
	void indicesOfAMirrorRunBackAndForth() {
		int[] expected = { 1, 2, 1, 0, 1, 2, 1, 0 };
		for (int i = -3; i < 5; i++)
			assertEquals(expected[i + 3], Resampler.mirrored(i, 3), "index " + i);
	}

	@ParameterizedTest
	@EnumSource(Fit.class)
	void imagePointsComeBackWithinAMillionthOfAPixel(Fit fit) {
		Random random = new Random(2);
		InputSpec in = fit == Fit.PAD ? Planted.input(fit, Resize.BILINEAR, 0, 0, 32, Align.CENTER, 0)
			: new InputSpec("in", TensorType.FLOAT, Layout.NCHW, 1, 480, 640, 0, fit, 700, 1300,
				Align.CENTER, 114, Resize.BILINEAR, false, 1, new double[1], new double[] { 1 },
				new double[0], Values.BRIGHTNESS, List.of(), 0);
		for (int i = 0; i < 2000; i++) {
			int w = 1 + random.nextInt(3000), h = 1 + random.nextInt(3000);
			Placement p = Fitting.of(in, w, h).placement(w, h);
			double x = w * random.nextDouble(), y = h * random.nextDouble();
			assertEquals(x, p.toImageX(p.toInputX(x)), 1e-6);
			assertEquals(y, p.toImageY(p.toInputY(y)), 1e-6);
			assertEquals(w, p.imageWidth());
			assertEquals(h, p.imageHeight());
		}
	}

	@Test
	void thePlacementSaysWhereThePixelsReallyLie() {
		for (int[] size : new int[][] { { 157, 211 }, { 333, 640 }, { 641, 479 } }) {
			Planted plane = Planted.grey(size[0], size[1], new float[size[0] * size[1]]);
			int x = size[0] / 3, y = size[1] / 2;
			for (int j = 0; j < 9; j++)
				for (int i = 0; i < 9; i++)
					plane.values()[(y + j) * size[0] + x + i] = 200;
			Prepared in = new Preprocessor(Planted.input(Fit.LETTERBOX, Resize.BILINEAR, 640, 640))
				.prepare(plane);
			float[] made = Planted.floats(in.tensors().get(0));
			double sum = 0, sumX = 0, sumY = 0;
			for (int i = 0; i < made.length; i++) {
				boolean bright = made[i] > 150;
				sum += bright ? 1 : 0;
				sumX += bright ? i % 640 + 0.5 : 0;
				sumY += bright ? i / 640 + 0.5 : 0;
			}
			assertEquals(x + 4.5, in.placement().toImageX(sumX / sum), 0.25, size[0] + " x " + size[1]);
			assertEquals(y + 4.5, in.placement().toImageY(sumY / sum), 0.25, size[0] + " x " + size[1]);
		}
	}
}
