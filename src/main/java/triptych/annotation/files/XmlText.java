package triptych.annotation.files;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** XML written element by element, one a line. */
final class XmlText {

	private final StringBuilder text = new StringBuilder();
	private final Deque<String> open = new ArrayDeque<>();
	/** Elements that {@link #add} opened and the next value may lie in too. */
	private String[] group = {};

	XmlText(String root) {
		begin(root);
	}

	/** An element that holds others, until {@link #close}. */
	void open(String name) {
		leaveGroup(0);
		begin(name);
	}

	void close() {
		leaveGroup(0);
		end();
	}

	/** @param path of elements, such as {@code size/width}; neighbours share what is equal */
	void add(String path, String value) {
		String[] names = path.split("/");
		int same = 0;
		while (same < group.length && same < names.length - 1 && group[same].equals(names[same]))
			same++;
		leaveGroup(same);
		String[] now = Arrays.copyOf(names, names.length - 1);
		for (int i = same; i < now.length; i++)
			begin(now[i]);
		group = now;
		String name = named(names[names.length - 1]);
		indent().append('<')
			.append(name)
			.append('>')
			.append(escaped(value))
			.append("</")
			.append(name)
			.append(">\n");
	}

	String text() {
		leaveGroup(0);
		while (!open.isEmpty()) end();
		return text.toString();
	}

	private void leaveGroup(int keep) {
		for (int i = group.length; i > keep; i--)
			end();
		group = Arrays.copyOf(group, Math.min(keep, group.length));
	}

	private void begin(String name) {
		indent().append('<').append(named(name)).append(">\n");
		open.push(named(name));
	}

	private void end() {
		String name = open.pop();
		indent().append("</").append(name).append(">\n");
	}

	private StringBuilder indent() {
		return text.append("\t".repeat(open.size()));
	}

	/** Properties of other formats may have names that XML does not allow. */
	private static String named(String name) {
		String allowed = name.replaceAll("[^\\p{L}\\p{N}._-]", "_");
		return allowed.matches("[\\p{L}_].*") ? allowed : "_" + allowed;
	}

	private static String escaped(String value) {
		return value.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			// XML has no other control characters.
			.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "?");
	}
}
