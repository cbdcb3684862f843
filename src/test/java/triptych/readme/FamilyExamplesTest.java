package triptych.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelCheck;
import triptych.decode.family.ModelFamilies;
import triptych.model.GraphInfo;
import triptych.model.ModelSpec;
import triptych.model.format.Described;
import triptych.model.format.ModelFormats;

/** Every family has an example in the documents, which is read and fits the outputs beside it. */
class FamilyExamplesTest {

	private static final Path PAGE = Path.of(".github/docs/families.md");

	private static final Pattern EXAMPLE = Pattern.compile(
		"## (\\S+)\n\n[^#]*?Input (\\[[^\\]]+\\]), outputs (\\[[^:]+\\]):\n\n((?:    .*\n)+)");

	@TempDir
	Path folder;

	@Test
	void everyFamilyHasAnExampleThatFitsItsOutputs() throws IOException {
		Matcher example = EXAMPLE.matcher(Documents.text(PAGE));
		List<String> shown = new ArrayList<>();
		while (example.find()) {
			String name = example.group(1);
			GraphInfo graph = Described.graph(Map.of(), shapes(example.group(2))[0],
				shapes(example.group(3)));
			ModelSpec model = ModelFormats.read(
				new Described(folder).files(example.group(4).replaceAll("(?m)^    ", "")), graph,
				ModelFamilies::usualLimits);
			assertEquals(name, model.decoder().name());
			ModelCheck.check(model, graph);
			ModelFamilies.decoder(model,
				new Thresholds(0.5, Map.of(), 0.45, Suppression.PER_CLASS, 0.5));
			shown.add(name);
		}
		assertEquals(ModelFamilies.names(), shown, "a heading for each family, in their order");
	}

	@Test
	void theReadmeLeadsToTheExamples() {
		assertTrue(Documents.text(Path.of(".github/docs/models.md")).contains("(families.md)"));
		assertTrue(Documents.text(Path.of("README.md")).contains("(.github/docs/families.md)"));
	}

	private static long[][] shapes(String text) {
		return Arrays.stream(text.split("\\], "))
			.map(shape -> shape.replaceAll("[\\[\\]]", ""))
			.map(shape -> Arrays.stream(shape.split(", ")).mapToLong(Long::parseLong).toArray())
			.toArray(long[][]::new);
	}
}
