package triptych.advice;

/** Text as it may stand in a page of HTML. */
public final class Html {

	private Html() {}

	/** Also for attributes; characters that XML does not know are left out. */
	public static String escaped(String text) {
		StringBuilder safe = new StringBuilder(text.length() + 16);
		text.codePoints()
			.filter(c -> c >= ' ' || c == '\n' || c == '\t')
			.filter(c -> c < 0xd800 || c > 0xdfff)
			.forEach(c -> {
				switch (c) {
					case '&' -> safe.append("&amp;");
					case '<' -> safe.append("&lt;");
					case '>' -> safe.append("&gt;");
					case '"' -> safe.append("&quot;");
					case '\'' -> safe.append("&#39;");
					default -> safe.appendCodePoint(c);
				}
			});
		return safe.toString();
	}
}
