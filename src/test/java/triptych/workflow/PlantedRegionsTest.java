package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.table.Table;
import triptych.result.Result;

/** Regions planted into images: what is counted is what was painted. */
class PlantedRegionsTest {

	private static ImagePlus scene(int width, int height) {
		ImagePlus image = Planted.black(width, height);
		image.getProcessor().setColor(Color.RED);
		image.getProcessor().fillOval(5, 9, 41, 41);
		image.getProcessor().setColor(Color.BLUE);
		image.getProcessor().fillOval(width - 30, height - 25, 44, 38);
		image.getProcessor().fillOval(60, 5, 13, 13);
		return image;
	}

	private static int count(ImagePlus image, Color colour) {
		int n = 0;
		for (int pixel : (int[]) image.getProcessor().getPixels())
			if ((pixel & 0xffffff) == (colour.getRGB() & 0xffffff)) n++;
		return n;
	}

	@ParameterizedTest
	@CsvSource({ "157, 211", "160, 208", "96, 128", "641, 479" })
	void areasOfDiscsAreExact(int width, int height) {
		ImagePlus image = scene(width, height);
		Result result = Triptych.segmentRegions(image, Planted.model("regions"));
		Table table = result.table();
		assertEquals(List.of("red", "blue"), Planted.column(table, "Class"));
		assertEquals(List.of(1, 3), Planted.column(table, "Id"));
		assertEquals(List.of(1, 2), Planted.column(table, "Regions"));
		int red = count(image, Color.RED);
		assertEquals(red, Planted.number(table, 0, "Pixels"));
		assertEquals(red, Planted.number(table, 0, "Area"));
		assertEquals(100.0 * red / (width * height), Planted.number(table, 0, "%Area"), 1e-9);
		assertEquals(count(image, Color.BLUE), Planted.number(table, 1, "Pixels"));
		ImageProcessor labels = result.labels().orElseThrow().getProcessor();
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				int rgb = image.getProcessor().get(x, y) & 0xffffff;
				assertEquals(rgb == 0xff0000 ? 1 : rgb == 0x0000ff ? 3 : 0, labels.get(x, y), "pixel " + x + ", " + y);
			}
		assertEquals("planted-classes", result.labels().orElseThrow().getTitle());
	}

	@Test
	void mapsWithChannelsLastGiveTheSame() {
		ImagePlus image = scene(96, 128);
		assertEquals(Triptych.segmentRegions(image, Planted.model("regions")).table().rows(), Triptych.segmentRegions(image,
			Planted.model("regions_nhwc")).table().rows());
	}

	@Test
	void mapsOfHalfTheSizeMissNoMoreThanTheRim() {
		ImagePlus image = scene(157, 211);
		Table table = Triptych.segmentRegions(image, Planted.model("regions_half")).table();
		int red = count(image, Color.RED);
		// A pixel of the rim, whose length is pi * 41, can go to either side.
		assertEquals(red, Planted.number(table, 0, "Pixels"), 0.25 * Math.PI * 41);
		assertEquals(41, height(image, "regions_half"), 2);
	}

	private static double height(ImagePlus image, String model) {
		return Triptych.segmentRegions(image, Planted.model(model) + "outputs=overlay").rois().get(0).getBounds().height;
	}

	@Test
	void independentClassesEachHaveTheirThreshold() {
		ImagePlus image = Planted.black(40, 20);
		Planted.fill(image, new Color(200, 0, 0), 0, 0, 10, 20);
		Planted.fill(image, new Color(0, 140, 0), 10, 0, 20, 20);
		Planted.fill(image, new Color(200, 250, 0), 20, 0, 25, 20);
		Table table = Triptych.segmentRegions(image, Planted.model("regions_sigmoid")).table();
		assertEquals(List.of(1, 2), Planted.column(table, "Id"), "without a background class ids are the index + 1");
		assertEquals(List.of(200, 300), Planted.column(table, "Pixels"));
		Table strict = Triptych.segmentRegions(image, Planted.model("regions_sigmoid") + "thresholds=green:0.9").table();
		assertEquals(List.of(200, 100), Planted.column(strict, "Pixels"));
	}

	@Test
	void aSingleMapWithoutChannelAxisIsRead() {
		ImagePlus image = scene(157, 211);
		Table table = Triptych.segmentRegions(image, Planted.model("regions_hw")).table();
		assertEquals(List.of("red"), Planted.column(table, "Class"));
		assertEquals(count(image, Color.RED), Planted.number(table, 0, "Pixels"));
	}

	@Test
	void smallRegionsAreCleanedAwayInCalibratedUnits() {
		ImagePlus image = scene(157, 211);
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 0.5;
		image.getCalibration().setUnit("um");
		int small = 137;
		assertEquals(2, Planted.number(Triptych.segmentRegions(image, Planted.model("regions") + "smallest=" + (small / 4.0
			- 1)).table(), 1, "Regions"));
		Table cleaned = Triptych.segmentRegions(image, Planted.model("regions") + "smallest=40").table();
		assertEquals(1, Planted.number(cleaned, 1, "Regions"));
		assertTrue(Planted.number(cleaned, 1, "Pixels") < count(image, Color.BLUE));
	}

	@Test
	void nothingFoundIsANormalResult() {
		Result result = Triptych.segmentRegions(Planted.black(33, 17), Planted.model("regions")
			+ "outputs=labels,table,overlay");
		assertEquals(0, result.table().rows().size());
		assertEquals(0, result.rois().size());
		assertEquals(0, result.labels().orElseThrow().getStatistics().max);
		assertTrue(result.summary().startsWith("no class found. "), result.summary());
	}

	@Test
	void aSinglePixelIsARegion() {
		Result result = Triptych.segmentRegions(Planted.filled(1, 1, Color.GREEN), Planted.model("regions"));
		assertEquals(List.of("green"), Planted.column(result.table(), "Class"));
		assertEquals(100.0, Planted.number(result.table(), 0, "%Area"));
	}
}
