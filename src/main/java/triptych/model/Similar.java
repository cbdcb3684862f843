package triptych.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What somebody meant who wrote a name wrongly. */
public final class Similar {

	/** More letters that are wrong make it another word. */
	private static final int MOST = 2;

	/** Of a shorter name, one wrong letter makes another one. */
	private static final int SHORT = 5;

	private Similar() {}

	/** The name that comes nearest, capitals, blanks and marks aside; blank where none is near. */
	public static String to(String written, List<String> names) {
		String given = plain(written), best = "";
		int least = given.length() < SHORT ? 1 : MOST + 1;
		for (String name : names) {
			String plain = plain(name);
			boolean plural = plain.equals(given + "s") || given.equals(plain + "s");
			int far = plural ? 0 : distance(given, plain);
			if (far < least) {
				least = far;
				best = name;
			}
		}
		return best;
	}

	/** How a sentence ends that lists the names: it asks for the one that is near, if one is. */
	public static String ending(String written, Collection<String> names) {
		String meant = to(written, List.copyOf(names));
		return meant.isEmpty() ? "." : "; did you mean " + meant + "?";
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
	}

	/** Letters to add, leave out or change (Levenshtein 1966). */
	private static int distance(String a, String b) {
		int[] before = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++)
			before[j] = j;
		for (int i = 1; i <= a.length(); i++) {
			int[] now = new int[b.length() + 1];
			now[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
				now[j] = Math.min(changed, Math.min(before[j], now[j - 1]) + 1);
			}
			before = now;
		}
		return before[b.length()];
	}
}
