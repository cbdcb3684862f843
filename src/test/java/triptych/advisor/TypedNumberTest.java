package triptych.advisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.advisor.need.Language;
import triptych.advisor.need.TypedNumber;

/** Numbers with the marks of a language: as they are read, and as they are written. */
class TypedNumberTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "en|1,200|1200", "de|1.200,50|1200.50", "es|1.200,50|1200.50",
		"fr|1 200,50|1200.50", "fr|1200,5|1200.5", "de|0,125|0.125", "de|1,200.50|1200.50", "ja|１，２００|1200",
		"zh|1,200|1200", "en|1.234.567|1234567", "de|1,234,567|1234567", "de|2,5|2.5", "en|0.250|0.250" })
	void whatCanMeanOneNumberOnlyIsTaken(String language, String typed, String plain) {
		assertEquals(List.of(plain), TypedNumber.meanings(typed, Language.of(language)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "de|1,200", "fr|1,200", "es|12,345", "en|1.200", "de|1.200", "ja|12.345" })
	void whatCanMeanTwoNumbersIsAsked(String language, String typed) {
		assertEquals(2, TypedNumber.meanings(typed, Language.of(language)).size());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "en|1,5", "en|1,00", "en|10,00,000", "de|1,2,3", "de|1.20,5", "en|1'200 000" })
	void whatIsNoNumberIsNone(String language, String typed) {
		assertEquals(List.of(), TypedNumber.meanings(typed, Language.of(language)));
	}

	/** What is told to write must be taken wherever it was asked. */
	@Test
	void whatIsToldToBeWrittenIsNotAskedAgain() {
		for (Language l : Language.values())
			for (String typed : List.of("1.200", "999.999"))
				for (String meaning : TypedNumber.meanings(typed, l))
					assertEquals(1, TypedNumber.meanings(TypedNumber.unmistakable(meaning), l).size(), l + meaning);
	}

	@Test
	void whatWasGivenIsNotRounded() {
		assertEquals("1.200,5", Language.DE.given(1200.5));
		assertEquals("12.5", Language.EN.given(12.5));
		assertEquals("1,201", Language.EN.given(1201));
		assertEquals("0.25", Language.EN.given(0.25));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "en|1,234.5|0.05|12,345,678", "de|1.234,5|0,05|12.345.678",
		"fr|1\u202f234,5|0,05|12\u202f345\u202f678", "es|1.234,5|0,05|12.345.678", "zh|1,234.5|0.05|12,345,678",
		"ja|1,234.5|0.05|12,345,678" })
	void numbersAreWrittenInTheMarksOfTheLanguage(String language, String decimal, String small, String large) {
		Language l = Language.of(language);
		assertEquals(List.of(decimal, small, large), List.of(l.number(1234.5, 1), l.amount(0.05), l.amount(12345678)));
	}
}
