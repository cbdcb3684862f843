package triptych.readme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import triptych.decode.family.ModelFamilies;
import triptych.decode.ModelFamily;
import triptych.decode.Parameter;
import triptych.options.Key;

/** The tables of families and of their keys that describe a model, made from the families. */
final class FamilyTables {

	private FamilyTables() {}

	static String all() {
		return families() + "\n" + parameters();
	}

	private static String families() {
		StringBuilder text = new StringBuilder(
			"| `name` | what is read | confidence | overlap |\n|---|---|---|---|\n");
		for (ModelFamily family : ModelFamilies.all())
			text.append("| `").append(family.name()).append("` | ")
				.append(family.help()).append(" | ")
				.append(Key.plain(family.usualLimits().confidence())).append(" | ")
				.append(Key.plain(family.usualLimits().overlap())).append(" |\n");
		return text.toString();
	}

	private static String parameters() {
		Map<Parameter, List<String>> families = new LinkedHashMap<>();
		for (ModelFamily family : ModelFamilies.all())
			for (Parameter parameter : family.parameters())
				families.computeIfAbsent(parameter, p -> new ArrayList<>()).add(family.name());
		return families.entrySet().stream()
			.map(e -> row(e.getKey(), e.getValue()))
			.collect(Collectors.joining("",
				"| key | for | allowed | default | meaning |\n|---|---|---|---|---|\n", ""));
	}

	private static String row(Parameter parameter, List<String> families) {
		String fallback = parameter.needed() ? "needed" : parameter.value();
		return "| `" + parameter.name() + "` | " + String.join(", ", families) + " | "
			+ parameter.allowed() + " | " + fallback + " | " + parameter.help() + " |\n";
	}
}
