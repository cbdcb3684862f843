package triptych.ij.draw;

import java.awt.Point;
import java.awt.Rectangle;

import ij.gui.Arrow;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/** Lines and points as the areas that they cover, for who marks pixels with a brush. */
public final class Scribbles {

	private static final int MARKED = 255;

	private Scribbles() {}

	/**
	 * The pixels that ImageJ would draw for a line of its width, or those that points lie in, as an
	 * area ROI with the same name, group, properties and position. Any other ROI is given back as it
	 * is, an arrow too, which points at something.
	 */
	public static Roi area(Roi roi) {
		boolean point = roi instanceof PointRoi, line = roi.isLine() && !(roi instanceof Arrow);
		if (!point && !line) return roi;
		int wide = Math.max(1, Math.round(roi.getStrokeWidth()));
		Rectangle box = roi.getBounds();
		box.grow(wide + 1, wide + 1);
		ByteProcessor pixels = new ByteProcessor(box.width, box.height);
		pixels.setColor(MARKED);
		if (point) for (Point p : roi.getContainedPoints())
			pixels.set(p.x - box.x, p.y - box.y, MARKED);
		else {
			Roi moved = (Roi) roi.clone();
			moved.setLocation(roi.getXBase() - box.x, roi.getYBase() - box.y);
			moved.drawPixels(pixels);
		}
		pixels.setThreshold(MARKED, MARKED, ImageProcessor.NO_LUT_UPDATE);
		Roi area = new ThresholdToSelection().convert(pixels);
		if (area == null) return roi;
		area.setLocation(area.getXBase() + box.x, area.getYBase() + box.y);
		area.setName(roi.getName());
		area.setGroup(roi.getGroup());
		if (roi.getPropertyCount() > 0) area.setProperties(roi.getProperties());
		if (roi.hasHyperStackPosition())
			area.setPosition(roi.getCPosition(), roi.getZPosition(), roi.getTPosition());
		else area.setPosition(roi.getPosition());
		return area;
	}
}
