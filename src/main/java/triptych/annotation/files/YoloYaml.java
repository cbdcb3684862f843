package triptych.annotation.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of a list of classes. */
final class YoloYaml {

	private YoloYaml() {}

	/**
	 * @param there a file whose other lines stay as they are
	 */
	static String with(List<String> classes, Optional<Path> there) {
		boolean text = there.isPresent() && !there.get().toString().matches("(?i).*\\.ya?ml");
		if (text) return String.join("\n", classes) + "\n";
		List<String> lines = new ArrayList<>();
		if (there.isEmpty()) lines.addAll(List.of("path: .", "train: images", "val: images", ""));
		else lines.addAll(others(Folders.text(there.get()).lines().toList(), classes.size()));
		lines.add("names:");
		for (int i = 0; i < classes.size(); i++)
			lines.add("  " + i + ": " + quoted(classes.get(i)));
		return String.join("\n", lines) + "\n";
	}

	/** All lines but those of the names, which go on while they are indented or in brackets. */
	private static List<String> others(List<String> lines, int classes) {
		List<String> others = new ArrayList<>();
		boolean names = false;
		int brackets = 0;
		for (String line : lines) {
			boolean key = !line.isBlank() && !Character.isWhitespace(line.charAt(0))
				&& !line.startsWith("-") && !line.startsWith("#") && brackets == 0;
			if (key) names = line.startsWith("names:");
			if (names) brackets += count(line, '[') + count(line, '{') - count(line, ']')
				- count(line, '}');
			else others.add(line.startsWith("nc:") ? "nc: " + classes : line);
		}
		return others;
	}

	private static int count(String line, char c) {
		return (int) line.chars().filter(each -> each == c).count();
	}

	private static String quoted(String name) {
		return "'" + name.replace("'", "''").replace("\n", " ") + "'";
	}
}
