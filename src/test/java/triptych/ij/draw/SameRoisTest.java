package triptych.ij.draw;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import org.junit.jupiter.api.Test;

class SameRoisTest {

	@Test
	void anOutlineThatWasMendedInsideItsBoxIsAnother() {
		Roi square = outline(0, 0, 10, 0, 10, 10, 0, 10);
		Roi notched = outline(0, 0, 10, 0, 5, 5, 10, 10, 0, 10);
		assertTrue(Rois.same(List.of(square), List.of((Roi) square.clone())));
		assertFalse(Rois.same(List.of(square), List.of(notched)));
		assertFalse(Rois.same(List.of(square), List.of()));
	}

	private static Roi outline(int... xy) {
		float[] x = new float[xy.length / 2], y = new float[xy.length / 2];
		for (int i = 0; i < x.length; i++) {
			x[i] = xy[2 * i];
			y[i] = xy[2 * i + 1];
		}
		return new PolygonRoi(x, y, Roi.POLYGON);
	}
}
