package triptych.advisor.need;

import java.util.HashMap;
import java.util.Map;

/**
 * The question whose answer decides between two tasks.
 *
 * @param need what is asked
 * @param scope it is asked whether one of the tasks is wanted at all, rather than another kind of
 *           tool
 */
public record DecidingQuestion(Need need, boolean scope) {

	private static final Map<String, DecidingQuestion> PAIRS = new HashMap<>();

	static {
		for (String[] row : ResourceTable.rows("pairs.tsv")) {
			DecidingQuestion question = new DecidingQuestion(Need.of(row[2]),
				row[0].equals(TaskChoice.NONE.key()));
			PAIRS.put(row[0] + row[1], question);
			PAIRS.put(row[1] + row[0], question);
		}
	}

	/** The question that decides between two tasks that are not the same. */
	public static DecidingQuestion between(TaskChoice a, TaskChoice b) {
		return PAIRS.get(a.key() + b.key());
	}

	public static DecidingQuestion of(Need need) {
		return new DecidingQuestion(need, false);
	}

	/** The question in plain words. */
	public String question(Words words) {
		return scope ? words.say("need.scope") : need.question(words);
	}
}
