package triptych.decode.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.decode.ModelFamily;
import triptych.decode.Parameter;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** What holds for every family, and what a wrong key of a description ends with. */
class ModelFamiliesTest {

	static List<ModelFamily> families() {
		return ModelFamilies.all();
	}

	/** With what the family needs, and more. */
	private static ModelSpec model(ModelFamily family, String... more) {
		List<String> told = new ArrayList<>();
		for (Parameter p : family.parameters())
			if (p.needed()) told.addAll(List.of(p.name(), p.value()));
		told.addAll(List.of(more));
		return Outputs.model(Task.DETECTION, List.of(), Layout.NCHW, family.name(),
			told.toArray(String[]::new));
	}

	private static String sentence(ModelSpec model) {
		return assertThrows(TriptychException.class,
			() -> ModelFamilies.decoder(model, Outputs.limits(0.5))).getMessage();
	}

	@ParameterizedTest
	@MethodSource("families")
	void aKeyThatTheFamilyDoesNotHaveIsAnError(ModelFamily family) {
		String sentence = sentence(model(family, "sise", "3"));
		assertTrue(sentence.startsWith("The description of planted gives the decoder " + family.name()
			+ " the unknown key sise; known are "), sentence);
	}

	@ParameterizedTest
	@MethodSource("families")
	void aWrongValueIsAnErrorBeforeTheModelRuns(ModelFamily family) {
		for (Parameter parameter : family.parameters()) {
			String sentence = sentence(model(family, parameter.name(), "perhaps"));
			assertTrue(sentence.contains(" \"perhaps\"; it must be "), sentence);
		}
	}

	@ParameterizedTest
	@MethodSource("families")
	void usableKeysAreThoseThatDependOnTheModel(ModelFamily family) {
		assertTrue(Set.of("confidence", "thresholds", "overlap", "suppression", "cutoff")
			.containsAll(family.usableKeys(model(family))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"class-scores | activation | ''      | it must be softmax, sigmoid or none.",
		"watershed    | activation | softmax | it must be sigmoid or none.",
		"yolo         | layout     | ''      | it must be columns, grid, rows or end-to-end.",
		"yolo-masks   | layout     | cols    | it must be columns, grid, rows or end-to-end." })
	void aSentenceNamesTheValuesThatAKeyCanHave(String family, String key, String value, String end) {
		ModelSpec model = Outputs.model(Task.DETECTION, List.of(), Layout.NCHW, family, key, value);
		String is = value.isEmpty() ? "missing" : "\"" + value + "\"";
		assertEquals("In the model's description, decoder, the key " + key + " is " + is + "; " + end,
			sentence(model));
	}

	@Test
	void namesAreDistinct() {
		assertEquals(ModelFamilies.all().size(), Set.copyOf(ModelFamilies.names()).size());
	}
}
