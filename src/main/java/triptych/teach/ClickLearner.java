package triptych.teach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import triptych.core.Mask;
import triptych.core.Plane;
import triptych.core.TriptychException;
import triptych.teach.features.FeatureModel;
import triptych.teach.features.Levels;
import triptych.teach.learn.Classifier;
import triptych.teach.learn.CrossValidation;
import triptych.teach.learn.Examples;
import triptych.teach.learn.Forecast;
import triptych.teach.learn.Learner;
import triptych.teach.learn.LearnerChoice;
import triptych.teach.learn.LearningCurve;
import triptych.teach.learn.LinearLearner;

/**
 * Learns from the clicks of a session and guesses all other objects. Every object is measured once,
 * with levels from the objects of the first plane, where the model that is saved in the end has
 * those of its examples.
 */
public final class ClickLearner implements AutoCloseable {

	/** The balanced accuracy that the sentence on more examples aims at. */
	private static final double GOAL = 0.99;

	/** Objects that are measured between two looks at what the user has done meanwhile. */
	private static final int FEW = 50;

	/** Until measurements are told first, then twice as long: to draw very many takes its time. */
	private static final long BETWEEN = 1_000_000_000;

	private final ClickSession session;
	private FeatureModel model;
	private float[][] levels;
	private volatile boolean closed;

	public ClickLearner(ClickSession session) {
		this.session = session;
	}

	/**
	 * Learns, and tells what it guesses as soon as it has learnt, now and then while it measures
	 * further objects, and in the end. It ends early when the session has changed.
	 *
	 * @throws TriptychException where an object cannot be measured
	 */
	public synchronized void learn(Consumer<ClickGuess> hears) {
		int change = session.changes();
		List<ClickedPlane> planes = session.planes();
		if (planes.isEmpty() || closed) return;
		open(planes.get(0));
		Taken taken = taken(planes);
		if (taken.classes.size() < 2) {
			hears.accept(ClickGuess.none(change, taken.classes.isEmpty() ? "No object has a class yet."
				: "Examples of a second class are needed before anything can be guessed."));
			return;
		}
		Learnt learnt = new Learnt(change, taken);
		hears.accept(learnt.guess(planes));
		long told = System.nanoTime(), between = BETWEEN;
		boolean more = true;
		while (more) {
			if (closed || session.changes() != change) return;
			more = measureSome(planes);
			boolean due = System.nanoTime() - told > between;
			if (more && !due) continue;
			hears.accept(learnt.guess(planes));
			told = System.nanoTime();
			between *= 2;
		}
	}

	private void open(ClickedPlane first) {
		if (model != null) return;
		Plane plane = first.seen().plane();
		Levels found = new Levels(plane.channels());
		for (int i = 0; i < first.rois().size() && !found.enough(); i++)
			first.pixels(i).ifPresent(mask -> found.add(plane, mask));
		levels = found.levels();
		model = new FeatureModel(plane.channels(), levels);
	}

	/** The features of an object; null where it has no pixel in the image. */
	private double[] measured(ClickedPlane plane, int object) {
		double[] known = plane.features(object);
		if (known != null) return known;
		Optional<Mask> pixels = plane.pixels(object);
		if (pixels.isEmpty()) return null;
		double[] values = model.of(plane.seen().plane(), pixels.get());
		if (!Arrays.stream(values).allMatch(Double::isFinite)) throw new TriptychException(
			"An object of the image \"" + plane.title() + "\" cannot be measured: it holds values that"
				+ " are no numbers, or too large ones.");
		plane.measured(object, values);
		return values;
	}

	/** False once there is no more. */
	private boolean measureSome(List<ClickedPlane> planes) {
		int done = 0;
		for (ClickedPlane plane : planes)
			for (int i = 0; i < plane.rois().size(); i++) {
				if (plane.features(i) != null) continue;
				if (done == FEW) return true;
				if (measured(plane, i) != null) done++;
			}
		return false;
	}

	/** The examples of a moment, in the order of the classes that have some. */
	private record Taken(Examples examples, List<String> classes, int[] places) {}

