package triptych.result;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Where columns stand in a table: nowhere, once, or once for each of several things, such as the
 * channels. The name of each thing takes the place of the {@code *} in the column's name.
 *
 * @param example what documents write in place of the *
 * @param when the condition in words, blank for always
 * @param names the things, of what the rows of one table share; none leaves the columns out
 */
record Occurrence<T>(String example, String when, Function<T, List<String>> names) {

	static <T> Occurrence<T> always() {
		return new Occurrence<>("", "", all -> List.of(""));
	}

	static <T> Occurrence<T> where(String when, Predicate<T> condition) {
		return new Occurrence<>("", when, all -> condition.test(all) ? List.of("") : List.of());
	}

	static <T> Occurrence<T> each(String example, String when, Function<T, List<String>> names) {
		return new Occurrence<>(example, when, names);
	}
}
