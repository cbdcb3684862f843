package triptych.evaluation.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import triptych.core.Box;
import triptych.core.Calibration;
import triptych.core.Numbers;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.core.pixels.RunMask;
import triptych.evaluation.compare.PlaneObjects.PlaneObject;
import triptych.evaluation.source.Content;
import triptych.metrics.objects.BestConfidence;
import triptych.metrics.objects.CocoEvaluation;
import triptych.metrics.objects.DetectionEvaluation;
import triptych.metrics.objects.ErrorEvaluation;
import triptych.metrics.objects.Found;
import triptych.metrics.objects.InstanceEvaluation;
import triptych.metrics.objects.Matching;
import triptych.metrics.objects.ObjectImage;
import triptych.metrics.objects.Truth;
import triptych.options.ClassLimits;

/**
 * Objects as boxes or as pixels. Of each image only which objects there are and how they overlap is
 * kept; the classes are known once all images are taken in.
 */
final class ObjectComparison implements Comparison {

	/** COCO's own limit of predictions an image and class, and ours where images hold more. */
	private static final int FEW = 100, MANY = 1000;

	/** A run that keeps weak predictions too has some below. */
	private static final double WEAK = 0.1;

	/** By so much F1 must be below the best for it to be said. */
	private static final double WORSE = 0.05;

	/** What a mask of foreground holds, which is no label image. */
	private static final int WHITE = 255;

	/** Figures of outlines that say nothing of boxes. */
	private static final Set<String> OF_OUTLINES = Set.of("ObjectAP", "ObjectAP50", "ObjectAP75",
		"Split", "Merged", "MatchedDice", "AreaBias", "AreaLimitLow", "AreaLimitHigh");

	private final Task task;
	private final Limits limits;
	private final ClassNames names;
	private final ClassList classes = new ClassList();
	/** Let go of one by one as the figures take them in. */
	private final Deque<ObjectImage> images = new ArrayDeque<>();
	private final List<Double> pixelAreas = new ArrayList<>();
	private final Set<String> units = new LinkedHashSet<>();
	private boolean scored, white = true;
	private int limit = FEW;
	private double lowest = 1;

	ObjectComparison(Task task, Limits limits, ClassNames names) {
		this.task = task;
		this.limits = limits;
		this.names = names;
	}

	@Override
	public void add(String name, Content truth, Content found) {
		PlanePair pair = PlanePair.of(name, truth, found, names, task);
		ObjectImage image = image(pair);
		images.add(image);
		int[] ofClass = new int[classes.size()];
		for (Truth t : image.truth())
			if (++ofClass[t.classId()] > FEW) limit = MANY;
		for (PlaneObject o : pair.found().all()) {
			scored |= !Double.isNaN(o.score());
			if (o.score() < lowest) lowest = o.score();
		}
		Calibration calibration = calibration(pair);
		pixelAreas.add(calibration.pixelArea());
		units.add(calibration.unit());
		white &= isWhite(truth);
	}

	private ObjectImage image(PlanePair pair) {
		List<Truth> truths = new ArrayList<>();
		for (int t = 0; t < pair.truth().all().size(); t++) {
			PlaneObject o = pair.truth().all().get(t);
			truths.add(new Truth(classes.ofTruth(o.className()), pair.truthArea(t), o.kind()));
		}
		List<Found> founds = new ArrayList<>();
		for (int f = 0; f < pair.found().all().size(); f++) {
			PlaneObject o = pair.found().all().get(f);
			double score = Double.isNaN(o.score()) ? 1 : o.score();
			founds.add(new Found(classes.ofFound(o.className()), pair.overlaps().foundArea(f), score));
		}
		return new ObjectImage(truths, founds, pair.overlaps());
	}

	/** That of the prediction, whose label image has the image's own. */
	private static Calibration calibration(PlanePair pair) {
		boolean own = pair.found().map() != null
			&& !pair.found().calibration().equals(Calibration.NONE);
		return own ? pair.found().calibration() : pair.truth().calibration();
	}

	private static boolean isWhite(Content content) {
		return content instanceof Content.Labels labels && labels.map().segments().size() < 2
			&& labels.map().segments().stream().allMatch(s -> s.id() == WHITE);
	}

	@Override
	public Outcome outcome() {
		long objects = images.stream().mapToLong(i -> i.truth().size()).sum();
		if (white && objects > 0 && task == Task.INSTANCE_SEGMENTATION)
			throw new TriptychException("The truth holds only the numbers 0 and 255, so it is a mask of"
				+ " the foreground and tells no objects apart; use task=semantic, or label images with a"
				+ " number for each object.");
		List<String> notes = new ArrayList<>(classes.settle());
		long predicted = images.stream().mapToLong(i -> i.found().size()).sum();
		List<String> all = classes.names();
		double[] confidences = confidences(all);
		CocoEvaluation coco = coco(all);
		DetectionEvaluation detection = new DetectionEvaluation(all, limits.iou(), confidences);
		ErrorEvaluation errors = new ErrorEvaluation(all, confidences);
		boolean calibrated = units.size() == 1;
		InstanceEvaluation instances = new InstanceEvaluation(all, limits.iou(), confidences,
			calibrated ? units.iterator().next() : "pixel");
		for (double pixelArea : pixelAreas) {
			ObjectImage image = settled(images.remove());
			coco.add(image);
			detection.add(image);
			errors.add(image);
			instances.add(image, calibrated ? pixelArea : 1);
		}
		if (!calibrated)
			notes.add("The images have different units (" + String.join(", ", units)
				+ "), so areas are in pixels.");
		tellWhatIsMissing(objects, predicted, notes);
		if (scored && lowest >= WEAK)
			notes.add("No prediction scores below " + Numbers.score(lowest) + ", as where a run has left"
				+ " the weaker ones out: average precision and the best threshold know nothing of them. Run"
				+ " again with confidence=0.01 to see them.");
		if (scored && limits.thresholds().equals(ClassLimits.NONE)) tellWorseF1(detection, notes);
		notes.addAll(coco.notes());
		boolean boxes = task == Task.DETECTION;
		String headline = boxes || scored ? "AP50" : "ObjectAP50";
		return new Outcome(task, all, List.of(coco, detection, instances, errors), headline,
			boxes ? OF_OUTLINES : Set.of(), objects, thresholds(detection, all), notes,
			(name, t, f) -> marks(name, t, f, confidences));
	}

