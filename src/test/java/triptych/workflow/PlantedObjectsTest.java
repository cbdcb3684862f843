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

/** Objects planted into images: their number, areas, ids and measurements. */
class PlantedObjectsTest {

	private static final Color BOUNDARY = new Color(255, 255, 0);

	private static Table objects(ImagePlus image, String model, String more) {
		return Triptych.segmentObjects(image, Planted.model(model) + "outputs=table " + more).table();
	}

	@Test
	void touchingObjectsAreParted() {
		ImagePlus image = Planted.black(75, 53);
		Planted.fill(image, Color.RED, 10, 10, 50, 30);
		Planted.fill(image, BOUNDARY, 30, 10, 31, 30);
		Planted.fill(image, Color.RED, 60, 40, 66, 47);
		Table table = objects(image, "touching", "");
		assertEquals(List.of(1, 2, 3), Planted.column(table, "Id"));
		double left = Planted.number(table, 0, "Area"), right = Planted.number(table, 1, "Area");
		assertEquals(800, left + right, "the boundary belongs to one of the two");
		assertEquals(400, left, 20);
		assertEquals(42, Planted.number(table, 2, "Area"));
		assertEquals(1, Planted.number(table, 2, "Score"), 1e-6);
		assertEquals(List.of("object", "object", "object"), Planted.column(table, "Class"));
	}

	@Test
	void distanceMapsPartObjectsAtTheirNarrowPlace() {
		ImagePlus image = Planted.black(64, 32);
		for (int x = 0; x < 40; x++)
			Planted.fill(image, new Color(255, 0, Math.max(20, 255 - 14 * Math.min(Math.abs(x - 8), Math.abs(x - 31)))), 10 + x,
				8, 11 + x, 24);
		Table table = objects(image, "distance", "");
		assertEquals(2, table.rows().size());
		assertEquals(40 * 16, Planted.number(table, 0, "Area") + Planted.number(table, 1, "Area"));
		assertEquals(20 * 16, Planted.number(table, 0, "Area"), 16);
	}

	@ParameterizedTest
	@CsvSource({ "200, 8", "255, 8", "256, 16", "300, 16", "65536, 32", "70000, 32" })
	void everyObjectHasItsOwnIdInALabelImageDeepEnough(int objects, int depth) {
		int columns = 300, width = 2 * columns, height = 2 * ((objects + columns - 1) / columns);
		ImagePlus image = Planted.black(width, height);
		for (int i = 0; i < objects; i++)
			image.getProcessor().set(2 * (i % columns), 2 * (i / columns), 0xff0000);
		Result result = Triptych.segmentObjects(image, Planted.model("touching") + "outputs=labels,table");
		assertEquals(objects, result.table().rows().size());
		ImagePlus labels = result.labels().orElseThrow();
		assertEquals(depth, labels.getBitDepth());
		assertEquals("planted-labels", labels.getTitle());
		ImageProcessor ids = labels.getProcessor();
		for (int i = 0; i < objects; i++)
			assertEquals(i + 1, ids.getf(2 * (i % columns), 2 * (i / columns)));
		assertEquals(0, ids.getf(1, 1));
		assertEquals(objects, Planted.number(result.table(), objects - 1, "Id"));
	}

	@Test
	void calibrationGoesIntoTableAndLabelImage() {
		ImagePlus image = Planted.black(75, 53);
		Planted.fill(image, Color.RED, 20, 10, 28, 16);
		ij.measure.Calibration c = image.getCalibration();
		c.pixelWidth = 0.25;
		c.pixelHeight = 0.5;
		c.xOrigin = 10;
		c.yOrigin = 4;
		c.setUnit("um");
		Result result = Triptych.segmentObjects(image, Planted.model("touching") + "outputs=labels,table");
		Table t = result.table();
		String[] columns = { "Pixels", "Area", "X", "Y", "BX", "BY", "Width", "Height" };
		double[] expected = { 48, 6, 3.5, 4.5, 2.5, 3, 2, 3 };
		for (int i = 0; i < columns.length; i++)
			assertEquals(expected[i], Planted.number(t, 0, columns[i]), 1e-9, columns[i]);
		assertEquals("um", t.unit().replace('\u00b5', 'u'));
		ij.measure.Calibration made = result.labels().orElseThrow().getCalibration();
		assertEquals(List.of(0.25, 0.5, 10.0, 4.0), List.of(made.pixelWidth, made.pixelHeight, made.xOrigin, made.yOrigin));
		assertEquals(c.getUnit(), made.getUnit());
		Table boxes = Triptych.detect(image, Planted.model("boxes_v8") + "outputs=table").table();
		for (int i = 2; i < columns.length; i++)
			assertEquals(expected[i], Planted.number(boxes, 0, columns[i]), 0.25, columns[i] + " of the box");
		assertEquals(6, Planted.number(Triptych.segmentRegions(image, Planted.model("regions")).table(), 0, "Area"));
	}

	@Test
	void objectsAtTheEdgeAndSmallOnesCanBeLeftOut() {
		ImagePlus image = Planted.black(60, 40);
		int[][] boxes = { { 0, 5, 4, 9 }, { 20, 0, 24, 3 }, { 56, 10, 60, 14 }, { 30, 36, 34, 40 }, { 10, 20, 12, 22 }, { 40, 20,
			50, 30 } };
		for (int[] b : boxes)
			Planted.fill(image, Color.RED, b[0], b[1], b[2], b[3]);
		assertEquals(6, objects(image, "touching", "").rows().size());
		Table inner = objects(image, "touching", "border=exclude");
		assertEquals(List.of(1, 2), Planted.column(inner, "Id"));
		assertEquals(List.of(4, 100), Planted.column(inner, "Pixels"));
		assertEquals(List.of(100), Planted.column(objects(image, "touching", "border=exclude smallest=5"), "Pixels"));
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.5;
		assertEquals(List.of(100), Planted.column(objects(image, "touching", "border=exclude smallest=1.01"), "Pixels"));
		assertEquals(2, objects(image, "touching", "border=exclude smallest=1").rows().size(), "at the limit is kept");
	}

	@Test
	void confidenceDropsWeakObjectsAndCutoffWidensThem() {
		ImagePlus image = Planted.black(60, 40);
		Planted.fill(image, new Color(150, 0, 0), 5, 5, 15, 15);
		Planted.fill(image, new Color(250, 0, 0), 30, 5, 40, 15);
		Planted.fill(image, new Color(100, 0, 0), 40, 5, 45, 15);
		assertEquals(List.of(100, 100), Planted.column(objects(image, "touching", ""), "Pixels"));
		assertEquals(1, objects(image, "touching", "confidence=0.9").rows().size());
		assertEquals(1, objects(image, "touching", "thresholds=object:0.9 confidence=0").rows().size());
		assertEquals(List.of(100, 150), Planted.column(objects(image, "touching", "cutoff=0.3"), "Pixels"));
	}

	@Test
	void nothingFoundIsANormalResult() {
		Result result = Triptych.segmentObjects(Planted.black(33, 17), Planted.model("touching")
			+ "outputs=labels,table,overlay");
		assertEquals(0, result.table().rows().size());
		assertTrue(result.summary().startsWith("no object found. "), result.summary());
		assertEquals(0, result.labels().orElseThrow().getStatistics().max);
		assertEquals(8, result.labels().orElseThrow().getBitDepth());
		assertTrue(result.rois().isEmpty());
	}
}
