package triptych.advisor;

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
public record Decision(String row, List<String> cells, TaskChoice task, TaskChoice runnerUp, String flip, List<Rule> rules,
	String reason) {

	private static final List<Decision> TABLE = Tsv.rows("decisions.tsv").stream().map(r -> new Decision(r[0], Arrays.asList(
		r).subList(1, 7), TaskChoice.of(r[7]), TaskChoice.of(r[8]), r[9], Rule.of(r[10]), r[11])).toList();

	private static final Decision OUT_OF_SCOPE = new Decision("D00", List.of(), TaskChoice.NONE,
		TaskChoice.CLASSIFICATION_SINGLE, "level=image", List.of(),
		"None of these tasks answers the question: they give labels, boxes or masks.");

	/** All rows in the order in which they are tried. */
	public static List<Decision> table() {
		return TABLE;
	}

	/** The first row that fits; the last one fits all. */
	public static Decision of(Needs needs) {
		if (needs.other().isPresent()) return OUT_OF_SCOPE;
		return TABLE.stream().filter(d -> d.fits(needs)).findFirst().orElseThrow();
	}

	private boolean fits(Needs needs) {
		return fits(0, word(needs.level().key())) && fits(1, word(needs.several().key())) && fits(2, word(needs.one().key()))
			&& fits(3, word(needs.individuals().key())) && fits(4, word(needs.size().key())) && fits(5, word(needs.background()
				.key()));
	}

	private static String word(String key) {
		return key.equals("unknown") ? "?" : key;
	}

	private boolean fits(int column, String value) {
		return cells.get(column).equals("*") || Arrays.asList(cells.get(column).split("/")).contains(value);
	}
}
