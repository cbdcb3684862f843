package triptych.advisor;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of advice as it is shown.
 *
 * @param task key of the task it belongs to, or all, labels, boxes, masks
 * @param part what it is about, such as unit or metric
 * @param rules the rules it follows; empty where it is not from the source texts
 * @param source its own source where it is not from the source texts
 */
public record Text(String task, String part, List<Rule> rules, String source, String text) {

	private static final List<Text> ALL = new ArrayList<>();

	static {
		for (String[] row : Tsv.rows("texts.tsv"))
			ALL.add(new Text(row[0], row[1], Rule.of(row[2]), row[3], row[4]));
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

	/** What answers a question that is out of scope. */
	public static Text of(OtherTool tool) {
		return ALL.stream().filter(t -> t.task.equals(tool.key()) && t.part.equals("tool")).findFirst().orElseThrow();
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

	/** The text with its source texts, or with its own source marked as not from them. */
	public String cited() {
		String from = rules.isEmpty() ? "not from the source texts: " + source : String.join(", ", rules.stream().flatMap(
			r -> r.sources().stream()).distinct().sorted().toList());
		return text + " (" + from + ")";
	}
}
