package triptych.folder;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import triptych.core.TriptychException;

/**
 * Which group of the experiment an image belongs to, told by its name or by the folder it lies in.
 */
final class Groups {

	/** The value that stands for the folder. */
	static final String FOLDER = "folder";

	private static final String PLACE = "{group}";

	private final String text;
	private final Pattern pattern;

	private Groups(String text, Pattern pattern) {
		this.text = text;
		this.pattern = pattern;
	}

	/**
	 * @param text blank for no groups, {@code folder}, or a pattern for the file name with {@code
	 *          {group}} where the group stands, {@code *} for any text and {@code ?} for any letter
	 * @throws TriptychException for a pattern without that place, or with two
	 */
	static Groups of(String text) {
		if (text.isBlank() || text.equals(FOLDER)) return new Groups(text.strip(), null);
		int at = text.indexOf(PLACE);
		if (at < 0 || text.indexOf(PLACE, at + 1) >= 0) throw new TriptychException("The key group has"
			+ " the value \"" + text + "\"; it is folder, or a pattern for the file name with {group}"
			+ " once, such as {group}_*.tif.");
		String regex = part(text.substring(0, at)) + "(.+?)"
			+ part(text.substring(at + PLACE.length()));
		return new Groups(text, Pattern.compile(regex, Pattern.CASE_INSENSITIVE
			| Pattern.UNICODE_CASE));
	}

	private static String part(String text) {
		StringBuilder regex = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '*') regex.append(".*?");
			else if (c == '?') regex.append('.');
			else regex.append(Pattern.quote(String.valueOf(c)));
		}
		return regex.toString();
	}

	/** False where nobody asked for groups. */
	boolean wanted() {
		return !text.isEmpty();
	}

	/**
	 * @param path of the image in its folder
	 * @return blank where the pattern does not fit, or the image lies in no folder
	 */
	String group(String path) {
		int slash = path.lastIndexOf('/');
		if (pattern == null) return slash < 0 ? "" : path.substring(0, slash);
		Matcher name = pattern.matcher(path.substring(slash + 1));
		return name.matches() ? name.group(1) : "";
	}

	/** As it was given. */
	String text() {
		return text;
	}
}
