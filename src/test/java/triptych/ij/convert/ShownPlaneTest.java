package triptych.ij.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Color;

import ij.ImagePlus;
import ij.plugin.LutLoader;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.Plane;

/** What a model gets where lookup table or calibration show other values than are stored. */
class ShownPlaneTest {

	private static final Color[] PALETTE = { Color.RED, new Color(20, 160, 30), Color.BLUE };

	/** Three pixels: 0, 1, 2. */
	private static ImagePlus bytes(LUT lut) {
		ImageProcessor pixels = new ByteProcessor(3, 1, new byte[] { 0, 1, 2 });
		pixels.setLut(lut);
		return new ImagePlus("three", pixels);
	}

	private static LUT palette(Color... colours) {
		byte[][] rgb = new byte[3][256];
		for (int i = 0; i < colours.length; i++) {
			rgb[0][i] = (byte) colours[i].getRed();
			rgb[1][i] = (byte) colours[i].getGreen();
			rgb[2][i] = (byte) colours[i].getBlue();
		}
		return new LUT(rgb[0], rgb[1], rgb[2]);
	}

	private static float[] shown(ImagePlus image, boolean colours) {
		Plane plane = ShownPlane.of(ImagePlane.of(image), image, LutUse.of(image, colours));
		float[] values = new float[plane.channels() * 3];
		plane.read(0, 0, 3, 1, values);
		return values;
	}

	@Test
	void aPaletteGivesItsColoursToAModelThatTakesThem() {
		ImagePlus image = bytes(palette(PALETTE));
		assertEquals(LutUse.COLOURS, LutUse.of(image, true));
		assertArrayEquals(new float[] { 255, 20, 0, 0, 160, 0, 0, 30, 255 }, shown(image, true));
	}

	@Test
	void aPaletteSortedByBrightnessIsStillOne() {
		assertEquals(LutUse.COLOURS, LutUse.of(bytes(palette(Color.BLACK, Color.GREEN)), true));
		assertEquals(LutUse.COLOURS,
			LutUse.of(bytes(palette(Color.BLUE, Color.RED, Color.GREEN, Color.WHITE)), true));
	}

	@Test
	void theNumbersOfAPaletteAreToldWhereTheModelTakesOneChannel() {
		ImagePlus image = bytes(palette(PALETTE));
		assertEquals(LutUse.NUMBERS, LutUse.of(image, false));
		assertArrayEquals(new float[] { 0, 1, 2 }, shown(image, false));
		assertFalse(LutUse.NUMBERS.sentence().isBlank());
	}

	@ParameterizedTest
	@ValueSource(strings = { "fire", "grays", "red", "green", "blue", "cyan", "magenta", "yellow" })
	void aTableForTheEyeLeavesTheValuesGrey(String name) {
		ImagePlus image = bytes(LUT.createLutFromColor(Color.WHITE));
		ij.WindowManager.setTempCurrentImage(image);
		new LutLoader().run(name);
		assertEquals(LutUse.NONE, LutUse.of(image, true), name);
		assertArrayEquals(new float[] { 0, 1, 2 }, shown(image, true));
	}

	@Test
	void markedEndsOfAGreyTableAreForTheEye() {
		byte[] grey = new byte[256];
		for (int i = 0; i < 256; i++)
			grey[i] = (byte) i;
		byte[] red = grey.clone(), blue = grey.clone();
		blue[0] = (byte) 255;
		blue[255] = 0;
		byte[] green = grey.clone();
		green[255] = 0;
		assertEquals(LutUse.NONE, LutUse.of(bytes(new LUT(red, green, blue)), true));
	}

	@Test
	void anInvertingTableIsFollowedInEveryDepth() {
		ImagePlus image = bytes(LUT.createLutFromColor(Color.WHITE));
		image.getProcessor().invertLut();
		assertArrayEquals(new float[] { 255, 254, 253 }, shown(image, true));
		ImageProcessor deep = new ShortProcessor(3, 1, new short[] { 0, 1, 2 }, null);
		deep.invertLut();
		assertArrayEquals(new float[] { 65535, 65534, 65533 },
			shown(new ImagePlus("deep", deep), false));
	}

	@Test
	void aSignedCameraStartsAtZero() {
		ImagePlus image = new ImagePlus("signed",
			new ShortProcessor(3, 1, new short[] { (short) 32768, (short) 32769, (short) 32868 }, null));
		image.getCalibration().setSigned16BitCalibration();
		assertArrayEquals(new float[] { 0, 1, 100 }, shown(image, false));
		Plane plane = ShownPlane.of(ImagePlane.of(image), image, LutUse.NONE);
		assertEquals(32767, plane.maxValue());
	}
}
