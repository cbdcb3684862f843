package triptych.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.google.gson.GsonBuilder;
import triptych.advisor.Cost;
import triptych.advisor.Range;
import triptych.advisor.need.Words;
import triptych.advisor.question.QuotedCue;

/**
 * Advice as JSON: the columns of the row, the words that told, the certainty and the cost of every
 * task.
 */
public final class AdviceJson {

	private AdviceJson() {}

	public static String of(TaskAdvice all) {
		Map<String, Object> json = new LinkedHashMap<>();
		List<Object> row = all.table().rows().get(0);
		for (int i = 0; i < TaskAdvice.COLUMNS.size(); i++)
			json.put(TaskAdvice.COLUMNS.get(i),
				row.get(i) instanceof Double d && !Double.isFinite(d) ? null : row.get(i));
		json.put("Question", all.advice().missing().map(q -> q.question(all.words())).orElse(""));
		json.put("Language", all.reading().language().key());
		json.put("Words", all.reading().cues().stream().map(AdviceJson::cue).toList());
		Map<String, Double> certainties = new LinkedHashMap<>();
		all.reading()
			.probabilities()
			.forEach((task, p) -> certainties.put(task.key(), TaskAdvice.rounded(p)));
		json.put("Certainties", certainties);
		json.put("Costs", all.advice().costs().stream().map(c -> cost(c, all.words())).toList());
		json.put("Rules", all.advice().rules().stream().map(r -> r.item()).toList());
		return ascii(new GsonBuilder().setPrettyPrinting()
			.disableHtmlEscaping()
			.serializeNulls()
			.create()
			.toJson(json)) + "\n";
	}

	/** Other letters as JSON's escapes, for a terminal may write them in any encoding. */
	private static String ascii(String json) {
		StringBuilder text = new StringBuilder(json.length());
		for (char c : json.toCharArray())
			text.append(c < 127 ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
		return text.toString();
	}

	private static Map<String, Object> cue(QuotedCue cue) {
		return Map.of("words", cue.words(), "speaksFor", cue.concept(), "negated", cue.negated());
	}

	private static Map<String, Object> cost(Cost c, Words words) {
		Map<String, Object> cost = new LinkedHashMap<>();
		cost.put("task", c.task().key());
		cost.put("money", ends(c.money()));
		cost.put("hours", ends(c.hours()));
		cost.put("affordable", c.affordable().key());
		cost.put("source", c.price().moneySource(words) + "; " + c.price().hoursSource(words));
		return cost;
	}

	/** Empty too where there are so many images that no number holds their cost. */
	private static List<Double> ends(Optional<Range> range) {
		return range.filter(r -> Double.isFinite(r.high()))
			.map(r -> List.of(TaskAdvice.rounded(r.low()), TaskAdvice.rounded(r.high())))
			.orElse(List.of());
	}
}
