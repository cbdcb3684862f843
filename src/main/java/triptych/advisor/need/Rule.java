package triptych.advisor.need;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the 76 rules taken from five texts on choosing a task.
 *
 * @param item its number
 * @param sources the numbers of the texts that state it, such as 000
 * @param text what it says, in short
 */
public record Rule(int item, List<String> sources, String text) {

	private static final Map<Integer, Rule> ALL = new LinkedHashMap<>();

	static {
		for (String[] row : ResourceTable.rows("rules.tsv"))
			ALL.put(Integer.valueOf(row[0]),
				new Rule(Integer.parseInt(row[0]), List.of(row[1].split(", ")), row[2]));
	}

	public static List<Rule> all() {
		return List.copyOf(ALL.values());
	}

	/** @param items numbers with commas between, or nothing */
	public static List<Rule> of(String items) {
		if (items.isBlank()) return List.of();
		List<Rule> rules = new ArrayList<>();
		for (String item : items.split(","))
			rules.add(ALL.get(Integer.valueOf(item)));
		return rules;
	}
}
