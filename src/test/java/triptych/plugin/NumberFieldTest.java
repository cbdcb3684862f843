package triptych.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.advice.ChooseTaskOptions;
import triptych.core.TriptychException;
import triptych.options.Options;

/** Numbers as people type them into the window of Choose Task... */
class NumberFieldTest {

	private static NumberField images(String typed) {
		NumberField field = new NumberField(Options.keys(ChooseTaskOptions.class).stream().filter(k -> k.name().equals("images"))
			.findFirst().orElseThrow(), "Images to label");
		field.setText(typed);
		return field;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1,000|1000", "12'345'678|12345678", "1 200|1200", "1,000.5|1000.5", " 50 |50",
		"0.25|0.25", "''|''" })
	void separatorsOfThousandsAreTaken(String typed, String value) {
		assertEquals(value, images(typed).value());
		assertEquals("", images(typed).problem());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "abc", "1,5", "1,00", "10,00,000", "-1,000", "1000,000" })
	void whatIsNoNumberIsToldInTheWordsOfTheWindowAndMarked(String typed) {
		NumberField field = images(typed);
		Color usual = field.getBackground();
		assertEquals("\"Images to label\" has the value \"" + typed + "\"; it must be a number from 0 up, or nothing where it is "
			+ "not known.", field.problem());
		assertNotEquals(usual, field.getBackground());
		field.setText("7");
		assertEquals("", field.problem());
		assertEquals(usual, field.getBackground());
	}

	@Test
	void macrosTakeNoSeparators() {
		assertEquals("The key images has the value \"1,000\"; it must be a number from 0 up, or nothing where it is not known.",
			assertThrows(TriptychException.class, () -> Options.parse(ChooseTaskOptions.class, "images=1,000")).getMessage());
	}
}
