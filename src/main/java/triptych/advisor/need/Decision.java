package triptych.advisor.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A row of the decision table: the needs it fits, and the task it gives.
 *
 * @param row its name, such as D07
 * @param flip the answer that would give the runner-up, such as {@code size=no}
 * @param rules the rules it follows
 * @param reason why, in one sentence
 */
public record Decision(String row, List<String> cells, TaskChoice task, TaskChoice runnerUp,
	String flip, List<Rule> rules, String reason)
{

	private static final List<Decision> TABLE = new ArrayList<>();

	static {
		for (String[] row : ResourceTable.rows("decisions.tsv"))
			TABLE.add(of(row));
	}

	private static final Decision OUT_OF_SCOPE = new Decision("D00", List.of(), TaskChoice.NONE,
		TaskChoice.CLASSIFICATION_SINGLE, "level=image", List.of(),
		"None of these tasks answers the question: they give labels, boxes or masks.");

	private static Decision of(String[] r) {
		TaskChoice task = TaskChoice.of(r[7]), runnerUp = TaskChoice.of(r[8]);
		return new Decision(r[0], Arrays.asList(r).subList(1, 7), task, runnerUp, r[9], Rule.of(r[10]),
			r[11]);
	}

	/** All rows in the order in which they are tried. */
	public static List<Decision> table() {
		return List.copyOf(TABLE);
	}

	/** The first row that fits; the last one fits all. */
	public static Decision of(Needs needs) {
		if (needs.other().isPresent()) return OUT_OF_SCOPE;
		for (Decision d : TABLE)
			if (d.fits(needs)) return d;
		throw new IllegalStateException("The last row of decisions.tsv does not fit all needs.");
	}

	private boolean fits(Needs needs) {
		if (!fits(0, word(needs.level().key()))) return false;
		List<Answer> answers = List.of(needs.several(), needs.one(), needs.individuals(), needs.size(),
			needs.background());
		for (int i = 0; i < answers.size(); i++)
			if (!fits(i + 1, word(answers.get(i).key()))) return false;
		return true;
	}

	private static String word(String key) {
		return key.equals("unknown") ? "?" : key;
	}

	/** The reason in the user's language. */
	public String reason(Words words) {
		return words.sayOr("decision." + row, reason);
	}

	private boolean fits(int column, String value) {
		return cells.get(column).equals("*")
			|| Arrays.asList(cells.get(column).split("/")).contains(value);
	}
}
