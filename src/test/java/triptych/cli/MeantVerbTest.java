package triptych.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A word that is no verb is answered with the one that is meant. */
class MeantVerbTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "describe-model | describe", "inspect-model | inspect",
		"inspcet | inspect", "choose-task | advise", "check-device | devices",
		"evaluate-predictions | evaluate", "classify-image | classify", "folder | process-folder",
		"segment | segment-regions or segment-objects or segment-scene" })
	void theVerbThatIsMeantIsNamed(String typed, String meant) {
		assertEquals("There is no verb \"" + typed + "\"; did you mean " + meant
			+ "? All are told by --help.", MeantVerb.sentence(typed));
	}

	@Test
	void whatMeansNothingGetsTheList() {
		assertTrue(MeantVerb.sentence("xyzzy").contains("there are classify, detect,"));
		assertEquals(2, Main.run("xyzzy"));
	}
}
