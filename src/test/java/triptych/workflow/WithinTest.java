package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.Set;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.TriptychException;
import triptych.core.table.Table;
import triptych.options.Output;
import triptych.result.Delivery;
import triptych.result.Result;

/** within=selection and within=rois: only that part is looked at, and results lie where they belong in the whole. */
class WithinTest {

	/** Red squares of 6 pixels at every multiple of 20. */
	private static ImagePlus squares() {
		ImagePlus image = Planted.black(120, 100);
		for (int x = 10; x < 120; x += 20)
			for (int y = 10; y < 100; y += 20)
				Planted.fill(image, Color.RED, x, y, x + 6, y + 6);
		return image;
	}

	@Test
	void objectsCountWhenTheirCentreLiesInsideTheSelection() {
		ImagePlus image = squares();
		image.setRoi(new OvalRoi(22, 22, 56, 56));
		Result result = Triptych.segmentObjects(image, Planted.model("touching") + "within=selection outputs=table,labels,rois");
		Table table = result.table();
		assertEquals(6, table.rows().size(), "the corners of the bounding box lie outside the oval");
		ImageProcessor ids = result.labels().orElseThrow().getProcessor();
		assertEquals(120, ids.getWidth());
		for (int i = 0; i < 6; i++) {
			int x = (int) Planted.number(table, i, "BX"), y = (int) Planted.number(table, i, "BY");
			assertEquals(10, x % 20);
			assertEquals(i + 1, ids.get(x, y));
			assertEquals(36, Planted.number(table, i, "Pixels"));
			assertEquals(x, result.rois().get(i).getBounds().x);
		}
	}

	@Test
	void boxesOfASelectionLieInPixelsOfTheImage() {
		ImagePlus image = Planted.black(300, 200);
		Planted.fill(image, Color.RED, 210, 120, 250, 160);
		Planted.fill(image, Color.BLUE, 20, 20, 60, 50);
		image.setRoi(160, 80, 130, 110);
		Table table = Triptych.detect(image, Planted.model("boxes_v8") + "within=selection").table();
		assertEquals(List.of("red"), Planted.column(table, "Class"));
		assertEquals(210, Planted.number(table, 0, "BX"), 0.5);
		assertEquals(120, Planted.number(table, 0, "BY"), 0.5);
		assertEquals(40, Planted.number(table, 0, "Width"), 0.6);
	}

	@Test
	void fractionsAreOfTheSelection() {
		ImagePlus image = Planted.filled(100, 80, Color.RED);
		OvalRoi oval = new OvalRoi(20, 10, 40, 30);
		image.setRoi(oval);
		Result result = Triptych.segmentRegions(image, Planted.model("regions") + "within=selection");
		assertEquals(100, Planted.number(result.table(), 0, "%Area"), 1e-9);
		assertEquals(oval.getContainedPoints().length, Planted.number(result.table(), 0, "Pixels"));
		assertEquals(0, result.labels().orElseThrow().getProcessor().get(21, 11), "a corner of the bounding box");
		assertEquals(1, result.labels().orElseThrow().getProcessor().get(40, 25));
	}

