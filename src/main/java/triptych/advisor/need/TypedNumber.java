package triptych.advisor.need;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people type it, with marks between thousands and before the decimals. It is read as
 * the language writes it and as English and macros do; where the two differ, it is to be asked.
 */
public final class TypedNumber {

	/** A point before three digits is either mark, wherever one lives. */
	private static final Pattern POINTS = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+");

	private static final Pattern AMBIGUOUS = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");

	private TypedNumber() {}

	/**
	 * What a text can mean, as macros write it, the larger number first: none where it is no number
	 * with such marks, two where it must be asked.
	 */
	public static List<String> meanings(String typed, Language language) {
		// Digits of full width are plain ones then, and narrow blanks are blanks.
		String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
		List<String> meanings = new ArrayList<>();
		if (POINTS.matcher(text).matches()) meanings.add(text.replace(".", ""));
		add(meanings, text, ',', '.');
		add(meanings, text, language.thousands(), language.decimal());
		return meanings;
	}

	/** Whether a text holds the language's own mark between thousands. */
	public static boolean hasThousands(String typed, Language language) {
		return typed.indexOf(language.thousands()) >= 0;
	}

	/** The same number as a macro may hold it so that nobody has to ask what it means. */
	public static String unmistakable(String plain) {
		return AMBIGUOUS.matcher(plain).matches() ? plain + "0" : plain;
	}

	/**
	 * The sentence that a number can be read in two ways, with how each is written so that it is not.
	 *
	 * @param name of the key or the field
	 */
	public static String two(String name, String typed, List<String> meanings, Words words) {
		String smaller = unmistakable(meanings.get(1)).replace('.', words.language().decimal());
		return words.say("wrong.two", name, typed, meanings.get(0), smaller);
	}

	private static void add(List<String> meanings, String text, char thousands, char decimal) {
		Matcher number = Pattern.compile("(\\d+|[1-9]\\d{0,2}(?:([ '\u2019" + Pattern.quote(""
			+ thousands) + "])\\d{3}(?:\\2\\d{3})*))(?:" + Pattern.quote("" + decimal) + "(\\d+))?")
			.matcher(text);
		if (!number.matches()) return;
		String whole = number.group(1).replaceAll("\\D", "");
		String plain = number.group(3) == null ? whole : whole + "." + number.group(3);
		if (!meanings.contains(plain)) meanings.add(plain);
	}
}
