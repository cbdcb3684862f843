package triptych.ij.annotation;

import java.awt.geom.GeneralPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import triptych.annotation.AnnotatedClass;
import triptych.annotation.Annotation;
import triptych.annotation.MaskOutline;
import triptych.annotation.Ring;
import triptych.annotation.Shape;
import triptych.core.Box;
import triptych.core.Numbers;
import triptych.ij.draw.GroupColours;
import triptych.ij.draw.Palette;

/**
 * Annotations as ROIs: named {@code class-0001}, group = class index + 1, with class, score and
 * whatever else the file said as properties.
 */
public final class AnnotationRois {

	/** Groups above this throw in ImageJ 1.54. */
	private static final int LARGEST_GROUP = 255;

	private final Map<String, Integer> classes = new LinkedHashMap<>();

	/** @param classes whose order gives their groups; others follow as they come */
	public AnnotationRois(List<AnnotatedClass> classes) {
		classes.forEach(c -> index(c.name()));
	}

	private int index(String className) {
		return classes.computeIfAbsent(className, c -> classes.size());
	}

	/** One each, but for classes of whole images, which have no outline. */
	public List<Roi> of(List<Annotation> annotations) {
		List<Roi> rois = new ArrayList<>(annotations.size());
		for (Annotation annotation : annotations)
			if (!(annotation.shape() instanceof Shape.WholeImage))
				rois.add(dressed(roi(annotation.shape()), annotation, rois.size() + 1));
		return rois;
	}

	private Roi dressed(Roi roi, Annotation annotation, int number) {
		// A "/" would become a folder in the zip of the ROI Manager.
		String name = String.format(Locale.ROOT, "%s-%04d",
			annotation.className().replace('/', '_'), number);
		boolean scored = !Double.isNaN(annotation.score());
		roi.setName(scored ? name + " " + Numbers.score(annotation.score()) : name);
		GroupColours.prepare();
		int index = index(annotation.className());
		roi.setGroup(Math.min(LARGEST_GROUP, index + 1));
		roi.setStrokeColor(Palette.ofClass(index));
		annotation.properties()
			.forEach((k, v) -> roi.setProperty(k.replaceAll("[:\\s]", "_"), v.replace('\n', ' ')));
		roi.setProperty("class", annotation.className().replace('\n', ' '));
		roi.setProperty("classId", String.valueOf(index));
		if (scored) roi.setProperty("score", String.valueOf(annotation.score()));
		if (annotation.crowd()) roi.setProperty("iscrowd", "1");
		return roi;
	}

	private static Roi roi(Shape shape) {
		if (shape instanceof Shape.Polygon p) return ofRings(p.rings());
		if (shape instanceof Shape.Pixels p) return ofPixels(MaskOutline.of(p.mask()));
		Box b = shape.box();
		return new Roi(b.x1(), b.y1(), b.width(), b.height());
	}

	private static Roi ofRings(List<Ring> rings) {
		if (rings.size() == 1) return polygon(rings.get(0));
		ShapeRoi all = new ShapeRoi(polygon(rings.get(0)));
		for (Ring ring : rings.subList(1, rings.size())) {
			ShapeRoi part = new ShapeRoi(polygon(ring));
			if (ring.hole()) all.not(part);
			else all.or(part);
		}
		return all;
	}

	/** Outlines along pixels neither cross nor cover each other, so the even-odd rule is enough. */
	private static Roi ofPixels(List<Ring> rings) {
		if (rings.size() == 1) return polygon(rings.get(0));
		GeneralPath path = new GeneralPath(GeneralPath.WIND_EVEN_ODD);
		for (Ring ring : rings) {
			double[] xy = ring.xy();
			path.moveTo(xy[0], xy[1]);
			for (int i = 2; i < xy.length; i += 2)
				path.lineTo(xy[i], xy[i + 1]);
			path.closePath();
		}
		return new ShapeRoi(path);
	}

	private static Roi polygon(Ring ring) {
		int n = ring.corners();
		float[] x = new float[n], y = new float[n];
		int[] wholeX = new int[n], wholeY = new int[n];
		boolean whole = true;
		for (int i = 0; i < n; i++) {
			x[i] = (float) ring.xy()[2 * i];
			y[i] = (float) ring.xy()[2 * i + 1];
			wholeX[i] = (int) x[i];
			wholeY[i] = (int) y[i];
			whole &= wholeX[i] == x[i] && wholeY[i] == y[i];
		}
		return whole ? new PolygonRoi(wholeX, wholeY, n, Roi.POLYGON)
			: new PolygonRoi(x, y, n, Roi.POLYGON);
	}
}
