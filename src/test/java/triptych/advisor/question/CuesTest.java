package triptych.advisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import triptych.advisor.need.Language;
import triptych.advisor.need.OtherTool;
import triptych.advisor.need.ResourceTable;

/** The tables of cues, and how a cue is found in a text. */
class CuesTest {

	/** A line that a biologist adds must name a need that is weighed; a slip is told here. */
	@ParameterizedTest
	@EnumSource(Language.class)
	void everyCueNamesAKnownNeed(Language language) {
		List<String> known = ResourceTable.rows("evidence.tsv").stream().map(r -> r[0]).toList();
		for (String[] row : ResourceTable.rows("cues-" + language.key() + ".tsv")) {
			String need = row[1];
			boolean rule = List.of("-", "not", "not<", "break").contains(need);
			assertTrue(rule || known.contains(need) || need.startsWith("none."), String.join(" ", row));
			if (need.startsWith("none.")) OtherTool.of(need.substring(5));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		counting the cells            | counting object.count
		recounts                      | ''
		Zellkernfläche                | kernflache size.per
		Blattoberfläche               | flache size.area
		Is the leaf ill?              | is the image.starts
		What is the leaf?             | ''
		pore by pore, day by day      | pore by pore individuals.own
		no boxes or masks             | !boxes object.box, !or image.either, !masks pixel.mask
		boxes, masks are not needed   | boxes object.box, !masks pixel.mask
		masks? not needed             | !masks pixel.mask
		""")
	void found(String text, String cues) {
		String language = text.matches(".*(Zell|Blatt).*") ? "de" : "en";
		CueFinder.Found found = CueFinder.find(NormalText.of(text), Language.of(language), Language.EN);
		assertEquals(cues, found.cues().stream().map(c -> (c.negated() ? "!" : "") + found.text().text().substring(c.start(), c
			.end()) + " " + c.cue().concept()).collect(Collectors.joining(", ")));
	}

	@Test
	void aTextIsNormalAndKnowsWhereItsLettersStood() {
		NormalText text = NormalText.of("  Größe－ＡＢＣ  Œuvre où");
		assertEquals(" grosse abc ouvre où", text.text().replace("－", " "));
		assertEquals(2, text.origin(1));
	}

	@Test
	void exchangedLettersAreMended() {
		assertEquals("length", Spelling.of(Language.EN).mend("lenght"));
		assertEquals("percentage", Spelling.of(Language.EN).mend("percentge"));
		assertEquals("harness", Spelling.of(Language.EN).mend("harness"));
	}

	/** Half-width kana, with the mark of voice as a character of its own. */
	@Test
	void halfWidthKana() {
		assertEquals("カウントガ", NormalText.of("ｶｳﾝﾄｶﾞ").text());
	}
}
