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
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Region;
import triptych.core.table.Table;
import triptych.result.Result;

/** Objects planted on the seams and corners of tiles are found once, where they are. The planted models see one object of a colour. */
class TiledBoxesTest {

	private static final String TILE = "tile=320";

	private static void found(int[] box, Table table, String what) {
		assertEquals(1, table.rows().size(), what);
		String[] columns = { "BX", "BY", "Width", "Height" };
		double[] expected = { box[0], box[1], box[2] - box[0], box[3] - box[1] };
		for (int i = 0; i < 4; i++)
			assertEquals(expected[i], Planted.number(table, 0, columns[i]), 0.51, what + columns[i]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "boxes_v8", "boxes_v5", "boxes_e2e" })
	void anObjectIsFoundOnceWhereverASeamPasses(String model) {
		// Tiles of 320 on 640 pixels lie at 0 to 320, 160 to 480 and 320 to 640.
		for (int at = 130; at <= 330; at += model.equals("boxes_v8") ? 10 : 40) {
			int[] box = { at, at / 2 + 60, at + 40, at / 2 + 80 };
			ImagePlus image = Planted.black(640, 640);
			Planted.fill(image, Color.RED, box[0], box[1], box[2], box[3]);
			found(box, Triptych.detect(image, Planted.model(model) + TILE + " outputs=table").table(), model + " at " + at + " ");
		}
	}

	@ParameterizedTest
	@CsvSource({ "310,310,330,330", "150,150,170,170", "319,319,321,321", "470,310,490,330", "0,300,640,310",
		"100,0,110,640", "10,20,600,630", "200,150,470,480", "300,10,635,30" })
	void objectsOnCornersAndLargerThanTheOverlapAreOne(int x1, int y1, int x2, int y2) {
		int[] box = { x1, y1, x2, y2 };
		for (String more : new String[] { "", " suppression=none", " suppression=agnostic overlap=1" }) {
			ImagePlus image = Planted.black(640, 640);
			Planted.fill(image, Color.RED, x1, y1, x2, y2);
			found(box, Triptych.detect(image, Planted.model("boxes_v8") + TILE + " outputs=table" + more).table(), more);
		}
	}

	@Test
	void nestedObjectsOfTwoClassesStayTwo() {
		ImagePlus image = Planted.black(640, 480);
		Planted.fill(image, Color.RED, 100, 100, 500, 400);
		Planted.fill(image, Color.GREEN, 300, 300, 340, 330);
		Table table = Triptych.detect(image, Planted.model("boxes_v8") + TILE + " outputs=table").table();
		assertEquals(List.of("red", "green"), Planted.column(table, "Class"));
		assertEquals(List.of(400.0, 40.0), Planted.column(table, "Width"));
	}

	@Test
	void smallObjectsOfALargeImageAreFoundInTilesOnly() {
		ImagePlus image = Planted.black(3200, 3200);
		Planted.fill(image, Color.RED, 1503, 1503, 1506, 1506);
		assertEquals(0, Triptych.detect(image, Planted.model("boxes_v8") + "outputs=table").table().rows().size());
		found(new int[] { 1503, 1503, 1506, 1506 }, Triptych.detect(image, Planted.model("boxes_v8")
			+ "tile=640 outputs=table").table(), "");
	}

	@Test
	void mostAndBestCountAfterTheTilesArePutTogether() {
		ImagePlus image = Planted.black(900, 300);
		Planted.fill(image, Color.GREEN, 20, 20, 50, 50);
		Planted.fill(image, Color.RED, 800, 20, 850, 50);
		assertEquals(List.of("red"), Planted.column(Triptych.detect(image, Planted.model("boxes_v8") + TILE
			+ " outputs=table find=best").table(), "Class"));
		assertEquals(2, Triptych.detect(image, Planted.model("boxes_v8") + TILE + " outputs=table max=2").table().rows()
			.size());
	}

	@ParameterizedTest
	@CsvSource({ "310,310,330,330", "140,150,180,170", "0,300,640,312", "200,152,472,480", "8,20,600,632" })
	void masksOnSeamsAreOneAndWhole(int x1, int y1, int x2, int y2) {
		ImagePlus image = Planted.black(640, 640);
		Planted.fill(image, Color.RED, x1, y1, x2, y2);
		Result result = Triptych.segmentObjects(image, Planted.model("masks_v8") + TILE + " outputs=table");
		found(new int[] { x1, y1, x2, y2 }, result.table(), "");
		assertEquals((x2 - x1) * (y2 - y1), Planted.number(result.table(), 0, "Pixels"));
		int[] ids = ((LabelMap) result.prediction()).ids();
		for (int i = 0; i < ids.length; i++) {
			int x = i % 640, y = i / 640;
			assertEquals(x >= x1 && x < x2 && y >= y1 && y < y2 ? 1 : 0, ids[i]);
		}
	}

	@Test
	void boxesStayInsideAnImageThatEndsAmidATile() {
		ImagePlus image = Planted.black(401, 333);
		Planted.fill(image, Color.BLUE, 380, 300, 401, 333);
		Result result = Triptych.detect(image, Planted.model("boxes_v8") + TILE + " outputs=table");
		Region box = ((Detections) result.prediction()).items().get(0).region();
		assertTrue(box.x2() <= 401 && box.y2() <= 333 && result.table().rows().size() == 1, box.toString());
		found(new int[] { 380, 300, 401, 333 }, result.table(), "");
	}
}
