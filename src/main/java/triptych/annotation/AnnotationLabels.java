package triptych.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.pixels.RunMask;

/**
 * Annotations painted into a label map: ids 1 to n in their order. Where they overlap the higher
 * score wins, one without a score before all, and of equals the first.
 */
public final class AnnotationLabels {

	private static final Losses.Kind HIDDEN = new Losses.Kind(
		"object lost pixels to others that lie over it", "objects lost pixels to others that lie over"
			+ " them");
	private static final Losses.Kind GONE = new Losses.Kind("object without a pixel of its own was"
		+ " left out", "objects without a pixel of their own were left out");
	private static final Losses.Kind BOX = new Losses.Kind("box became a filled rectangle",
		"boxes became filled rectangles");
	private static final Losses.Kind CLASS = new Losses.Kind("class of a whole image was left out",
		"classes of whole images were left out");
	private static final Losses.Kind CROWD = new Losses.Kind(
		"region of many objects (crowd) became one object",
		"regions of many objects (crowd) became one object each");

	private final Map<String, Integer> classes = new LinkedHashMap<>();
	private final Losses losses = new Losses();

	private final boolean tellsCrowds;

	/** @param classes in the order of their numbers; others follow as they come */
	public AnnotationLabels(List<AnnotatedClass> classes) {
		this(classes, false);
	}

	/** @param tellsCrowds true where what is painted is said to be a crowd elsewhere */
	public AnnotationLabels(List<AnnotatedClass> classes, boolean tellsCrowds) {
		this.tellsCrowds = tellsCrowds;
		classes.forEach(c -> index(c.name()));
	}

	private int index(String className) {
		return classes.computeIfAbsent(className, c -> classes.size());
	}

	/** What label images could not hold so far. */
	public Losses losses() {
		return losses;
	}

	public LabelMap of(List<Annotation> annotations, int width, int height) {
		int[] ids = new int[Math.multiplyExact(width, height)];
		List<Annotation> objects = new ArrayList<>(annotations);
		objects.removeIf(a -> a.shape() instanceof Shape.WholeImage);
		for (int i = objects.size(); i < annotations.size(); i++) losses.add(CLASS);
		Integer[] weakestFirst = IntStream.range(0, objects.size()).boxed().toArray(Integer[]::new);
		Arrays.sort(weakestFirst,
			Comparator.<Integer>comparingDouble(i -> certainty(objects.get(i)))
				.thenComparing(Comparator.reverseOrder()));
		long[] painted = new long[objects.size() + 1];
		for (int i : weakestFirst)
			painted[i + 1] = paint(objects.get(i), i + 1, ids, width, height);
		return map(objects, ids, painted, width, height);
	}

	/** What somebody has drawn is certain. */
	private static double certainty(Annotation annotation) {
		return Double.isNaN(annotation.score()) ? 2 : annotation.score();
	}

	private long paint(Annotation annotation, int id, int[] ids, int width, int height) {
		if (annotation.shape() instanceof Shape.Rectangle) losses.add(BOX);
		if (annotation.crowd() && !tellsCrowds) losses.add(CROWD);
		RunMask mask = annotation.shape().pixels(width, height);
		long painted = 0;
		for (int j = 0; j < mask.height(); j++) {
			int y = mask.y() + j;
			if (y < 0 || y >= height) continue;
			for (int r = mask.rows()[j]; r < mask.rows()[j + 1]; r++) {
				int from = Math.max(0, mask.edges()[2 * r]);
				int to = Math.min(width, mask.edges()[2 * r + 1]);
				if (from >= to) continue;
				Arrays.fill(ids, y * width + from, y * width + to, id);
				painted += to - from;
			}
		}
		return painted;
	}

	private LabelMap map(List<Annotation> objects, int[] ids, long[] painted, int width,
		int height)
	{
		long[] left = new long[painted.length];
		for (int id : ids)
			left[id]++;
		List<Segment> segments = new ArrayList<>(objects.size());
		for (int id = 1; id < painted.length; id++) {
			Annotation its = objects.get(id - 1);
			if (left[id] == 0) losses.add(GONE);
			else segments.add(new Segment(id,
				new ClassScore(index(its.className()), its.className(), its.score()), true));
			if (left[id] > 0 && left[id] < painted[id]) losses.add(HIDDEN);
		}
		return new LabelMap(width, height, ids, segments);
	}
}
