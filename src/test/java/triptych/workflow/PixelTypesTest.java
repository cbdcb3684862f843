package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.Map;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.TriptychException;
import triptych.core.table.Table;
import triptych.options.Options;
import triptych.result.Result;
import triptych.run.Commands;
import triptych.run.ModelCommand;

/** The same picture in every pixel type gives the same objects, and no run changes the picture. */
class PixelTypesTest {

	private static final List<String> SHAPE = List.of("Id", "Pixels", "X", "Y", "BX", "BY", "Width", "Height");

	/** 8-bit, 16-bit (times 257), 32-bit and RGB copies of a grey image. */
	private static ImagePlus as(String type, ImagePlus grey) {
		ImageProcessor p = grey.getProcessor();
		ImageProcessor copy = switch (type) {
			case "16" -> p.convertToShort(false);
			case "32", "unit" -> p.convertToFloat();
			case "rgb" -> p.convertToRGB();
			default -> p.duplicate();
		};
		if (type.equals("16")) copy.multiply(257);
		if (type.equals("unit")) copy.multiply(1 / 255.0);
		return new ImagePlus(grey.getTitle(), copy);
	}

	@ParameterizedTest
	@ValueSource(strings = { "16", "32", "rgb", "unit" })
	void objectsOfThisTypeAreThoseOfThe8BitImage(String type) {
		ImagePlus grey = Planted.blobs(157, 211, 8), other = as(type, grey);
		String options = Planted.model("distance") + "outputs=table,labels";
		Result a = Triptych.segmentObjects(grey, options), b = Triptych.segmentObjects(other, options);
		assertTrue(a.table().rows().size() > 5, a.table().rows().size() + " blobs");
		for (String column : SHAPE)
			assertEquals(Planted.column(a.table(), column), Planted.column(b.table(), column), column);
		for (int row = 0; row < a.table().rows().size(); row++) {
			assertEquals(Planted.number(a.table(), row, "Score"), Planted.number(b.table(), row, "Score"), 1e-6);
			double times = type.equals("16") ? 257 : type.equals("unit") ? 1 / 255.0 : 1;
			String mean = type.equals("rgb") ? "Mean_C2" : "Mean";
			assertEquals(times * Planted.number(a.table(), row, "Mean"), Planted.number(b.table(), row, mean), 1e-6 * times
				* 255);
		}
		assertArrayEquals((byte[]) a.labels().orElseThrow().getProcessor().getPixels(), (byte[]) b.labels().orElseThrow()
			.getProcessor().getPixels());
	}

	private static ImagePlus composite(int channels) {
		ImageStack stack = new ImageStack(157, 211);
		for (int c = 0; c < channels; c++) {
			ByteProcessor p = new ByteProcessor(157, 211);
			p.setColor(255);
			p.fill(new Roi(20 * (c + 1), 30 * (c + 1), 15, 11));
			stack.addSlice("dye " + (c + 1), p);
		}
		ImagePlus image = new ImagePlus("composite.tif", stack);
		image.setDimensions(channels, 1, 1);
		return new CompositeImage(image, CompositeImage.COMPOSITE);
	}

	@Test
	void threeChannelsOfACompositeFeedAColourModel() {
		Table table = Triptych.detect(composite(3), Planted.model("boxes_v8") + "outputs=table").table();
		assertEquals(List.of("red", "green", "blue"), Planted.column(table, "Class"));
		for (int k = 0; k < 3; k++) {
			assertEquals(20 * (k + 1), Planted.number(table, k, "BX"), 0.5);
			assertEquals(30 * (k + 1), Planted.number(table, k, "BY"), 0.5);
		}
	}

	@Test
	void theChannelThatIsShownDoesNotMatter() {
		ImagePlus image = composite(3);
		image.setC(3);
		assertEquals(3, Triptych.detect(image, Planted.model("boxes_v8") + "outputs=table").table().rows().size());
	}

	@Test
	void aWrongNumberOfChannelsListsThem() {
		String sentence = assertThrows(TriptychException.class, () -> Triptych.detect(composite(2), Planted.model(
			"boxes_v8"))).getMessage();
		assertTrue(sentence.contains("takes 3 channels") && sentence.contains("has 2 (1: dye 1, 2: dye 2)"), sentence);
		sentence = assertThrows(TriptychException.class, () -> Triptych.classify(Planted.black(32, 32), Planted.model(
			"four_channels"))).getMessage();
		assertTrue(sentence.contains("takes 4 channels") && sentence.contains("has 3 (red, green, blue)"), sentence);
	}

