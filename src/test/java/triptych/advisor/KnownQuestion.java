package triptych.advisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A question of a table, with what answers it.
 *
 * @param row the cells of the table by their heading
 * @param right keys of the tasks that count as right, the best one and the acceptable ones
 */
public record KnownQuestion(Map<String, String> row, Set<String> right) {

	/**
	 * Tables have the columns question and task (or gold), and may have language (or lang), kind, acceptable (tasks with | between),
	 * source and expect.
	 */
	public static List<KnownQuestion> read(Path table) throws IOException {
		return SharedFolder.read(table).stream().map(KnownQuestion::of).toList();
	}

	private static KnownQuestion of(Map<String, String> row) {
		Set<String> right = new TreeSet<>(Arrays.asList(row.getOrDefault("acceptable", "").split("[|,; ]+")));
		right.add(first(row, "gold", "task"));
		right.removeAll(Set.of("", "-"));
		return new KnownQuestion(row, right);
	}

	public String text() {
		return row.get("question");
	}

	/** The best task; blank where the question is so vague that the only right answer is to ask. */
	public String task() {
		return mustAsk() ? "" : first(row, "gold", "task");
	}

	public String language() {
		return first(row, "lang", "language");
	}

	public String kind() {
		return row.getOrDefault("kind", "");
	}

	public boolean byRealPeople() {
		return row.getOrDefault("source", "").startsWith("Q");
	}

	/** No task is named by these words, so one more answer is to be asked for. */
	public boolean mustAsk() {
		return row.getOrDefault("expect", "").equals("ask");
	}

	private static String first(Map<String, String> row, String column, String other) {
		return row.getOrDefault(column, row.getOrDefault(other, ""));
	}
}
