package triptych.advisor;

import java.util.HashMap;
import java.util.Map;

/**
 * The answer that decides between two tasks.
 *
 * @param need what is asked
 * @param question the question in plain words
 */
public record Flip(Need need, String question) {

	private static final Map<String, Flip> PAIRS = new HashMap<>();

	static {
		for (String[] row : Tsv.rows("pairs.tsv")) {
			Flip flip = new Flip(Need.of(row[2]), row[3]);
			PAIRS.put(row[0] + row[1], flip);
			PAIRS.put(row[1] + row[0], flip);
		}
	}

	/** The question that decides between two tasks that are not the same. */
	public static Flip between(TaskChoice a, TaskChoice b) {
		return PAIRS.get(a.key() + b.key());
	}
}
