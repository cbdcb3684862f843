package triptych.pipeline.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import triptych.core.TensorType;
import triptych.ij.convert.ImagePlane;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;

/**
 * The rules of torchvision and PIL that classifiers depend on: which part is cut out, and that
 * bytes stay bytes.
 */
class ByteResizeTest {

	@Test
	void shortSideIsScaledAndTheCentreKept() {
		InputSpec in = input(224, 224, Fit.CROP, 256, Resize.ANTIALIAS);
		// Resize(256) of 500 x 375 gives 341 x 256; CenterCrop(224) takes it from (58, 16): 58.5 rounds
		// to even.
		assertEquals(new Fitting(224, 224, 341, 256, -58, -16, 341 / 500.0, 256 / 375.0),
			Fitting.of(in, 500, 375));
		assertEquals(new Fitting(224, 224, 256, 341, -16, -58, 256 / 375.0, 341 / 500.0),
			Fitting.of(in, 375, 500));
	}

	/**
	 * Expected: {@code numpy.asarray(Image.fromarray(a).resize((3, 2), Image.BILINEAR))} with pillow
	 * 12.3.0.
	 */
	@Test
	void antialiasedBytesAreRoundedLikePil() {
		ImageProcessor ip = ramp();
		assertEquals("68.0 120.0 191.0 99.0 123.0 163.0",
			values(new ImagePlus("bytes", ip), Resize.ANTIALIAS));
	}

	@Test
	void otherPixelTypesKeepTheirFractions() {
		String floats = values(new ImagePlus("floats", ramp().convertToFloat()), Resize.ANTIALIAS);
		assertTrue(floats.matches(".*\\.\\d*[1-9].*"), floats);
	}

	private static ImageProcessor ramp() {
		ImageProcessor ip = new ByteProcessor(7, 5);
		for (int i = 0; i < 35; i++)
			ip.set(i, i * i * 7 % 256);
		return ip;
	}

	private static String values(ImagePlus image, Resize resize) {
		FloatBuffer out = new Preprocessor(input(2, 3, Fit.STRETCH, 0, resize))
			.prepare(ImagePlane.of(image))
			.tensors()
			.get(0)
			.floats();
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 6; i++)
			text.append(i == 0 ? "" : " ").append(out.get(i));
		return text.toString();
	}

	private static InputSpec input(int height, int width, Fit fit, int shortSide, Resize resize) {
		return new InputSpec("in", TensorType.FLOAT, Layout.NCHW, 1, height, width, 0, fit, shortSide,
			Align.CENTER, 114, resize, false, 1, new double[1], new double[] { 1 }, new double[0], 0);
	}
}
