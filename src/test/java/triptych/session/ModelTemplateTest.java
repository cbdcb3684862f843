package triptych.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.model.format.Described;
import triptych.model.GraphInfo;
import triptych.model.ModelSpec;

/** The description that Inspect Model... prints, filled in as a user does it. */
class ModelTemplateTest {

	private static final long[] COLOUR = { 1, 3, 64, 64 };

	@TempDir
	Path folder;

	private String template(GraphInfo graph) throws IOException {
		return ModelTemplate.write(new Described(folder).files(null), graph);
	}

	@Test
	void onlyWhatIsNeededMustBeFilledIn() throws IOException {
		String text = template(Described.graph(COLOUR));
		assertEquals("In the description planted.triptych.yaml, line 1, task is still to be filled in, or the line to be deleted.",
			new Described(folder).sentence(text, COLOUR));
		text = text.replace("task: ?", "task: classification");
		assertTrue(new Described(folder).sentence(text, COLOUR).contains(", name is still to be filled in"));
		ModelSpec spec = new Described(folder).read(text.replace("name: ?", "name: class-scores").replace("# activation:",
			"activation:").replace("# classes: [first, second]", "classes: [cat, dog]"), COLOUR);
		assertEquals(List.of("cat", "dog"), spec.classes());
		assertEquals(0.5, spec.confidence(), "the decoder's own");
	}

	@Test
	void aLineThatIsLeftOpenIsToldInAnyForm() throws IOException {
		for (String line : List.of("licence: ?", "licence:  ?   # of the weights", "classes: [?]", "classes: [ ?, ? ]"))
			assertTrue(new Described(folder).sentence("task: detection\n" + line + "\n", COLOUR).contains(", line 2, "), line);
		assertEquals(List.of("who?", "a ? b"), new Described(folder).read(Described.CLASSIFIER.replace("[a, b]",
			"[who?, a ? b]"), COLOUR).classes());
	}

	@Test
	void coloursFollowTheChannels() throws IOException {
		String grey = template(Described.graph(1, 1, -1, -1));
		assertTrue(grey.contains("colours: grey") && grey.contains("mean: [0]") && grey.contains("size: [?, ?]"), grey);
		assertTrue(template(Described.graph(1, 32, 32, 3)).contains("its size is fixed"), "channels last");
		assertFalse(template(Described.graph(1, 2, 64, 64)).contains("colours"), "two channels are no colours");
		assertTrue(template(Described.graph(1, 3, 3, 3)).contains("layout: ?"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1,1000|1000 names", "-1,7|7 names", "1,10,1,1|10 names", "1,84,-1|names",
		"1,84,8400|80 names", "1,25200,85|80 names",
		"1,300,6|names", "1,21,512,512|21 names", "1,1,512,512|names", "1,-1,-1|names" })
	void theOutputTellsHowManyClassesThereAre(String shape, String words) throws IOException {
		assertTrue(template(Described.graph(Map.of(), COLOUR, shape(shape))).contains("# " + words + " in the order"), words);
	}

	@Test
	void weightsOfMasksAreNoClasses() throws IOException {
		assertTrue(template(Described.graph(Map.of(), COLOUR, shape("1,116,8400"), shape("1,32,160,160"))).contains("# 80 names"));
	}

	private static long[] shape(String text) {
		return List.of(text.split(",")).stream().mapToLong(Long::parseLong).toArray();
	}
}
