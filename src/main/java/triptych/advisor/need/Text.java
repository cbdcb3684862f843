package triptych.advisor.need;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A piece of advice as it is shown.
 *
 * @param task key of the task it belongs to, or all, labels, boxes, masks
 * @param part what it is about, such as unit or metric
 * @param number among the texts of this part of this task, from 1
 * @param rules the rules it follows; empty where it is not from the five texts
 * @param source its own source where it is not from them
 * @param text in English
 */
public record Text(String task, String part, int number, List<Rule> rules, String source,
	String text)
{

	private static final List<Text> ALL = new ArrayList<>();

	static {
		Map<String, Integer> numbers = new HashMap<>();
		for (String[] row : ResourceTable.rows("texts.tsv")) {
			String part = row[0] + "." + row[1];
			int number = numbers.getOrDefault(part, 0) + 1;
			numbers.put(part, number);
			ALL.add(new Text(row[0], row[1], number, Rule.of(row[2]), row[3], row[4]));
		}
	}

	public static List<Text> all() {
		return List.copyOf(ALL);
	}

	/** The texts of a part for a task: first its own, then those of its group, then those for all. */
	public static List<Text> of(TaskChoice task, String part) {
		List<Text> found = new ArrayList<>();
		for (String owner : owners(task))
			for (Text t : ALL)
				if (t.task.equals(owner) && t.part.equals(part)) found.add(t);
		return found;
	}

	/**
	 * What is said of a kind of question that is out of scope.
	 *
	 * @param part tool: what answers it; still: what Triptych can do of it all the same
	 */
	public static Text of(OtherTool tool, String part) {
		return ALL.stream()
			.filter(t -> t.task.equals(tool.key()) && t.part.equals(part))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> owners(TaskChoice task) {
		String group = switch (task) {
			case CLASSIFICATION_SINGLE, CLASSIFICATION_MULTI -> "labels";
			case LOCALISATION, DETECTION -> "boxes";
			case SEMANTIC, INSTANCE, PANOPTIC -> "masks";
			case NONE -> "none";
		};
		return task == TaskChoice.NONE ? List.of("none") : List.of(task.key(), group, "all");
	}

	/** The row of a table of words that translates it. */
	public String key() {
		return "text." + task + "." + part + "." + number;
	}

	/** The text in the user's language. */
	public String in(Words words) {
		return words.sayOr(key(), text);
	}

	/** The numbers of the texts that it is from, such as 003, or its own source in words. */
	public List<String> sources() {
		if (rules.isEmpty()) return List.of(source);
		return rules.stream().flatMap(r -> r.sources().stream()).distinct().sorted().toList();
	}
}
