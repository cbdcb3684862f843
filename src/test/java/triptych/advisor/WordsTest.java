package triptych.advisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import triptych.advisor.need.Decision;
import triptych.advisor.need.Language;
import triptych.advisor.need.Needs;
import triptych.advisor.need.ResourceTable;
import triptych.advisor.need.Text;
import triptych.advisor.need.Words;
import triptych.advisor.question.QuestionReader;

/** The tables of words: complete in every language, with the same values in them, and free of inner references. */
class WordsTest {

	private static final Pattern VALUE = Pattern.compile("\\{\\d}");

	@ParameterizedTest
	@EnumSource(Language.class)
	void everyWordIsThereWithItsValues(Language language) {
		Map<String, String> english = table(Language.EN), own = table(language);
		english.forEach((key, text) -> {
			assertTrue(own.containsKey(key), language + " has no " + key);
			assertEquals(values(text), values(own.get(key)), language + " " + key);
		});
		for (Decision d : Decision.table())
			if (language != Language.EN) assertTrue(own.containsKey("decision." + d.row()), language + " " + d.row());
	}

	/** A row that nothing asks for is a slip of its key. */
	@ParameterizedTest
	@EnumSource(Language.class)
	void noRowIsWithoutUse(Language language) {
		List<String> texts = Text.all().stream().map(Text::key).toList();
		for (String key : table(language).keySet())
			assertTrue(table(Language.EN).containsKey(key) || texts.contains(key) || key.startsWith("decision.D"), language
				+ " " + key);
	}

	@Test
	void usersReadNoInnerReferences() {
		Pattern inner = Pattern.compile("(?<![\\d,.\u202f])00[0-4]\\b|contradiction C\\d|rules\\.md|source texts");
		for (Language l : Language.values())
			table(l).values().forEach(text -> assertFalse(inner.matcher(text).find(), text));
		for (Text t : Text.all())
			assertFalse(inner.matcher(t.text() + t.source()).find(), t.toString());
		for (String table : List.of("curves.tsv", "decisions.tsv"))
			for (String[] row : ResourceTable.rows(table))
				assertFalse(inner.matcher(row[row.length - 1]).find(), String.join(" ", row));
	}

	@Test
	void theReasonIsInTheLanguageOfTheQuestion() {
		String german = reason("Wie viele Körner sind es und wie groß sind sie?", "auto");
		assertTrue(german.startsWith("Denn Sie schrieben"), german);
		String asked = reason("Combien de grains y a-t-il ?", "fr");
		assertTrue(asked.contains("Nombre et position") || asked.contains("trouver ou de compter"), asked);
		assertTrue(reason("有多少个种子，每个有多大？", "auto").contains("每个物体"), "Chinese");
		assertTrue(reason("種子はいくつありますか", "auto").contains("ボックス"), "Japanese");
		assertTrue(reason("¿Cuántas semillas hay?", "auto").contains("Porque escribió"), "Spanish");
	}

	/** Words of people who annotate images, not of a dictionary. */
	@ParameterizedTest
	@CsvSource({ "DE, Etikett|Rahmen|Vieleck", "FR, cadre|étiqueter|étiquetage", "JA, 枠|課題|道具" })
	void termsAreThoseOfTheField(Language language, String literal) {
		Pattern words = Pattern.compile(literal);
		table(language).forEach((key, text) -> {
			// There a label is a piece of paper.
			if (!key.equals("text.ocr.still.1")) assertFalse(words.matcher(text).find(), key + " " + text);
		});
	}

	/** Commands, and keys in brackets, keep the point. */
	@ParameterizedTest
	@EnumSource(names = { "DE", "FR", "ES" })
	void numbersInTheTablesHaveTheMarksOfTheLanguage(Language language) {
		Pattern english = Pattern.compile("\\d\\.\\d(?!\\d\\d)|\\d,\\d{3}(?!\\d)");
		table(language).forEach((key, text) -> {
			String read = text.replaceAll("run\\(\"[^)]*\\)|\\w+=[\\d.]+|label:0\\.04,box:0\\.1,mask:0\\.8", "");
			// 0,012 and the like: dollars with three decimals.
			read = read.replaceAll("0,0\\d\\d", "");
			assertFalse(english.matcher(read).find(), key + " " + text);
		});
	}

	private static String reason(String question, String language) {
		var read = QuestionReader.read(question, language);
		Words words = Words.in(read.language());
		Advisor advisor = new Advisor(Budget.UNKNOWN, Prices.PUBLISHED, t -> java.util.Optional.empty(), words);
		return advisor.advise(read, Needs.UNKNOWN).reason();
	}

	private static TreeSet<String> values(String text) {
		return VALUE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Map<String, String> table(Language language) {
		Map<String, String> words = new HashMap<>();
		for (String[] row : ResourceTable.rows("words-" + language.key() + ".tsv"))
			words.put(row[0], row[1]);
		return words;
	}
}