	@Test
	void fourChannelsOfACompositeFeedAModelOfFour() {
		Table table = Triptych.classify(composite(4), Planted.model("four_channels")).table();
		assertEquals("high", Planted.cell(table, 0, "Class"));
	}

	@Test
	void aPixelThatIsNoNumberIsToldWithItsPlace() {
		for (float bad : new float[] { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY }) {
			ImagePlus image = as("32", Planted.blobs(40, 30, 1));
			image.getProcessor().setf(7, 21, bad);
			String sentence = assertThrows(TriptychException.class, () -> Triptych.segmentObjects(image, Planted.model(
				"touching"))).getMessage();
			assertTrue(sentence.contains(String.valueOf(bad)) && sentence.contains("x = 7, y = 21"), sentence);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "8", "16", "32", "rgb" })
	void theImageIsLeftAsItWas(String type) {
		ImagePlus image = as(type, Planted.blobs(157, 211, 3));
		Roi roi = new OvalRoi(10, 20, 50, 60);
		image.setRoi(roi);
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().setUnit("um");
		image.setDisplayRange(3, 99);
		image.changes = false;
		Object before = image.getProcessor().duplicate().getPixels();
		Object pixels = image.getProcessor().getPixels();
		ij.measure.Calibration calibration = image.getCalibration().copy();
		for (Map.Entry<ModelCommand<?>, String> run : Map.of(Commands.DETECT, "boxes_v8", Commands.CLASSIFY, "classes", Commands.SEGMENT_REGIONS,
			"regions", Commands.SEGMENT_OBJECTS, "touching").entrySet())
		{
			String outputs = run.getKey() == Commands.CLASSIFY ? "table,overlay" : "table,overlay,labels";
			Triptych.run(run.getKey(), image, Options.tokens(Planted.model(run.getValue()) + "outputs=" + outputs));
			String after = "after " + run.getKey().spec().name();
			assertSame(pixels, image.getProcessor().getPixels(), after);
			ImagePlus kept = new ImagePlus("", image.getProcessor().createProcessor(157, 211));
			kept.getProcessor().setPixels(before);
			for (int i = 0; i < 157 * 211; i++)
				assertEquals(kept.getProcessor().getf(i), image.getProcessor().getf(i), after);
			assertSame(roi, image.getRoi(), after);
			assertTrue(calibration.equals(image.getCalibration()), after);
			assertEquals("blobs.tif", image.getTitle(), after);
			assertFalse(image.changes, after);
			assertFalse(image.isLocked(), after);
			assertEquals(null, image.getOverlay(), after);
			if (!type.equals("rgb")) assertEquals(99, image.getDisplayRangeMax(), 0.5, after);
		}
	}

	@Test
	void onlyTheSliceThatIsShownIsRead() {
		ImageStack stack = new ImageStack(64, 64);
		for (Color colour : List.of(Color.RED, Color.GREEN, Color.BLUE))
			stack.addSlice(Planted.filled(64, 64, colour).getProcessor());
		ImagePlus image = new ImagePlus("stack.tif", stack);
		image.setSlice(2);
		Table table = Triptych.classify(image, Planted.model("classes")).table();
		assertEquals("green", Planted.cell(table, 0, "Class"));
		assertEquals(2, Planted.number(table, 0, "Slice"));
		assertEquals("stack.tif:2", Planted.cell(table, 0, "Label"));
		assertEquals(2, image.getCurrentSlice());
	}

	@Test
	void theChannelsOfTheShownPositionOfAHyperstackAreRead() {
		ImageStack stack = new ImageStack(64, 64);
		for (int i = 0; i < 3 * 2 * 2; i++) {
			ByteProcessor p = new ByteProcessor(64, 64);
			p.set(i % 3 == (i / 3 == 2 ? 1 : 2) ? 255 : 0);
			stack.addSlice(p);
		}
		ImagePlus image = new ImagePlus("hyper.tif", stack);
		image.setDimensions(3, 2, 2);
		image.setOpenAsHyperStack(true);
		for (int channel = 1; channel <= 3; channel++) {
			image.setSlice(image.getStackIndex(channel, 1, 2));
			Table table = Triptych.classify(image, Planted.model("classes")).table();
			assertEquals("green", Planted.cell(table, 0, "Class"));
			assertEquals(List.of(1, 2), List.of(Planted.cell(table, 0, "Slice"), Planted.cell(table, 0, "Frame")));
		}
		image.setPosition(1, 2, 2);
		assertEquals("blue", Planted.cell(Triptych.classify(image, Planted.model("classes")).table(), 0, "Class"));
	}
}
