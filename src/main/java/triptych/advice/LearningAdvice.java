package triptych.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import triptych.advisor.Budget;
import triptych.advisor.need.Answer;
import triptych.advisor.need.ResourceTable;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;
import triptych.teach.learn.Forecast;
import triptych.teach.learn.LearningCurve.Point;

/**
 * How much to label before there is anything, by the nearest learning curve of
 * {@code curves.tsv}.
 *
 * @param needed images that come within 5 % of the best of the curve, NaN where they are no number
 *          of images, or where the curve has no points near enough to tell it
 * @param low what the curve lets expect of the images that are to be labelled, or of those needed;
 *          NaN where it has no points, or none near on both sides
 * @param high the same
 */
public record LearningAdvice(double needed, double low, double high, String sentence) {

	/** Where there is no curve, or nothing to label. */
	static final LearningAdvice NONE = new LearningAdvice(Double.NaN, Double.NaN, Double.NaN, "");

	private static final String TEACH = "teach";

	private static final double NEAR = 0.95;

	/**
	 * Between two points further apart than by this factor nobody has measured, so that a figure
	 * would be a guess; our choice.
	 */
	private static final int GAP = 3;

	/** Digits of a number of images that lies between two points. */
	private static final int DIGITS = 2;

	/** Of published figures, which come without one. */
	private static final double ERROR = 0.01;
	private static final int TESTED = 1000;

	/** What is asked about where only examples are clicked. */
	private static final int CLICKS = 20;

	private record Curve(String key, List<Point> points, OptionalDouble enough, String unit,
		String source)
	{

		static Optional<Curve> of(String task, boolean several) {
			for (String[] row : ResourceTable.rows("curves.tsv"))
				if (row[0].equals(task) && (several || row[1].equals("*"))) return Optional.of(new Curve(
					row[2], points(row[3]), row[4].isEmpty() ? OptionalDouble.empty()
						: OptionalDouble.of(Double.parseDouble(row[4])), row[5], row[6]));
			return Optional.empty();
		}

		private static List<Point> points(String cell) {
			if (cell.isEmpty()) return List.of();
			return Arrays.stream(cell.split(","))
				.map(p -> p.split(":"))
				.map(p -> new Point(Integer.parseInt(p[0]), Double.parseDouble(p[1]), ERROR))
				.toList();
		}

		Point last() {
			return points.get(points.size() - 1);
		}

		/** Between two points that are near enough. */
		Optional<Forecast.Range> at(double n) {
			return isNear(n) ? Optional.of(Forecast.of(points, TESTED).at((int) n)) : Optional.empty();
		}

		private boolean isNear(double n) {
			for (int i = 1; i < points.size(); i++) {
				int low = points.get(i - 1).perClass(), high = points.get(i).perClass();
				if (n >= low && n <= high) return high <= GAP * low;
			}
			return false;
		}

		boolean isBeyond(double n) {
			return !points.isEmpty() && n > last().perClass();
		}

		/** The last point that stays more than 5 % below the best. */
		Point before() {
			Point before = points.get(0);
			for (Point p : points)
				if (p.accuracy() < NEAR * last().accuracy()) before = p;
			return before;
		}

		double needed(Budget budget) {
			if (unit.equals("outlines")) return budget.objects().isEmpty() ? Double.NaN
				: Math.ceil(enough.orElseThrow() / Math.max(1, budget.objects().getAsDouble()));
			if (unit.equals("examples")) return Double.NaN;
			if (enough.isPresent()) return enough.getAsDouble();
			OptionalInt found = Forecast.of(points, TESTED)
				.needed(NEAR * last().accuracy(), last().perClass());
			double needed = found.isPresent() ? found.getAsInt() : last().perClass();
			return isNear(needed) ? rounded(needed) : Double.NaN;
		}
	}

	/** @param command where it runs, there is nothing to label */
	static LearningAdvice of(TaskChoice task, Answer several, NextCommand command, Budget budget,
		Words words)
	{
		if (command.runs()) return NONE;
		String of = command.teaches() ? TEACH : task.key();
		return Curve.of(of, several == Answer.YES)
			.map(curve -> of(curve, budget, words))
			.orElse(NONE);
	}

	private static LearningAdvice of(Curve curve, Budget budget, Words words) {
		double needed = curve.needed(budget);
		boolean clicks = curve.unit().equals("examples");
		double labelled = clicks ? CLICKS : budget.images().orElse(needed);
		Optional<Forecast.Range> range = curve.at(labelled);
		List<String> said = new ArrayList<>();
		said.add(known(curve, words));
		if (!Double.isNaN(needed)) said.add(words.say("learning.needed", words.amount(needed)));
		else if (curve.unit().equals("images")) said.add(words.say("learning.more",
			words.amount(curve.before().perClass()), words.amount(curve.last().perClass())));
		range.ifPresent(r -> said.add(words.say(clicks ? "learning.expect.examples"
			: "learning.expect", words.amount(labelled), number(r.low(), words),
			number(r.high(), words))));
		if (!clicks && curve.isBeyond(labelled)) said.add(words.say("learning.beyond",
			words.amount(labelled), words.amount(curve.last().perClass())));
		said.add(words.say("learning.source",
			words.sayOr("source.curve." + curve.key(), curve.source())));
		return new LearningAdvice(needed, range.map(Forecast.Range::low).orElse(Double.NaN),
			range.map(Forecast.Range::high).orElse(Double.NaN), words.join(said));
	}

	private static String known(Curve curve, Words words) {
		String key = "learning." + curve.key();
		if (curve.points().isEmpty()) return words.say(key, "", "",
			words.amount(curve.enough().orElseThrow()));
		Point first = curve.points().get(0), last = curve.last();
		return words.say(key, words.amount(first.perClass()), number(first.accuracy(), words),
			words.amount(last.perClass()), number(last.accuracy(), words));
	}

	private static String number(double value, Words words) {
		return words.language().number(value, 3);
	}

	/** To two digits: a curve between its points tells no more. */
	private static double rounded(double images) {
		double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(images)) + 1 - DIGITS));
		return Math.round(images / unit) * unit;
	}
}
