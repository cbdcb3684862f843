package triptych.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The descriptions of the Nextflow modules name what the modules take and give. */
class NextflowModulesTest {

	@ParameterizedTest
	@ValueSource(strings = { "processfolder", "merge" })
	void descriptionNamesInputsAndOutputsOfTheModule(String name) {
		Path folder = Path.of("src/cluster/nextflow/modules/triptych", name);
		String module = Documents.text(folder.resolve("main.nf"));
		Map<?, ?> meta = (Map<?, ?>) new Load(LoadSettings.builder().build())
			.loadFromString(Documents.text(folder.resolve("meta.yml")));
		String process = "triptych_" + name;
		assertEquals(process, meta.get("name"));
		assertTrue(module.startsWith("process " + process.toUpperCase(Locale.ROOT) + " {"), module);
		int output = module.indexOf("output:"), when = module.indexOf("when:");
		assertEquals(found("(?:val|path)[ (](\\w+)", module.substring(0, output)),
			names((List<?>) meta.get("input")));
		assertEquals(found("emit: (\\w+)", module.substring(output, when)),
			new ArrayList<>(((Map<?, ?>) meta.get("output")).keySet()));
	}

	private static List<Object> found(String pattern, String text) {
		List<Object> found = new ArrayList<>();
		for (Matcher match = Pattern.compile(pattern).matcher(text); match.find();)
			found.add(match.group(1));
		return found;
	}

	/** Tuples are lists in the list. */
	private static List<Object> names(List<?> inputs) {
		List<Object> names = new ArrayList<>();
		for (Object input : inputs)
			if (input instanceof List<?> tuple) names.addAll(names(tuple));
			else names.addAll(((Map<?, ?>) input).keySet());
		return names;
	}
}
