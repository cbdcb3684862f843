package triptych.teach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import triptych.core.Plural;
import triptych.teach.learn.CrossValidation;
import triptych.teach.learn.Examples;
import triptych.teach.learn.LearnerChoice;
import triptych.teach.learn.LearningCurve.Point;

/** What is told of a taught model: how well it does, and what more examples would bring. */
final class TeachText {

	private static final AccuracyText.Unit UNIT = new AccuracyText.Unit("label", "example",
		"examples");

	private final Examples examples;
	private final List<String> lines = new ArrayList<>();

	TeachText(Gathered gathered) {
		examples = gathered.examples();
		int[] counts = examples.perClass();
		List<String> each = new ArrayList<>();
		for (int c = 0; c < counts.length; c++)
			each.add(counts[c] + " " + examples.classes().get(c));
		int images = Arrays.stream(examples.imageOf()).max().orElse(0) + 1;
		lines.add(Plural.of(examples.count(), "example") + " on " + Plural.of(images, "image") + ": "
			+ String.join(", ", each) + "; " + Plural.of(gathered.channels(), "channel") + ", "
			+ examples.features()[0].length + " features.");
	}

	List<String> lines() {
		return lines;
	}

	void noValidation() {
		lines.add("A class with one example only cannot be tried on another one, so nothing is known"
			+ " about how good the model is; give at least two of each, better twenty.");
	}

	void add(LearnerChoice choice) {
		choice.trees().ifPresent(trees -> lines.add(compared(choice, trees)));
		CrossValidation made = choice.made();
		lines.add(text(made).balanced(made.byImage() ? "no image was on both sides"
			: "single examples were left out, since a class has all its examples in one image; on other"
				+ " images it may be less"));
		for (int c = 0; c < made.counts().length; c++)
			lines.add(row(made.counts()[c], c));
	}

	private static String compared(LearnerChoice choice, CrossValidation trees) {
		double linear = choice.linear().balanced().value(), theirs = trees.balanced().value();
		String format = choice.better()
			? "Trees, because %.3f against %.3f of a linear classifier, by cross-validation."
			: "A linear classifier; trees, with %.3f against %.3f by cross-validation, are not better by"
				+ " more than chance.";
		return String.format(Locale.ROOT, format, theirs, linear);
	}

	private String row(int[] counts, int own) {
		List<String> wrong = new ArrayList<>();
		for (int k = 0; k < counts.length; k++)
			if (k != own && counts[k] > 0) wrong.add(counts[k] + " " + examples.classes().get(k));
		String taken = wrong.isEmpty() ? "" : "; taken for " + String.join(", ", wrong);
		int all = Arrays.stream(counts).sum();
		return examples.classes().get(own) + ": " + counts[own] + " of " + all + " right" + taken + ".";
	}

	/** @param goal a balanced accuracy */
	void add(List<Point> curve, CrossValidation made, double goal) {
		lines.addAll(text(made).more(curve, goal));
	}

	private AccuracyText text(CrossValidation made) {
		return new AccuracyText(made, examples.classes(), examples.perClass(), UNIT);
	}
}
