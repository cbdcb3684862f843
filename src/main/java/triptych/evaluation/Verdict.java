package triptych.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import triptych.advice.TaskAdvice;
import triptych.core.Plural;
import triptych.evaluation.compare.Outcome;
import triptych.metrics.Interval;

/**
 * Whether the predictions are good enough, and what to do where they are not.
 *
 * @param kind stop, label more or escalate
 * @param reasons sentences with figures
 * @param next the task to go on to, blank unless it is to escalate
 */
public record Verdict(Kind kind, String metric, double value, double low, double high,
	double target, List<String> reasons, String next)
{

	/** What there is to do. */
	public enum Kind {
		STOP("stop"), LABEL_MORE("label more"), ESCALATE("escalate");

		private final String words;

		Kind(String words) {
			this.words = words;
		}

		public String words() {
			return words;
		}
	}

	/** What a headline must reach where no target is given; the advisor's own suggestions. */
	private static final Map<String, Double> SUGGESTED = Map.of("BalancedAccuracy", 0.9, "F1", 0.9,
		"AP50", 0.7, "ObjectAP50", 0.7, "MeanIoU", 0.8, "PQ", 0.5, "RQ", 0.7);

	/** Empty where there is no target, and no advice that a suggested one could follow from. */
	static Optional<Verdict> of(Outcome outcome, Interval headline, OptionalDouble target,
		Optional<TaskAdvice> advice)
	{
		if (target.isEmpty() && advice.isEmpty()) return Optional.empty();
		double value = outcome.value(outcome.headline());
		if (Double.isNaN(value)) return Optional.empty();
		double wanted = target.orElse(SUGGESTED.get(outcome.headline()));
		List<String> reasons = new ArrayList<>();
		if (target.isEmpty())
			reasons.add("No target was given; " + wanted + " is a suggestion to start with.");
		return Optional.of(of(outcome, headline, value, wanted, reasons, advice));
	}

	private static Verdict of(Outcome outcome, Interval headline, double value, double target,
		List<String> reasons, Optional<TaskAdvice> advice)
	{
		double low = headline == null ? Double.NaN : headline.low();
		double high = headline == null ? Double.NaN : headline.high();
		String said = FigureText.of(outcome.headline(), value, headline);
		String name = outcome.headline(), images = Plural.of(outcome.images(), "image");
		if (low >= target) {
			reasons.add(said + " on " + images + ": even the lower end reaches the target " + target
				+ ".");
			return new Verdict(Kind.STOP, name, value, low, high, target, reasons, "");
		}
		if (value >= target) {
			reasons.add(said + " reaches the target " + target + ", but " + images
				+ " are too few to be sure: label more images to test on, of every kind"
				+ enough(value, low, target, outcome.images()) + ".");
			return new Verdict(Kind.LABEL_MORE, name, value, low, high, target, reasons, "");
		}
		boolean clearly = high < target;
		String end = clearly ? ", nor does the upper end." : "; the interval holds it.";
		reasons.add(said + " does not reach the target " + target + end);
		Escalation next = Escalation.of(outcome, clearly, target, advice);
		Weakness weakness = Weakness.of(outcome);
		reasons.addAll(weakness.sentences());
		if (next.isMeant()) {
			reasons.addAll(next.sentences());
			return new Verdict(Kind.ESCALATE, name, value, low, high, target, reasons,
				next.task().get().key());
		}
		reasons.addAll(weakness.advice());
		reasons.addAll(next.sentences());
		return new Verdict(Kind.LABEL_MORE, name, value, low, high, target, reasons, "");
	}

	/** An interval shrinks with the root of the number of images. */
	private static String enough(double value, double low, double target, int images) {
		double margin = value - target;
		if (Double.isNaN(low) || margin <= 0) return "";
		double needed = Math.ceil(images * Math.pow((value - low) / margin, 2));
		if (needed > 1e5) return "";
		return " (about " + (long) needed + " in all, if the figure stays)";
	}

	/** In sentences, the verdict first. */
	public String text() {
		String goal = next.isEmpty() ? "" : " to " + next;
		return kind.words() + goal + ". " + String.join(" ", reasons);
	}

	Map<String, Object> json() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("verdict", kind.words());
		json.put("metric", metric);
		json.put("value", FigureText.orNull(value));
		json.put("low", FigureText.orNull(low));
		json.put("high", FigureText.orNull(high));
		json.put("target", target);
		json.put("next", next);
		json.put("reasons", reasons);
		return json;
	}
}
