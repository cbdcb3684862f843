package triptych.ij.annotation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import ij.gui.Roi;
import ij.process.FloatPolygon;
import ij.process.ImageProcessor;
import triptych.annotation.Annotation;
import triptych.annotation.Ring;
import triptych.annotation.Shape;
import triptych.core.Box;
import triptych.core.Mask;
import triptych.core.pixels.RunMask;
import triptych.ij.convert.LabelPlane;

/**
 * An area ROI as an annotation. Rectangles and polygons keep their corners, shapes of several parts
 * their outlines; ovals and what ImageJ paints in its own way become the pixels that ImageJ counts.
 */
public final class RoiAnnotation {

	/** Properties that say what the annotation's own fields say. */
	private static final Set<String> SAID = Set.of("class", "classId", "score", "triptych");

	private RoiAnnotation() {}

	/** The class is the ROI's property, else the name of its group. */
	public static Annotation of(Roi roi) {
		return new Annotation(className(roi), score(roi), "1".equals(roi.getProperty("iscrowd")),
			shape(roi), properties(roi));
	}

	/** Slice and frame that it lies on, such as 3.1; 1.1 where it lies on all, or in no stack. */
	public static String plane(Roi roi) {
		int slice = roi.hasHyperStackPosition() ? roi.getZPosition() : roi.getPosition();
		int frame = roi.hasHyperStackPosition() ? roi.getTPosition() : 1;
		return Math.max(1, slice) + "." + Math.max(1, frame);
	}

	private static Shape shape(Roi roi) {
		if (roi.getType() == Roi.RECTANGLE && roi.getCornerDiameter() == 0) {
			var b = roi.getFloatBounds();
			return new Shape.Rectangle(new Box(b.x, b.y, b.x + b.width, b.y + b.height));
		}
		return switch (roi.getType()) {
			case Roi.POLYGON, Roi.FREEROI, Roi.TRACED_ROI -> polygon(roi.getFloatPolygon());
			case Roi.COMPOSITE -> CompositeRings.of(roi);
			default -> pixels(roi);
		};
	}

	private static Shape polygon(FloatPolygon corners) {
		double[] xy = new double[2 * corners.npoints];
		for (int i = 0; i < corners.npoints; i++) {
			xy[2 * i] = corners.xpoints[i];
			xy[2 * i + 1] = corners.ypoints[i];
		}
		return new Shape.Polygon(java.util.List.of(new Ring(xy)));
	}

	private static Shape pixels(Roi roi) {
		var b = roi.getBounds();
		ImageProcessor painted = roi.getMask();
		byte[] inside = new byte[b.width * b.height];
		for (int i = 0; i < inside.length; i++)
			if (painted == null || painted.get(i) != 0) inside[i] = 1;
		return new Shape.Pixels(RunMask.of(new Mask(b.x, b.y, b.width, b.height, inside)));
	}

	private static String className(Roi roi) {
		String name = roi.getProperty("class");
		if (name != null) return name;
		if (roi.getGroup() == 0) return LabelPlane.UNKNOWN;
		String group = Roi.getGroupName(roi.getGroup());
		return group == null ? "group " + roi.getGroup() : group;
	}

	private static double score(Roi roi) {
		String text = roi.getProperty("score");
		try {
			return text == null || text.isEmpty() ? Double.NaN : Double.parseDouble(text);
		}
		catch (NumberFormatException e) {
			return Double.NaN;
		}
	}

	private static Map<String, String> properties(Roi roi) {
		Map<String, String> properties = new LinkedHashMap<>();
		String text = roi.getProperties();
		if (text == null) return properties;
		for (String line : text.split("\n")) {
			int colon = line.indexOf(": ");
			String key = colon < 0 ? "" : line.substring(0, colon);
			if (colon > 0 && !SAID.contains(key)) properties.put(key, line.substring(colon + 2));
		}
		return properties;
	}
}
