package triptych.teach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import triptych.core.Numbers;
import triptych.core.Plural;
import triptych.teach.learn.CrossValidation;
import triptych.teach.learn.Forecast;
import triptych.teach.learn.LearningCurve.Point;

/**
 * How good a taught model is, and what more examples would bring, in sentences.
 *
 * @param classes in the order of {@code made}
 * @param perClass how many units there are of each class
 */
public record AccuracyText(CrossValidation made, List<String> classes, int[] perClass,
	Unit unit)
{

	/** What is given, and counted: examples of objects, or images with scribbles on them. */
	public record Unit(String give, String one, String several) {

		String of(int n) {
			return Plural.of(n, one, several);
		}
	}

	/** @param how it was parted */
	public String balanced(String how) {
		String interval = Double.isNaN(made.balanced().low()) ? ""
			: text(" (95 %% interval %.3f to %.3f)", made.balanced().low(), made.balanced().high());
		return text("Balanced accuracy by cross-validation %.3f", made.balanced().value()) + interval
			+ "; " + how + ".";
	}

	/**
	 * @param curve by the units of each class; may be empty
	 * @param goal a balanced accuracy
	 */
	public List<String> more(List<Point> curve, double goal) {
		List<String> lines = new ArrayList<>();
		if (curve.size() > 1) lines.add("Learning curve, " + unit.several() + " of each class: "
			+ curve.stream()
				.map(p -> text("%d: %.3f", p.perClass(), p.accuracy()))
				.collect(Collectors.joining(", ")) + ".");
		OptionalInt needed = OptionalInt.empty();
		int there = Arrays.stream(perClass).min().orElse(0);
		if (Forecast.isPossible(curve)) {
			Forecast forecast = Forecast.of(curve, Arrays.stream(perClass).sum());
			Forecast.Range range = forecast.at(2 * there);
			lines.add(text("At %s of each class expect %.3f to %.3f.", unit.of(2 * there), range.low(),
				range.high()));
			needed = forecast.needed(goal);
		}
		lines.add(made.balanced().value() >= goal ? reached(goal) : missing(goal, needed, there));
		return lines;
	}

	private String reached(double goal) {
		double low = made.balanced().low();
		return low >= goal ? text("For %s these should be enough.", Numbers.rounded(goal))
			: text("That is above %s, but so few %s leave room for %.3f; more of them would show it.",
				Numbers.rounded(goal), unit.several(), low);
	}

	private String missing(double goal, OptionalInt needed, int there) {
		String aim = text("For %s %s ", Numbers.rounded(goal), unit.give());
		String where = ", first where " + weakest() + " is taken for something else";
		if (needed.isEmpty()) return aim + "more on further images" + where
			+ "; it cannot be told how many it needs, and more alone may not be enough.";
		int more = needed.getAsInt() - there;
		if (more > 0) return aim + "about " + unit.of(more) + " more of each class" + where + ".";
		return aim + "some more of each class" + where + "; the curve expects these to be enough.";
	}

	private String weakest() {
		int weakest = 0;
		for (int c = 1; c < classes.size(); c++)
			if (right(c) < right(weakest)) weakest = c;
		return classes.get(weakest);
	}

	private double right(int c) {
		return made.counts()[c][c] / (double) Arrays.stream(made.counts()[c]).sum();
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}
}
