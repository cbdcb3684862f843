package triptych.cli;

/** Lines of at most 80 columns. */
final class HelpText {

	private static final int COLUMNS = 80, SECOND = 28;

	private final StringBuilder lines = new StringBuilder();

	/** A text over the whole width; nothing where it is blank. */
	HelpText paragraph(String text) {
		if (!text.isEmpty()) wrap(new StringBuilder(), text, "");
		return this;
	}

	/** A name and, beside it, what it is. */
	HelpText row(String name, String text) {
		StringBuilder line = new StringBuilder(name);
		if (name.length() >= SECOND - 1) {
			lines.append(name).append(System.lineSeparator());
			line.setLength(0);
		}
		line.append(" ".repeat(SECOND - line.length()));
		wrap(line, text, " ".repeat(SECOND + 2));
		return this;
	}

	private void wrap(StringBuilder line, String text, String indent) {
		int start = line.length();
		for (String word : text.split(" ")) {
			if (line.length() > start && line.length() + 1 + word.length() > COLUMNS) {
				lines.append(line).append(System.lineSeparator());
				line = new StringBuilder(indent);
				start = indent.length();
			}
			if (line.length() > start) line.append(' ');
			line.append(word);
		}
		lines.append(line).append(System.lineSeparator());
	}

	@Override
	public String toString() {
		return lines.toString();
	}
}
