package triptych.plugin.choose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.advice.ChooseTaskOptions;
import triptych.advisor.need.Language;
import triptych.advisor.need.Words;
import triptych.options.Options;

/** Numbers as people type them into the window of Choose Task... */
class NumberFieldTest {

	private static NumberField images(String typed, String language) {
		Words words = Words.in(Language.of(language));
		NumberField field = new NumberField(Options.keys(ChooseTaskOptions.class)
			.stream()
			.filter(k -> k.name().equals("images"))
			.findFirst()
			.orElseThrow(), () -> words);
		field.setText(typed);
		return field;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "en|1,000|1000", "en|12'345'678|12345678", "en|1 200|1200",
		"en|1,000.0|1000.0", "en| 50 |50", "en|''|''", "de|1.200.000|1200000", "de|1 200|1200",
		"fr|1\u202f200|1200", "es|1.200,0|1200.0", "de|1.200|1200" })
	void separatorsOfThousandsAreTaken(String language, String typed, String value) {
		assertEquals(value, images(typed, language).value());
		assertEquals("", images(typed, language).problem());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "abc", "1,5", "1,00", "10,00,000", "-1,000", "1000,000" })
	void whatIsNoNumberIsToldInTheWordsOfTheWindowAndMarked(String typed) {
		NumberField field = images(typed, "en");
		Color usual = field.getBackground();
		assertEquals("\"Images to label\" has the value \"" + typed + "\"; it must be a number from 0 up, or nothing where it is "
			+ "not known.", field.problem());
		assertNotEquals(usual, field.getBackground());
		field.setText("7");
		assertEquals("", field.problem());
		assertEquals(usual, field.getBackground());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "de|viele|muss eine Zahl ab 0 sein", "fr|1.200|est entier",
		"es|2,5|enteras", "ja|1.200|整数にする", "de|1,200|ganze Zahlen", "zh|x|不小于 0 的数" })
	void whatIsWrongIsToldInTheLanguageOfTheWindow(String language, String typed, String told) {
		String problem = images(typed, language).problem();
		assertEquals(told, problem.contains(told) ? told : problem);
	}
}
