package triptych.evaluation.compare;

import java.util.ArrayList;
import java.util.List;

import triptych.annotation.Annotation;
import triptych.annotation.Shape;
import triptych.core.Box;
import triptych.core.Calibration;
import triptych.core.IdIndex;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.pixels.RunMask;
import triptych.evaluation.source.Content;
import triptych.metrics.objects.Truth;

/**
 * The objects of one plane, one by one.
 *
 * @param map where they come from a label image, whose segments they are in their order; else null
 */
record PlaneObjects(Calibration calibration, LabelMap map, List<PlaneObject> all) {

	/**
	 * @param score NaN where there is none
	 * @param area as the annotation says it, NaN where it does not
	 * @param shape null where the object is an id of the map
	 */
	record PlaneObject(String className, double score, Truth.Kind kind, double area, Shape shape) {}

	static PlaneObjects of(Content content, ClassNames names) {
		if (content instanceof Content.Labels labels) return ofLabels(labels, names);
		if (content instanceof Content.Objects objects) return ofAnnotations(objects, names);
		throw new IllegalArgumentException("classes of an image are no objects");
	}

	private static PlaneObjects ofLabels(Content.Labels labels, ClassNames names) {
		LabelMap map = labels.map();
		List<PlaneObject> all = new ArrayList<>(map.segments().size());
		for (Segment s : map.segments())
			all.add(new PlaneObject(names.of(s.best().className()), s.best().score(),
				Truth.Kind.OBJECT, Double.NaN, null));
		return new PlaneObjects(labels.calibration(), map, all);
	}

	private static PlaneObjects ofAnnotations(Content.Objects objects, ClassNames names) {
		List<PlaneObject> all = new ArrayList<>();
		for (Annotation a : objects.annotations())
			if (!(a.shape() instanceof Shape.WholeImage))
				all.add(new PlaneObject(names.of(a.className()), a.score(), kind(a), area(a), a.shape()));
		return new PlaneObjects(Calibration.NONE, null, all);
	}

	private static Truth.Kind kind(Annotation a) {
		if (a.crowd()) return Truth.Kind.CROWD;
		boolean difficult = "1".equals(a.properties().get("difficult"));
		return difficult ? Truth.Kind.DIFFICULT : Truth.Kind.OBJECT;
	}

	private static double area(Annotation a) {
		try {
			return Double.parseDouble(a.properties().getOrDefault("area", "NaN"));
		}
		catch (NumberFormatException e) {
			return Double.NaN;
		}
	}

	/** The ids of the map, in the order of the objects. */
	IdIndex ids() {
		return IdIndex.of(map.segments().stream().mapToInt(Segment::id).toArray());
	}

	/** The map with the ids 1..n, for arrays with an element for each. */
	private LabelMap numbered() {
		return map.renumbered(s -> true);
	}

	List<Box> boxes() {
		if (map == null) return all.stream().map(o -> o.shape().box()).toList();
		int[] b = numbered().boxes();
		List<Box> boxes = new ArrayList<>(all.size());
		for (int id = 1; id <= all.size(); id++)
			boxes.add(new Box(b[4 * id], b[4 * id + 1], b[4 * id] + b[4 * id + 2],
				b[4 * id + 1] + b[4 * id + 3]));
		return boxes;
	}

	List<RunMask> masks(PlaneSize size) {
		if (map == null)
			return all.stream().map(o -> o.shape().pixels(size.width(), size.height())).toList();
		LabelMap numbered = numbered();
		int[] boxes = numbered.boxes();
		List<RunMask> masks = new ArrayList<>(all.size());
		for (int id = 1; id <= all.size(); id++)
			masks.add(RunMask.of(numbered.mask(id, boxes)));
		return masks;
	}
}
