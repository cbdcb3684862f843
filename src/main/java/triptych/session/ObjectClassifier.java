package triptych.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import triptych.core.ClassScore;
import triptych.core.Classification;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Mask;
import triptych.core.Plane;
import triptych.core.PlaneCrop;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.Region;
import triptych.core.Region.RotatedBox;
import triptych.core.Segment;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelFamilies;
import triptych.model.InputSpec;
import triptych.pipeline.prepare.ObjectPlane;
import triptych.pipeline.prepare.PredictionPipeline;

/**
 * Gives every object that a model has found the class, and its score, that another model sees in
 * it. That model looks at all channels of the image, at the box of one object at a time, and where
 * it was taught by example at the object's pixels in it.
 */
public final class ObjectClassifier {

	private final ModelCache.Opened opened;
	private final PredictionPipeline pipeline;

	private ObjectClassifier(ModelCache.Opened opened) {
		this.opened = opened;
		pipeline = new PredictionPipeline(opened.preprocessor(), opened.runner(),
			ModelFamilies.decoder(opened.spec(), Thresholds.of(opened.spec())));
	}

	/** Where the keys name one. */
	public static Optional<ObjectClassifier> of(ModelCache.Opened finds) {
		return finds.classifier().map(ObjectClassifier::new);
	}

	public List<String> classes() {
		return opened.spec().classes();
	}

	/** True where it looks at colours. */
	public boolean inColour() {
		return opened.spec().input().channels() == 3;
	}

	/**
	 * The same objects under the same ids, with other classes and scores.
	 *
	 * @param found objects in pixels of the plane
	 * @param plane all of it, with all its channels
	 */
	public Prediction classified(Prediction found, Plane plane, Progress progress) {
		synchronized (opened.runner()) {
			try (EndOnStop end = new EndOnStop(opened.runner(), progress::stopped)) {
				if (found instanceof LabelMap map) return objects(map, plane, progress);
				return boxes(found.as(Detections.class), plane, progress);
			}
		}
	}

	private LabelMap objects(LabelMap map, Plane plane, Progress progress) {
		int[] boxes = map.boxes();
		List<Segment> segments = new ArrayList<>(map.segments().size());
		for (Segment s : map.segments()) {
			progress.check();
			boolean there = boxes[4 * s.id() + 2] > 0;
			ClassScore best = there ? best(plane, map.mask(s.id(), boxes), s.best()) : s.best();
			segments.add(new Segment(s.id(), best, s.thing()));
		}
		return new LabelMap(map.width(), map.height(), map.ids(), segments, map.scores());
	}

	private Detections boxes(Detections found, Plane plane, Progress progress) {
		List<Detection> items = new ArrayList<>(found.items().size());
		for (Detection d : found.items()) {
			progress.check();
			Mask pixels = pixels(d.region(), plane.width(), plane.height());
			items.add(new Detection(d.region(), best(plane, pixels, d.best())));
		}
		return new Detections(items);
	}

	private ClassScore best(Plane plane, Mask object, ClassScore before) {
		InputSpec input = opened.spec().input();
		Plane seen = input.wantsObject() ? ObjectPlane.of(plane, object, input.halo())
			: new PlaneCrop(plane, object.x(), object.y(), object.width(), object.height());
		return pipeline.predict(seen)
			.as(Classification.class)
			.scores()
			.stream()
			.max(Comparator.comparingDouble(ClassScore::score))
			.orElseThrow()
			.withDisagreement(before.disagreement());
	}

	/** The pixels of the plane whose middles lie inside, at least one. */
	private static Mask pixels(Region region, int width, int height) {
		int x = (int) Math.max(0, Math.min(width - 1, Math.floor(region.x1())));
		int y = (int) Math.max(0, Math.min(height - 1, Math.floor(region.y1())));
		int w = (int) Math.max(x + 1, Math.min(width, Math.ceil(region.x2()))) - x;
		int h = (int) Math.max(y + 1, Math.min(height, Math.ceil(region.y2()))) - y;
		byte[] inside = new byte[w * h];
		boolean any = false;
		for (int j = 0; j < h; j++)
			for (int i = 0; i < w; i++)
				if (holds(region, x + i, y + j)) {
					inside[j * w + i] = 1;
					any = true;
				}
		if (!any) inside[h / 2 * w + w / 2] = 1;
		return new Mask(x, y, w, h, inside);
	}

	private static boolean holds(Region region, int px, int py) {
		if (region instanceof Mask mask) return mask.holds(px, py);
		double x = px + 0.5, y = py + 0.5;
		if (region instanceof RotatedBox box) return box.holds(x, y);
		return x >= region.x1() && x < region.x2() && y >= region.y1() && y < region.y2();
	}
}
