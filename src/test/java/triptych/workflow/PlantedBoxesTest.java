package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;

import ij.ImagePlus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.table.Table;
import triptych.result.Result;

/** Boxes planted into images, through the whole chain, for each layout of the YOLO family. */
class PlantedBoxesTest {

	private static final List<Color> COLOURS = List.of(Color.RED, Color.GREEN, Color.BLUE);
	private static final List<String> CLASSES = List.of("red", "green", "blue");
	private static final double[] SCORES = { 0.9, 0.8, 0.7 };

	private static void check(String model, int width, int height, double tolerance, int[]... boxes) {
		ImagePlus image = Planted.black(width, height);
		for (int k = 0; k < boxes.length; k++)
			Planted.fill(image, COLOURS.get(k), boxes[k][0], boxes[k][1], boxes[k][2], boxes[k][3]);
		Table table = Triptych.detect(image, Planted.model(model) + "outputs=table").table();
		assertEquals(boxes.length, table.rows().size(), model + " " + width + " x " + height);
		for (int k = 0; k < boxes.length; k++) {
			String what = model + " " + width + " x " + height + " " + CLASSES.get(k);
			assertEquals(CLASSES.get(k), Planted.cell(table, k, "Class"), what);
			assertEquals(SCORES[k], Planted.number(table, k, "Score"), 1e-5, what);
			int[] b = boxes[k];
			assertEquals(b[0], Planted.number(table, k, "BX"), tolerance, what);
			assertEquals(b[1], Planted.number(table, k, "BY"), tolerance, what);
			assertEquals(b[2], Planted.number(table, k, "BX") + Planted.number(table, k, "Width"), tolerance, what);
			assertEquals(b[3], Planted.number(table, k, "BY") + Planted.number(table, k, "Height"), tolerance, what);
			assertEquals((b[0] + b[2]) / 2.0, Planted.number(table, k, "X"), tolerance, what);
			assertEquals((b[1] + b[3]) / 2.0, Planted.number(table, k, "Y"), tolerance, what);
		}
	}

	@ParameterizedTest
	@CsvSource({ "boxes_v8, 157, 211", "boxes_v5, 157, 211", "boxes_e2e, 157, 211", "boxes_v8, 641, 479",
		"boxes_v5, 641, 479", "boxes_e2e, 641, 479", "boxes_v8, 333, 640", "boxes_e2e, 333, 640", "boxes_v5, 97, 96",
		"boxes_v8, 640, 640", "rows_mmdetection, 157, 211", "rows_paddledetection, 641, 479" })
	void boxesOnOddSizesAreWithinHalfAPixel(String model, int w, int h) {
		check(model, w, h, 0.5, new int[] { w / 5, h / 7, w / 2, h / 3 }, new int[] { w / 2 + 3, h / 2, w - 11, h - 5 },
			new int[] { 7, h - 20, 10, h - 19 });
	}

	@ParameterizedTest
	@ValueSource(strings = { "boxes_v8", "boxes_v5", "boxes_e2e", "rows_mmdetection",
		"rows_paddledetection" })
	void boxAtEachEdgeStaysThere(String model) {
		int w = 157, h = 211;
		check(model, w, h, 0.5, new int[] { 0, 50, 9, 70 }, new int[] { w - 9, 80, w, 101 }, new int[] { 40, 0, 60, 13 });
		check(model, w, h, 0.5, new int[] { 70, h - 12, 91, h }, new int[] { 0, 90, w, 94 }, new int[] { 30, 0, 34, h / 3 });
	}

	@ParameterizedTest
	@ValueSource(strings = { "boxes_v8", "boxes_v5", "boxes_e2e" })
	void boxInEachCornerStaysThere(String model) {
		int w = 333, h = 640;
		check(model, w, h, 0.5, new int[] { 0, 0, 21, 17 }, new int[] { w - 13, 0, w, 31 }, new int[] { 0, h - 8, 30, h });
		check(model, w, h, 0.5, new int[] { w - 17, h - 29, w, h }, new int[] { 0, 0, 1, 1 }, new int[] { w - 1, 0, w, 1 });
	}

	@ParameterizedTest
	@ValueSource(strings = { "boxes_v8", "boxes_v5", "boxes_e2e" })
	void boxesEndExactlyAtTheImagesEdge(String model) {
		for (int[] size : new int[][] { { 157, 211 }, { 641, 479 }, { 1, 1 }, { 3, 200 }, { 1500, 100 } })
			check(model, size[0], size[1], 1e-6, new int[] { 0, 0, size[0], size[1] });
	}

	@Test
	void shrunkImagesAreWithinOneInputPixel() {
		check("boxes_v8", 1283, 977, 1283 / 640.0, new int[] { 100, 50, 333, 91 }, new int[] { 900, 800, 1283, 977 },
			new int[] { 0, 500, 40, 977 });
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "1, 640", "157, 211", "2000, 3" })
	void anEmptyImageGivesNothing(int width, int height) {
		Result result = Triptych.detect(Planted.black(width, height), Planted.model("boxes_v8")
			+ "outputs=table,overlay,labels");
		assertEquals(0, result.table().rows().size());
		assertEquals(0, result.rois().size());
		assertEquals("no object found. All pixels have the value 0, so there is nothing to see", result.summary());
		ImagePlus labels = result.labels().orElseThrow();
		assertEquals(width, labels.getWidth());
		assertEquals(height, labels.getHeight());
		assertEquals(0, labels.getStatistics().max);
	}

	@Test
	void masksCoverTheirObjectOnBlack() {
		ImagePlus image = Planted.black(320, 240);
		image.getProcessor().setColor(Color.GREEN);
		image.getProcessor().fillOval(100, 60, 80, 80);
		Planted.fill(image, Color.RED, 0, 200, 40, 240);
		int disc = 0;
		for (int pixel : (int[]) image.getProcessor().getPixels())
			if ((pixel & 0xffffff) == 0x00ff00) disc++;
		Result result = Triptych.segmentObjects(image, Planted.model("masks_v8") + "outputs=table,labels");
		assertEquals(List.of("red", "green"), Planted.column(result.table(), "Class"));
		assertEquals(1600, Planted.number(result.table(), 0, "Pixels"));
		assertEquals(disc, Planted.number(result.table(), 1, "Pixels"), 0.02 * disc);
		assertEquals(2, result.labels().orElseThrow().getProcessor().get(140, 100));
		assertEquals(0, result.labels().orElseThrow().getProcessor().get(102, 62), "a corner of the box is outside the disc");
		assertTrue(Planted.number(result.table(), 1, "BX") >= 99.5 && Planted.number(result.table(), 1, "Width") <= 81);
	}

	@Test
	void aMaskCutHigherIsSmaller() {
		ImagePlus image = Planted.black(320, 240);
		Planted.fill(image, Color.RED, 100, 100, 140, 140);
		double half = pixels(image, "0.5"), high = pixels(image, "0.999"), low = pixels(image, "0.001");
		assertTrue(high < half, high + " < " + half);
		assertEquals(1600, half);
		assertTrue(low >= half && low <= 1700, "the box bounds the mask: " + low);
	}

	private static double pixels(ImagePlus image, String cutoff) {
		return Planted.number(Triptych.segmentObjects(image, Planted.model("masks_v8") + "outputs=table cutoff=" + cutoff)
			.table(), 0, "Pixels");
	}
}
