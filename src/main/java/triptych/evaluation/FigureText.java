package triptych.evaluation;

import java.util.Locale;

import triptych.metrics.Interval;

/** Figures in sentences and in JSON. */
public final class FigureText {

	private FigureText() {}

	/** Such as "AP50 0.861 (95 % interval 0.812 to 0.903)". */
	public static String of(String name, double value, Interval interval) {
		if (Double.isNaN(value)) return name + " is not defined here";
		String text = name + " " + number(value);
		if (interval == null || Double.isNaN(interval.low())) return text;
		return text + " (95 % interval " + number(interval.low()) + " to " + number(interval.high())
			+ ")";
	}

	static String number(double value) {
		return String.format(Locale.ROOT, "%.3f", value);
	}

	/** JSON has no word for what is not defined. */
	static Object orNull(double value) {
		return Double.isFinite(value) ? value : null;
	}
}
