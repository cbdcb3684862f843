package triptych.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of a form as a description. */
final class FormText {

	private FormText() {}

	/** @param all whether lines without a value are comments, or left out */
	static String of(List<Line> lines, boolean all) {
		Map<String, List<Line>> sections = lines.stream()
			.filter(line -> all || !line.value().isEmpty())
			.collect(Collectors.groupingBy(Line::section, LinkedHashMap::new, Collectors.toList()));
		StringBuilder text = new StringBuilder();
		sections.forEach((section, its) -> {
			// A section without a line is none.
			boolean told = its.stream().anyMatch(line -> !line.value().isEmpty());
			if (!section.isEmpty()) text.append(told ? "" : "# ").append(section).append(":\n");
			its.forEach(line -> text.append(one(line)));
		});
		return text.toString();
	}

	private static String one(Line line) {
		String indent = line.section().isEmpty() ? "" : "  ", value = line.value();
		String mark = value.isEmpty() ? "# " : "";
		String choices = line.choices().isEmpty() ? "" : " (" + String.join(", ", line.choices()) + ")";
		String why = value.isEmpty() ? line.why() + choices : line.why();
		return String.format(Locale.ROOT, "%-29s # %s\n", indent + mark + line.key() + ": " + value,
			why);
	}
}