	private void tellWhatIsMissing(long objects, long predicted, List<String> notes) {
		if (objects == 0)
			notes.add("The truth holds no object in any of these images, so only wrong predictions can be"
				+ " counted; see that truth names the right folder or file.");
		if (predicted == 0)
			notes.add("Nothing was predicted in any of these images; see that predictions names the right"
				+ " folder or file.");
		else if (!scored)
			notes.add("The predictions bring no scores: average precision has one point only,"
				+ " so read F1 and ObjectAP.");
	}

	/** As where all predictions were asked for, so that average precision sees them. */
	private void tellWorseF1(DetectionEvaluation detection, List<String> notes) {
		BestConfidence best = detection.best();
		double f1 = detection.headline().value();
		if (!(best.f1() > f1 + WORSE)) return;
		notes.add("F1, precision, recall and counts take in every prediction that scores at"
			+ " least " + Numbers.exact(limits.confidence()) + ", which gives an F1 of "
			+ Numbers.score(f1) + "; with confidence=" + Numbers.exact(best.confidence()) + " it is "
			+ Numbers.score(best.f1()) + ". Evaluate again with that key to see the others,"
			+ " and the pictures of a report without the weak ones.");
	}

	private CocoEvaluation coco(List<String> all) {
		return limit == FEW ? new CocoEvaluation(all) : new CocoEvaluation(all, 1, 10, FEW, MANY);
	}

	private ObjectImage settled(ObjectImage image) {
		return new ObjectImage(
			image.truth()
				.stream()
				.map(t -> new Truth(classes.settled(t.classId()), t.area(), t.kind()))
				.toList(),
			image.found()
				.stream()
				.map(f -> new Found(classes.settled(f.classId()), f.area(), f.score()))
				.toList(),
			image.overlaps());
	}

	private Marks marks(String name, Content truth, Content found, double[] least) {
		PlanePair pair = PlanePair.of(name, truth, found, names, task);
		ObjectImage settled = settled(image(pair));
		int[] truthOf = Matching.free(settled, limits.iou()).truthOf();
		boolean[] matched = new boolean[settled.truth().size()];
		List<Marks.Mark> marks = new ArrayList<>();
		Drawn t = new Drawn(pair.truth(), pair.size()), f = new Drawn(pair.found(), pair.size());
		for (int k = 0; k < truthOf.length; k++) {
			Found one = settled.found().get(k);
			if (one.score() < least[one.classId()] || truthOf[k] == Matching.ASIDE) continue;
			if (truthOf[k] >= 0) matched[truthOf[k]] = true;
			marks.add(f.mark(k, truthOf[k] >= 0 ? Marks.Kind.RIGHT : Marks.Kind.WRONG));
		}
		for (int k = 0; k < matched.length; k++)
			if (!matched[k] && settled.truth().get(k).kind() == Truth.Kind.OBJECT)
				marks.add(t.mark(k, Marks.Kind.MISSED));
		return Marks.ofShapes(pair.size(), marks);
	}

	/** The shapes of one side; those of boxes have no pixels. */
	private final class Drawn {

		private final PlaneObjects objects;
		private final List<Box> boxes;
		private final List<RunMask> masks;

		Drawn(PlaneObjects objects, PlaneSize size) {
			this.objects = objects;
			boxes = objects.boxes();
			masks = task == Task.DETECTION ? null : objects.masks(size);
		}

		Marks.Mark mark(int k, Marks.Kind kind) {
			return new Marks.Mark(kind, objects.all().get(k).className(), boxes.get(k),
				masks == null ? null : masks.get(k));
		}
	}

	private double[] confidences(List<String> all) {
		double[] confidences = new double[all.size()];
		Arrays.fill(confidences, limits.confidence());
		classes.limits(limits.thresholds()).forEach((c, limit) -> confidences[c] = limit);
		return confidences;
	}

	private Optional<Thresholds> thresholds(DetectionEvaluation detection, List<String> all) {
		if (!scored) return Optional.empty();
		double[] best = detection.bestConfidences();
		Map<String, Double> byClass = new LinkedHashMap<>();
		for (int c = 0; c < best.length; c++)
			byClass.put(all.get(c), best[c]);
		return Optional.of(new Thresholds(detection.best().confidence(), byClass));
	}
}
