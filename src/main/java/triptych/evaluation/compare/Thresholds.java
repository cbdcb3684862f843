package triptych.evaluation.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import triptych.core.Numbers;

/**
 * From which scores on predictions are to be accepted for the best F1 on these images.
 *
 * @param confidence one for all classes, NaN where only those of the classes make sense
 * @param byClass one for each class, NaN where nothing of it was found
 */
public record Thresholds(double confidence, Map<String, Double> byClass) {

	/** As the value of the key thresholds; a class whose name holds a comma or colon is left out. */
	public String value() {
		List<String> entries = new ArrayList<>();
		byClass.forEach((name, limit) -> {
			boolean writable = !Double.isNaN(limit) && !name.contains(",");
			if (writable) entries.add(name + ":" + Numbers.exact(limit));
		});
		return String.join(",", entries);
	}

	/** As the keys of a macro. */
	public String keys() {
		List<String> keys = new ArrayList<>();
		if (!Double.isNaN(confidence)) keys.add("confidence=" + Numbers.exact(confidence));
		boolean several = byClass.size() > 1 || Double.isNaN(confidence);
		if (several && !value().isEmpty()) {
			boolean blank = value().contains(" ");
			String quoted = blank ? "[" + value() + "]" : value();
			keys.add("thresholds=" + quoted);
		}
		return String.join(" ", keys);
	}
}
