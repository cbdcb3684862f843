package triptych.teach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import triptych.core.Numbers;
import triptych.core.Plural;
import triptych.teach.learn.CrossValidation;
import triptych.teach.learn.Examples;
import triptych.teach.learn.Forecast;
import triptych.teach.learn.LearningCurve.Point;

/** What is told of a taught model: how well it does, and what more examples would bring. */
final class TeachText {

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

	void add(CrossValidation made) {
		String interval = Double.isNaN(made.balanced().low()) ? ""
			: text(" (95 %% interval %.3f to %.3f)", made.balanced().low(), made.balanced().high());
		String how = made.byImage() ? "no image was on both sides"
			: "single examples were left out, since a class has all its examples in one image; on other"
				+ " images it may be less";
		lines.add(text("Balanced accuracy by cross-validation %.3f", made.balanced().value())
			+ interval + "; " + how + ".");
		for (int c = 0; c < made.counts().length; c++)
			lines.add(row(made.counts()[c], c));
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
		lines.add("Learning curve, examples of each class: " + curve.stream()
			.map(p -> text("%d: %.3f", p.perClass(), p.accuracy()))
			.collect(Collectors.joining(", ")) + ".");
		if (!Forecast.isPossible(curve)) return;
		Forecast forecast = Forecast.of(curve, examples.count());
		int there = Arrays.stream(examples.perClass()).min().orElse(0);
		Forecast.Range range = forecast.at(2 * there);
		lines.add(text("At %d of each class expect %.3f to %.3f.", 2 * there, range.low(),
			range.high()));
		lines.add(more(forecast, made, goal, there));
	}

	private String more(Forecast forecast, CrossValidation made, double goal, int there) {
		OptionalInt needed = forecast.needed(goal);
		String aim = text("For %s", Numbers.rounded(goal));
		if (needed.isEmpty()) return aim + " more examples alone may not be enough.";
		int more = needed.getAsInt() - there;
		if (more <= 0 && made.balanced().value() >= goal) return aim + " these should be enough.";
		if (more <= 0) return aim + " the curve expects these to be enough, yet "
			+ text("cross-validation gives %.3f: label some more of each class and teach again.",
				made.balanced().value());
		return aim + " label about " + more + " more of each class" + weakest(made)
			.map(name -> ", first of " + name + ", which is right least often.")
			.orElse(".");
	}

	private Optional<String> weakest(CrossValidation made) {
		double least = 1;
		String weakest = null;
		for (int c = 0; c < made.counts().length; c++) {
			int all = Arrays.stream(made.counts()[c]).sum();
			double share = made.counts()[c][c] / (double) all;
			if (share >= least) continue;
			least = share;
			weakest = examples.classes().get(c);
		}
		return Optional.ofNullable(weakest);
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}
}