	private Taken taken(List<ClickedPlane> planes) {
		List<double[]> rows = new ArrayList<>();
		List<Integer> classOf = new ArrayList<>(), imageOf = new ArrayList<>();
		int images = 0;
		for (ClickedPlane plane : planes) {
			int before = rows.size();
			int[] classes = plane.classes();
			for (int i = 0; i < classes.length; i++) {
				double[] features = classes[i] == ClickSession.NONE ? null : measured(plane, i);
				if (features == null) continue;
				rows.add(features);
				classOf.add(classes[i]);
				imageOf.add(images);
			}
			if (rows.size() > before) images++;
		}
		List<String> names = session.classes();
		int[] places = classOf.stream().mapToInt(c -> c).distinct().sorted().toArray();
		List<String> there = IntStream.of(places).mapToObj(names::get).toList();
		int[] packed = classOf.stream().mapToInt(c -> Arrays.binarySearch(places, c)).toArray();
		Examples examples = new Examples(rows.toArray(double[][]::new), packed,
			imageOf.stream().mapToInt(i -> i).toArray(), there);
		return new Taken(examples, there, places);
	}

	/** A classifier, and what is known of it. */
	private final class Learnt {

		private final int change;
		private final Taken taken;
		private final Classifier classifier;
		private final Optional<CrossValidation> validation;
		private final List<LearningCurve.Point> curve;
		private final Optional<Forecast> forecast;
		private final List<String> lines;

		Learnt(int change, Taken taken) {
			this.change = change;
			this.taken = taken;
			Examples examples = taken.examples;
			boolean enough = Arrays.stream(examples.perClass()).min().orElse(0) > 1;
			Optional<LearnerChoice> choice = enough ? Optional.of(LearnerChoice.of(examples))
				: Optional.empty();
			validation = choice.map(LearnerChoice::made);
			Learner learner = choice.map(LearnerChoice::learner).orElse(LinearLearner.USUAL);
			classifier = learner.learn(examples);
			curve = enough ? LearningCurve.of(examples, learner) : List.of();
			forecast = Forecast.isPossible(curve) ? Optional.of(Forecast.of(curve, examples.count()))
				: Optional.empty();
			TeachText text = new TeachText(new Gathered(examples,
				session.planes().get(0).seen().plane().channels(), levels, 0, List.of()));
			choice.ifPresentOrElse(text::add, text::noValidation);
			if (!curve.isEmpty()) validation.ifPresent(v -> text.add(curve, v, GOAL));
			lines = List.copyOf(text.lines());
		}

		ClickGuess guess(List<ClickedPlane> planes) {
			Map<ClickedPlane, ClickGuess.OfPlane> all = new IdentityHashMap<>();
			int unmeasured = 0;
			for (ClickedPlane plane : planes) {
				ClickGuess.OfPlane its = guess(plane);
				all.put(plane, its);
				for (int c : its.classOf())
					if (c == ClickSession.NONE) unmeasured++;
			}
			return new ClickGuess(change, taken.classes, all, validation, curve, forecast, lines,
				unmeasured);
		}

		private ClickGuess.OfPlane guess(ClickedPlane plane) {
			int n = plane.rois().size();
			int[] measured = IntStream.range(0, n).filter(i -> plane.features(i) != null).toArray();
			double[][] rows = IntStream.of(measured).mapToObj(plane::features).toArray(double[][]::new);
			double[][] scores = classifier.scoresOf(rows);
			int[] classOf = new int[n];
			double[] certainty = new double[n];
			Arrays.fill(classOf, ClickSession.NONE);
			for (int k = 0; k < measured.length; k++) {
				int best = 0;
				for (int c = 1; c < scores[k].length; c++)
					if (scores[k][c] > scores[k][best]) best = c;
				double next = 0;
				for (int c = 0; c < scores[k].length; c++)
					if (c != best) next = Math.max(next, scores[k][c]);
				classOf[measured[k]] = taken.places[best];
				certainty[measured[k]] = scores[k][best] - next;
			}
			return new ClickGuess.OfPlane(classOf, certainty);
		}
	}

	/** Waits for the learning that is going on, which ends soon. */
	@Override
	public void close() {
		closed = true;
		synchronized (this) {
			if (model != null) model.close();
			model = null;
		}
	}
}
