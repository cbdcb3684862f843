package triptych.evaluation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.google.gson.GsonBuilder;

import triptych.evaluation.compare.Outcome;
import triptych.evaluation.compare.Thresholds;
import triptych.metrics.Interval;
import triptych.options.Options;
import triptych.session.Provenance;

/** The result as JSON: figures, definitions, what was left out, thresholds, verdict. */
public final class EvaluationJson {

	private EvaluationJson() {}

	public static String of(EvaluationResult result) {
		Outcome outcome = result.outcome();
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("task", outcome.task().key());
		json.put("images", outcome.images());
		json.put("headline", outcome.headline());
		json.put("metrics", metrics(result));
		if (!result.differences().isEmpty()) json.put("differences", differences(result));
		json.put("definitions", definitions(outcome));
		json.put("unmatched", result.unmatched());
		json.put("notes", result.notes());
		json.put("thresholds", outcome.thresholds().map(EvaluationJson::thresholds).orElse(null));
		json.put("verdict", result.verdict().map(Verdict::json).orElse(null));
		result.training().ifPresent(t -> json.put("training", t.json()));
		json.put("macro", Options.line(EvaluationRun.COMMAND, result.keys()));
		json.put("triptych", Provenance.version());
		return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create()
			.toJson(json) + "\n";
	}

	private static Map<String, Object> metrics(EvaluationResult result) {
		Map<String, Object> classes = new LinkedHashMap<>();
		result.outcome().figures().forEach((className, figures) -> {
			Map<String, Object> metrics = new LinkedHashMap<>();
			figures.forEach((name, figure) -> metrics.put(name, entry(figure.value(),
				result.intervals().of(className, name), figure.images())));
			classes.put(className, metrics);
		});
		return classes;
	}

	private static Map<String, Object> differences(EvaluationResult result) {
		Map<String, Object> classes = new LinkedHashMap<>();
		result.differences().forEach((className, all) -> {
			Map<String, Object> metrics = new LinkedHashMap<>();
			all.forEach((name, d) -> metrics.put(name, entry(d.value(), d, d.n())));
			classes.put(className, metrics);
		});
		return classes;
	}

	private static Map<String, Object> entry(double value, Interval interval, int n) {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("value", FigureText.orNull(value));
		entry.put("low", interval == null ? null : FigureText.orNull(interval.low()));
		entry.put("high", interval == null ? null : FigureText.orNull(interval.high()));
		entry.put("n", n);
		return entry;
	}

	private static Map<String, Object> definitions(Outcome outcome) {
		Map<String, Object> all = new LinkedHashMap<>();
		outcome.figures().values().forEach(figures -> figures.forEach((name, figure) -> {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("definition", figure.metric().definition());
			one.put("source", figure.metric().source());
			one.put("unit", figure.metric().unit());
			one.put("better", figure.metric().better().name().toLowerCase(Locale.ROOT));
			all.putIfAbsent(name, one);
		}));
		return all;
	}

	private static Map<String, Object> thresholds(Thresholds thresholds) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("confidence", FigureText.orNull(thresholds.confidence()));
		json.put("thresholds", thresholds.value());
		json.put("keys", thresholds.keys());
		return json;
	}
}
