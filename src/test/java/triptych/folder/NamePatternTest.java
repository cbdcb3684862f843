package triptych.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.TriptychException;

/** Which files a pattern takes, and that no pattern takes for ever. */
class NamePatternTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "*.tif | a.tif | true", "*.tif | a.TIF | true",
		"*.tif | a.tiff | false", "*.{tif,png} | b.png | true", "*.{tif,png} | b.jpg | false",
		"img??.tif | img01.tif | true", "img??.tif | img1.tif | false", "w[1-3]_*.tif | w2_a.tif | true",
		"w[1-3]_*.tif | w4_a.tif | false", "w[!1]*.tif | w1.tif | false", "a*b*c | axbyc | true",
		"a*b*c | axbycd | false", "* | anything | true", "a.b | axb | false",
		"{a,b}{1,2}.tif | b2.tif | true" })
	void aPatternTakesTheFilesItNames(String pattern, String name, boolean taken) {
		assertEquals(taken, new NamePattern(pattern).matches(name));
	}

	@Test
	void manyStarsAgainstALongNameAreDoneAtOnce() {
		NamePattern pattern = new NamePattern("*a".repeat(60) + "b");
		assertTimeoutPreemptively(Duration.ofSeconds(10),
			() -> assertFalse(pattern.matches("a".repeat(200))));
		assertTrue(pattern.matches("a".repeat(200) + "b"));
	}

	@ParameterizedTest
	@CsvSource({ "*.{tif", "[ab" })
	void aPatternThatDoesNotEndIsTold(String pattern) {
		String sentence = assertThrows(TriptychException.class, () -> new NamePattern(pattern))
			.getMessage();
		assertTrue(sentence.contains("is not complete"), sentence);
	}
}