	@Test
	void aSelectionThatLeavesTheImageIsCutAtItsEdge() {
		ImagePlus image = squares();
		image.setRoi(new Roi(100, 80, 50, 50));
		Table table = Triptych.segmentObjects(image, Planted.model("touching") + "within=selection").table();
		assertEquals(1, table.rows().size());
		assertEquals(110, Planted.number(table, 0, "BX"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aSelectionThatIsNoAreaIsTold(boolean point) {
		ImagePlus image = squares();
		if (point) image.setRoi(new PointRoi(5, 5));
		String sentence = assertThrows(TriptychException.class, () -> Triptych.segmentObjects(image, Planted.model("touching")
			+ "within=selection")).getMessage();
		assertTrue(sentence.contains("within=selection") && sentence.contains("area selection"), sentence);
	}

	@Test
	void eachRoiOfTheOverlayIsClassifiedForItself() {
		ImagePlus image = Planted.black(200, 100);
		Planted.fill(image, Color.RED, 10, 10, 50, 50);
		Planted.fill(image, Color.BLUE, 110, 10, 150, 50);
		Roi red = new Roi(10, 10, 40, 40), blue = new Roi(110, 10, 40, 40);
		red.setName("left");
		image.setOverlay(new Overlay(red));
		image.getOverlay().add(blue);
		image.getOverlay().add(new PointRoi(3, 3));
		Result result = Triptych.classify(image, Planted.model("classes")
			+ "within=rois top=1 outputs=table,overlay,probabilities");
		Table table = result.table();
		assertEquals(List.of("left", "2"), Planted.column(table, "ROI"));
		assertEquals(List.of("red", "blue"), Planted.column(table, "Class"));
		assertEquals("planted.tif:left", table.rows().get(0).get(0));
		assertEquals("2 ROIs classified. 1 ROI that is no area was left out", result.summary());
		assertEquals("left", red.getName(), "the user's own ROI stays as it is");
		assertEquals("red-0001 1.00", result.rois().get(0).getName());
		assertEquals(blue.getBounds(), result.rois().get(1).getBounds());
		ImagePlus scores = result.probabilities().orElseThrow();
		assertEquals(List.of(2, 1, 3), List.of(scores.getWidth(), scores.getHeight(), scores.getStackSize()));
		assertEquals("blue", scores.getStack().getSliceLabel(3));
		assertEquals(1, scores.getStack().getProcessor(3).getf(1, 0), 1e-3);
	}

	@Test
	void classifyingAgainTakesNoRoiTwice() {
		ImagePlus image = Planted.black(200, 100);
		Planted.fill(image, Color.RED, 10, 10, 50, 50);
		image.setOverlay(new Overlay(new Roi(10, 10, 40, 40)));
		image.getOverlay().add(new OvalRoi(110, 10, 40, 40));
		for (int time = 1; time < 4; time++) {
			Result result = Triptych.classify(image, Planted.model("classes") + "within=rois top=1 outputs=table,overlay");
			Delivery.show(image, result, Set.of(Output.OVERLAY));
			assertEquals(List.of("1", "2"), Planted.column(result.table(), "ROI"));
			assertEquals(4, image.getOverlay().size(), "the user's own two and one with a class on each");
		}
		Result measured = Triptych.measureObjects(image, "");
		assertEquals("red", Planted.column(measured.table(), "Class").get(0), "the class that was found is not lost");
		assertEquals("2 objects found", measured.summary());
		image.getOverlay().remove(0);
		assertEquals(2, Triptych.classify(image, Planted.model("classes") + "within=rois top=1").table().rows().size());
	}

	@Test
	void classifyingRoisWithoutAnyIsTold() {
		String sentence = assertThrows(TriptychException.class, () -> Triptych.classify(squares(), Planted.model("classes")
			+ "within=rois")).getMessage();
		assertTrue(sentence.contains("within=rois") && sentence.contains("there are none"), sentence);
		sentence = assertThrows(TriptychException.class, () -> Triptych.detect(squares(), Planted.model("boxes_v8")
			+ "within=rois")).getMessage();
		assertTrue(sentence.contains("image, selection"), sentence);
	}

	@Test
	void roisOfOtherSlicesAreToldAndClassifiedOnTheirOwn() {
		ImageStack stack = new ImageStack(64, 64);
		for (Color colour : List.of(Color.RED, Color.BLUE, Color.GREEN))
			stack.addSlice(Planted.filled(64, 64, colour).getProcessor());
		ImagePlus image = new ImagePlus("stack.tif", stack);
		Roi second = new Roi(5, 5, 20, 20);
		second.setPosition(2);
		image.setOverlay(new Overlay(second));
		String sentence = assertThrows(TriptychException.class, () -> Triptych.classify(image, Planted.model("classes")
			+ "within=rois")).getMessage();
		assertTrue(sentence.contains("stack.tif:1") && sentence.contains("slices="), sentence);
		Table table = Triptych.classify(image, Planted.model("classes") + "within=rois slices=all top=1").table();
		assertEquals(List.of("blue"), Planted.column(table, "Class"));
		assertEquals(List.of(2), Planted.column(table, "Slice"));
	}
}
