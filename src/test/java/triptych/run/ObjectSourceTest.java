package triptych.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.Test;
import triptych.ij.convert.Position;
import triptych.result.Result;
import triptych.workflow.Triptych;

/** Which objects are meant: of which image, on which plane. */
class ObjectSourceTest {

	private static ImagePlus withRoi(ImagePlus image, Roi roi) {
		image.setOverlay(new Overlay(roi));
		return image;
	}

	@Test
	void aRoiOfASliceCountsOnAnImageOfOnePlane() {
		Roi roi = new Roi(10, 10, 20, 30);
		roi.setPosition(3);
		ImagePlus projection = withRoi(new ImagePlus("max", new ByteProcessor(80, 60)), roi);
		Result result = Triptych.measureObjects(projection, "from=overlay");
		assertEquals(1, result.table().rows().size(), result.summary());
		assertEquals(3, roi.getPosition(), "the user's ROI stays as it is");
		assertEquals(1, ObjectSource.areas(projection).stream()
			.filter(Position.of(projection)::holds)
			.count(), "classified by ROIs, too");
	}

	@Test
	void aPlainPositionMeansItsSliceOfAHyperstackInEveryChannel() {
		ImagePlus stack = IJ.createHyperStack("h", 50, 40, 2, 3, 1, 8);
		Roi roi = new Roi(5, 5, 10, 10);
		roi.setPosition(stack.getStackIndex(2, 3, 1));
		Result result = Triptych.measureObjects(withRoi(stack, roi), "from=overlay");
		assertEquals(1, result.table().rows().size(), result.summary());
		int slice = Arrays.asList(result.table().columns().toArray()).indexOf("Slice");
		assertEquals(3, result.table().rows().get(0).get(slice));
	}

	@Test
	void aRoiOfASliceThatIsNotThereIsTold() {
		ImagePlus stack = IJ.createHyperStack("h", 50, 40, 1, 3, 1, 8);
		Roi roi = new Roi(5, 5, 10, 10);
		roi.setPosition(0, 9, 1);
		Result result = Triptych.measureObjects(withRoi(stack, roi), "from=overlay");
		assertTrue(result.summary().contains("1 ROI belongs to a plane that this image does not have"),
			result.summary());
	}

	@Test
	void ofImagesWithOneTitleTheNewestIsMeant() {
		ImagePlus old = labels(7), young = labels(3);
		WindowManager.setTempCurrentImage(null);
		ij.macro.Interpreter.batchMode = true;
		try {
			ij.macro.Interpreter.addBatchModeImage(old);
			ij.macro.Interpreter.addBatchModeImage(young);
			ImagePlus image = new ImagePlus("cell", new ByteProcessor(20, 20));
			Result result = Triptych.measureObjects(image, "from=lab");
			int id = result.table().columns().indexOf("Id");
			assertEquals(3, result.table().rows().get(0).get(id));
		}
		finally {
			ij.macro.Interpreter.removeBatchModeImage(old);
			ij.macro.Interpreter.removeBatchModeImage(young);
			ij.macro.Interpreter.batchMode = false;
		}
	}

	private static ImagePlus labels(int id) {
		ByteProcessor pixels = new ByteProcessor(20, 20);
		pixels.setValue(id);
		pixels.setRoi(2, 2, 5, 5);
		pixels.fill();
		return new ImagePlus("lab", pixels);
	}

	@Test
	void whatCannotBeClassifiedIsCounted() {
		ImagePlus image = new ImagePlus("c", new ByteProcessor(80, 60));
		Overlay overlay = new Overlay(new Roi(10, 10, 20, 30));
		overlay.add(new ij.gui.Line(1, 1, 20, 20));
		overlay.add(new Roi(200, 10, 5, 5));
		image.setOverlay(overlay);
		assertEquals("1 ROI that is no area was left out; 1 ROI lies outside the image and was left out",
			ObjectSource.leftOut(image));
	}
}
