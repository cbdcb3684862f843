package triptych.evaluation.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import triptych.annotation.Annotation;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.core.pixels.RunMask;
import triptych.evaluation.source.Content;
import triptych.metrics.pixels.PanopticEvaluation;
import triptych.metrics.pixels.PanopticSegment;

/** Things and stuff at once: a segment for every pixel. */
final class SceneComparison implements Comparison {

	private record Scene(int[] ids, List<PanopticSegment> segments) {}

	private final ClassNames names;
	private final List<String> classes = new ArrayList<>();
	private final Set<Integer> stuff = new HashSet<>();
	private final Set<String> inTruth = new LinkedHashSet<>(), inFound = new LinkedHashSet<>();
	private final boolean zeroIsVoid;
	private PanopticEvaluation evaluation;
	private long objects;

	/** @param zeroIsVoid true where pixels without a segment were not annotated, as in COCO */
	SceneComparison(ClassNames names, boolean zeroIsVoid) {
		this.names = names;
		this.zeroIsVoid = zeroIsVoid;
	}

	@Override
	public void add(String name, Content truth, Content found) {
		if (evaluation == null)
			evaluation = new PanopticEvaluation(classes, c -> !stuff.contains(c), zeroIsVoid);
		PlaneSize size = PlaneSize.of(name, truth, found);
		Scene a = scene(truth, size, inTruth), b = scene(found, size, inFound);
		objects += a.segments().size();
		evaluation.add(a.ids(), a.segments(), b.ids(), b.segments());
	}

	private Scene scene(Content content, PlaneSize size, Set<String> seen) {
		List<PanopticSegment> segments = new ArrayList<>();
		if (content instanceof Content.Labels labels) {
			LabelMap map = labels.map();
			for (Segment s : map.segments())
				segments.add(
					new PanopticSegment(s.id(), index(s.best().className(), s.thing(), seen), false));
			return new Scene(map.ids(), segments);
		}
		int[] ids = new int[Math.multiplyExact(size.width(), size.height())];
		for (Annotation a : ((Content.Objects) content).annotations()) {
			boolean thing = !"0".equals(a.properties().get("isthing"));
			int id = segments.size() + 1;
			segments.add(new PanopticSegment(id, index(a.className(), thing, seen), a.crowd()));
			paint(a.shape().pixels(size.width(), size.height()), ids, size.width(), id);
		}
		return new Scene(ids, segments);
	}

	private static void paint(RunMask pixels, int[] ids, int width, int id) {
		for (int j = 0; j < pixels.height(); j++)
			for (int r = pixels.rows()[j]; r < pixels.rows()[j + 1]; r++) {
				int row = (pixels.y() + j) * width;
				for (int x = pixels.edges()[2 * r]; x < pixels.edges()[2 * r + 1]; x++)
					// A segment of a scene lies over no other; where outlines overlap the first counts.
					if (ids[row + x] == 0) ids[row + x] = id;
			}
	}

	private int index(String className, boolean thing, Set<String> seen) {
		String name = names.of(className);
		seen.add(name);
		if (!classes.contains(name)) classes.add(name);
		int index = classes.indexOf(name);
		if (!thing) stuff.add(index);
		return index;
	}

	@Override
	public Outcome outcome() {
		if (classes.isEmpty()) throw new TriptychException("Truth and predictions hold no segment.");
		ClassNames.needCommon(inTruth, inFound);
		String headline = evaluation.headline().metric().name();
		return new Outcome(Task.PANOPTIC_SEGMENTATION, List.copyOf(classes), List.of(evaluation),
			headline, Set.of(), objects, Optional.empty(), ClassNames.notes(inTruth, inFound),
			(name, t, f) -> new Marks(PlaneSize.of(name, t, f), List.of(), new byte[0], ""));
	}
}
