package triptych.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;

import triptych.core.Box;
import triptych.core.Calibration;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Region.RotatedBox;
import triptych.core.Region;
import triptych.core.table.Table;
import triptych.ij.convert.Position;
import triptych.ij.draw.Rois;

/** Rotated boxes as rows, ROIs and pixels. */
class RotatedBoxesTest {

	private static final Position PLANE =
		Position.of(new ImagePlus("ships", new ByteProcessor(100, 80)));

	private static Detections found(Region region) {
		return new Detections(List.of(new Detection(region, new ClassScore(0, "ship", 0.9))));
	}

	private static Object cell(Table table, String column) {
		return table.rows().get(0).get(table.indexOf(column));
	}

	@Test
	void lengthBreadthAndAngleStandInTheTableInUnits() {
		Calibration half = new Calibration(0.5, 0.5, 0, 0, "µm");
		// Downwards to the right by 30 degrees: 30 clockwise.
		RotatedBox box = new RotatedBox(50, 40, 40, 10, Math.toRadians(30));
		Table table = new Tables(PLANE, half).of(found(box));
		assertEquals(20, (double) cell(table, "BoxLength"), 1e-9);
		assertEquals(5, (double) cell(table, "BoxBreadth"), 1e-9);
		assertEquals(-30, (double) cell(table, "BoxAngle"), 1e-9);
		assertEquals(25, (double) cell(table, "X"), 1e-9);
		table = new Tables(PLANE, half).of(found(new RotatedBox(50, 40, 40, 10, Math.PI * 1.5)));
		assertEquals(90, (double) cell(table, "BoxAngle"), 1e-9);
		table = new Tables(PLANE, half).of(found(new Box(1, 2, 3, 4)));
		assertFalse(table.columns().stream().anyMatch(c -> c.startsWith("Box")));
	}

	/** In a file ImageJ itself makes a polygon of its four corners. */
	@Test
	void theRoiIsARotatedRectangleWhosePixelsAFileKeeps() {
		RotatedBox box = new RotatedBox(50, 40, 40, 10, Math.toRadians(30));
		Roi roi = new Rois("m", PLANE).of(found(box)).get(0);
		Roi again = RoiDecoder.openFromByteArray(RoiEncoder.saveAsByteArray(roi));
		assertEquals(RotatedRectRoi.class, roi.getClass());
		assertEquals("ship-0001 0.90", again.getName());
		for (int y = 0; y < 80; y++)
			for (int x = 0; x < 100; x++) {
				boolean rim = box.holds(x + 0.5, y + 0.5) != box.holds(x - 0.5, y - 0.5)
					|| box.holds(x + 1.5, y + 0.5) != box.holds(x - 0.5, y + 0.5)
					|| box.holds(x + 0.5, y + 1.5) != box.holds(x + 0.5, y - 0.5);
				if (!rim) assertEquals(box.holds(x + 0.5, y + 0.5), again.contains(x, y), x + " " + y);
			}
	}

	@Test
	void theLabelImageHoldsThePixelsInside() {
		RotatedBox box = new RotatedBox(50, 40, 40, 10, Math.toRadians(30));
		LabelMap map = found(box).toLabelMap(100, 80);
		int pixels = 0;
		for (int id : map.ids())
			pixels += id;
		assertTrue(Math.abs(pixels - 400) < 12, pixels + " pixels");
	}
}
