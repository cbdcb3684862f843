package triptych.evaluation;

import java.util.Locale;
import java.util.Map;

import triptych.metrics.Figure;
import triptych.metrics.Interval;

/** The result as lines for a terminal. */
public final class EvaluationText {

	private EvaluationText() {}

	public static String of(EvaluationResult result) {
		StringBuilder text = new StringBuilder();
		boolean several = result.outcome().classes().size() > 1;
		result.outcome().figures().forEach((className, figures) -> {
			boolean all = className.equals(Figure.ALL);
			if (!all && !several) return;
			if (!all) text.append(className).append('\n');
			lines(result, className, figures, text);
		});
		text.append(result.summary()).append('\n');
		result.sentences().forEach(s -> text.append(s).append('\n'));
		result.files().forEach(f -> text.append("wrote ").append(f).append('\n'));
		return text.toString();
	}

	/** Such as {@code AP50 0.861 0.812 to 0.903}. */
	private static void lines(EvaluationResult result, String className,
		Map<String, Figure> figures, StringBuilder text)
	{
		figures.forEach((name, figure) -> {
			double value = figure.value();
			if (Double.isNaN(value)) return;
			text.append(String.format(Locale.ROOT, "  %-18s%10.3f", name, value));
			Interval interval = result.intervals().of(className, name);
			if (interval != null && !Double.isNaN(interval.low()))
				text.append(
					String.format(Locale.ROOT, "  %.3f to %.3f", interval.low(), interval.high()));
			text.append('\n');
		});
	}
}
