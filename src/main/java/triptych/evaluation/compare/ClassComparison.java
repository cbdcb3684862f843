package triptych.evaluation.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

import triptych.annotation.Annotation;
import triptych.core.Numbers;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.evaluation.source.Content;
import triptych.metrics.Evaluation;
import triptych.metrics.classes.ClassificationEvaluation;
import triptych.metrics.classes.MultiLabelEvaluation;

/** Classes of whole images: one an image, or several where the truth or the predictions say so. */
final class ClassComparison implements Comparison {

	/** Scores of single classes sum up to one, so what is missing of it is missing of the classes. */
	private static final double WHOLE = 0.999;

	/** From which score on a class is said where no threshold is given. */
	private static final double USUAL = 0.5;

	private record Image(String name, Content.Classes truth, Content.Classes found) {}

	private final Limits limits;
	private final ClassNames names;
	private final List<Image> images = new ArrayList<>();

	ClassComparison(Limits limits, ClassNames names) {
		this.limits = limits;
		this.names = names;
	}

	@Override
	public void add(String name, Content truth, Content found) {
		images.add(new Image(name, classes(truth), classes(found)));
	}

	private Content.Classes classes(Content content) {
		Set<String> said = new LinkedHashSet<>();
		Map<String, Double> scores = new LinkedHashMap<>();
		if (content instanceof Content.Classes c) {
			c.said().forEach(n -> said.add(names.of(n)));
			BinaryOperator<Double> together = c.areShares() ? Double::sum : Math::max;
			c.scores().forEach((n, s) -> scores.merge(names.of(n), s, together));
		}
		if (content instanceof Content.Objects objects)
			for (Annotation a : objects.annotations()) {
				said.add(names.of(a.className()));
				if (!Double.isNaN(a.score())) scores.merge(names.of(a.className()), a.score(), Math::max);
			}
		return new Content.Classes(List.copyOf(said), scores);
	}

	@Override
	public Outcome outcome() {
		Set<String> truth = new LinkedHashSet<>(), found = new LinkedHashSet<>();
		images.forEach(i -> truth.addAll(i.truth.said()));
		images.forEach(i -> found.addAll(i.found.said()));
		images.forEach(i -> found.addAll(i.found.scores().keySet()));
		if (truth.isEmpty()) throw new TriptychException("The truth gives no image a class.");
		ClassNames.needCommon(truth, found);
		Set<String> all = new LinkedHashSet<>(truth);
		all.addAll(found);
		List<String> classes = List.copyOf(all);
		List<String> notes = new ArrayList<>(ClassNames.notes(truth, found));
		boolean several = images.stream()
			.anyMatch(i -> i.truth.said().size() != 1 || i.found.said().size() > 1);
		return several ? several(classes, notes) : single(classes, notes);
	}

	private Outcome single(List<String> classes, List<String> notes) {
		ClassificationEvaluation evaluation = new ClassificationEvaluation(classes);
		int without = 0;
		for (Image i : images) {
			int truth = classes.indexOf(i.truth.said().get(0));
			int said = i.found.said().isEmpty() ? -1 : classes.indexOf(i.found.said().get(0));
			double[] scores = scores(i.found, classes);
			if (scores == null) without++;
			evaluation.add(truth, said, scores);
		}
		long unsaid = images.stream()
			.filter(i -> i.found.said().isEmpty() && !i.found.scores().isEmpty())
			.count();
		if (unsaid > 0) notes.add(unsaid + " of " + images.size() + " images have scores, but no class"
			+ " that was accepted or scores 0.5; they count as wrong (predicted: none).");
		if (without > 0)
			notes.add(without + " of " + images.size() + " images have no scores of all classes, so ROC,"
				+ " average precision, calibration and Brier score leave them out (Classify Image... saves"
				+ " them with top= the number of classes).");
		return outcome(classes, evaluation, "BalancedAccuracy", Optional.empty(), notes);
	}

	private static double[] scores(Content.Classes found, List<String> classes) {
		Map<String, Double> scores = found.scores();
		double sum = scores.values().stream().mapToDouble(s -> s).sum();
		boolean whole = scores.keySet().containsAll(classes) || sum >= WHOLE;
		if (scores.isEmpty() || !whole) return null;
		return classes.stream().mapToDouble(c -> scores.getOrDefault(c, 0.0)).toArray();
	}

	private Outcome several(List<String> classes, List<String> notes) {
		double[] thresholds = new double[classes.size()];
		double usual = limits.confidence() > 0 ? limits.confidence() : USUAL;
		Arrays.fill(thresholds, usual);
		limits.thresholds().byClass(name -> index(classes, name))
			.forEach((c, limit) -> thresholds[c] = limit);
		MultiLabelEvaluation evaluation = new MultiLabelEvaluation(classes, thresholds);
		boolean missing = false;
		for (Image i : images) {
			boolean[] truth = new boolean[classes.size()];
			i.truth.said().forEach(n -> truth[classes.indexOf(n)] = true);
			double[] scores = new double[truth.length];
			for (int c = 0; c < scores.length; c++) {
				String name = classes.get(c);
				double said = i.found.said().contains(name) ? 1 : 0;
				missing |= said == 0 && !i.found.scores().containsKey(name);
				scores[c] = i.found.scores().getOrDefault(name, said);
			}
			evaluation.add(truth, scores);
		}
		if (missing) notes.add("Some scores are missing and count as 0.");
		Map<String, Double> best = new LinkedHashMap<>();
		for (int c = 0; c < classes.size(); c++)
			best.put(classes.get(c), evaluation.bestThresholds()[c]);
		return outcome(classes, evaluation, "F1", Optional.of(new Thresholds(Double.NaN, best)), notes);
	}

	private static int index(List<String> classes, String name) {
		int index = classes.indexOf(name);
		if (index < 0) throw new TriptychException("The key thresholds names the class \"" + name
			+ "\"; the classes are " + String.join(", ", classes) + ".");
		return index;
	}

	private Outcome outcome(List<String> classes, Evaluation evaluation, String headline,
		Optional<Thresholds> thresholds, List<String> notes)
	{
		return new Outcome(Task.CLASSIFICATION, classes, List.of(evaluation), headline, Set.of(), 0,
			thresholds, notes, (name, t, f) -> marks(classes(t), classes(f)));
	}

	private static Marks marks(Content.Classes truth, Content.Classes found) {
		String said = found.said()
			.stream()
			.map(c -> scored(c, found.scores().get(c)))
			.collect(Collectors.joining(", "));
		String predicted = said.isEmpty() ? "nothing" : said;
		return new Marks(new PlaneSize(0, 0), List.of(), new byte[0],
			"truth " + String.join(", ", truth.said()) + "; predicted " + predicted);
	}

	private static String scored(String name, Double score) {
		return score == null ? name : name + " " + Numbers.score(score);
	}
}
