package triptych.ij.draw;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.process.ImageProcessor;
import triptych.core.Box;
import triptych.core.Mask;
import triptych.core.Region;
import triptych.core.Region.RotatedBox;

/** An area ROI as what a prediction says of an object: a box, a turned box or pixels. */
public final class RoiRegion {

	private RoiRegion() {}

	/** A rectangle keeps its parts of a pixel; any other outline becomes its pixels. */
	public static Region of(Roi roi) {
		if (roi instanceof RotatedRectRoi turned) return turned(turned);
		Rectangle2D.Double box = roi.getFloatBounds();
		// Rounded corners are no corners.
		if (roi.getType() == Roi.RECTANGLE && roi.getCornerDiameter() == 0)
			return new Box(box.x, box.y, box.x + box.width, box.y + box.height);
		Rectangle whole = roi.getBounds();
		ImageProcessor mask = roi.getMask();
		byte[] inside = new byte[whole.width * whole.height];
		if (mask == null) Arrays.fill(inside, (byte) 1);
		else for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) mask.get(i);
		return new Mask(whole.x, whole.y, whole.width, whole.height, inside);
	}

	private static RotatedBox turned(RotatedRectRoi roi) {
		double[] line = roi.getParams();
		double dx = line[2] - line[0], dy = line[3] - line[1];
		return RotatedBox.of((line[0] + line[2]) / 2, (line[1] + line[3]) / 2, Math.hypot(dx, dy),
			line[4], Math.atan2(dy, dx));
	}
}
