package triptych.advisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.advisor.need.Decision;
import triptych.advisor.need.Language;
import triptych.advisor.need.Need;
import triptych.advisor.need.Needs;
import triptych.advisor.need.OtherTool;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Text;
import triptych.advisor.need.Words;
import triptych.advisor.question.QuestionAnalysis;
import triptych.advisor.question.QuestionReader;
import triptych.advisor.question.QuotedCue;
import triptych.core.TriptychException;
import triptych.needs.NeedsTestData;

/** Questions in plain words: the examples of the source texts, our own ones, negation, spelling, and what is no question. */
class QuestionReaderTest {

	private static final Words ENGLISH = Words.in(Language.EN);

	/** The 40 examples taken from the source texts: each as its own answer says, or as another defensible one. */
	@TestFactory
	@NeedsTestData("advisor/seed_examples.tsv")
	List<DynamicTest> theExamplesOfTheSourceTexts() throws IOException {
		return SharedFolder.table("advisor/seed_examples.tsv").stream().map(row -> DynamicTest.dynamicTest(row.get("id"),
			() -> {
				String read = read(row.get("question")).task().key();
				assertTrue(read.equals(row.get("gold")) || List.of(row.get("acceptable").split("\\|")).contains(read), row.get(
					"question") + ": " + read);
			})).toList();
	}

	/** The same needs in our own words, so that this is tested where the shared folder is absent. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		Does the radiograph show a fracture?                             | classification_single
		Which goods group does this photo belong to?                     | classification_single
		Where do the walkers stand?                                      | detection
		How many jars are on the belt?                                   | detection
		What is the precise border of the lesion?                        | semantic
		What percentage of the meadow is covered by thistles?            | semantic
		Helmet, vest and gloves may all be there at once: which are?     | classification_multi
		One tablet per picture, one box around it                        | localisation
		Two overlapping leaves must be told apart, one mask for each     | instance
		Sky and road as background plus a mask for each truck            | panoptic
		take the noise out of my stacks                                  | none
		""")
	void ownExamples(String question, String task) {
		assertEquals(task, read(question).task().key());
	}

	/** Most of the questions that it was built with; the share on questions nobody saw is told by the bench. */
	@Test
	void ownQuestions() throws IOException {
		List<Map<String, String>> rows = SharedFolder.read(Path.of("src/test/resources/triptych/advisor/own-questions.tsv"));
		Map<String, Double> right = rows.stream().collect(Collectors.groupingBy(r -> r.get("lang"), Collectors.averagingDouble(
			r -> read(r.get("question")).task().key().equals(r.get("task")) ? 1 : 0)));
		assertEquals(6, right.size());
		right.forEach((language, share) -> assertTrue(share > 0.93, language + " " + share));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		How many cells are there? Size? Not needed.                      | detection
		Count the cells, no need for their area                          | detection
		Zellen zählen, die Größe ist egal                                | detection
		Wie viele Kerne, ohne Umriss                                     | detection
		Combien de cellules ? Pas besoin de leur taille.                 | detection
		¿Cuántas células hay? No necesito el tamaño.                     | detection
		有多少个细胞？不需要面积                                            | detection
		細胞は何個ありますか。面積は不要です                                  | detection
		Is there a crack? The position does not matter.                  | classification_single
		Gibt es einen Riss? Wo, spielt keine Rolle.                      | classification_single
		""")
	void whatIsNotNeededDoesNotCount(String question, String task) {
		QuestionAnalysis r = read(question);
		assertEquals(task, r.task().key());
		assertTrue(r.cues().stream().anyMatch(QuotedCue::negated), r.cues().toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		Zellkernfläche jedes Kerns, viele berühren sich                  | instance | DE
		ZELLKERNFLAECHE JEDES KERNS, VIELE BERUEHREN SICH                | instance | DE
		zellkernflache jedes kerns, viele beruhren sich                  | instance | DE
		ｈｏｗ ｍａｎｙ ｃｅｌｌｓ ａｒｅ ｔｈｅｒｅ？                               | detection | EN
		wich percentge of the leaf is coverd by mould                    | semantic | EN
		surface de chaque noyau, beaucoup se touchent                    | instance | FR
		superficie de cada nucleo, muchos se tocan                       | instance | ES
		計算每個細胞的面積，細胞互相接觸                                      | instance | ZH
		各細胞の面積を測りたい                                              | instance | JA
		""")
	void writtenThisWayOrThat(String question, String task, Language language) {
		QuestionAnalysis r = read(question);
		assertEquals(task, r.task().key(), r.cues().toString());
		assertEquals(language, r.language());
	}

	@Test
	void theWordsAreQuotedAsTheyStand() {
		String question = "Wir möchten die Fläche JEDER einzelnen Zelle wissen.";
		QuestionAnalysis r = read(question);
		for (QuotedCue c : r.cues())
			assertEquals(c.words(), question.substring(c.start(), c.end()));
		assertTrue(r.because(ENGLISH).contains("\"JEDER einzelnen\""), r.because(ENGLISH));
		assertFalse(r.speakingFor(Need.SIZE).isEmpty());
	}

	@ParameterizedTest
	@CsvSource({ "denoise my stacks, DENOISING", "align both channels, REGISTRATION", "read the serial number, OCR",
		"describe the photo in one sentence, CAPTIONING", "estimate the age of the person as a number, REGRESSION",
		"joint angles of the runner: pose estimation, KEYPOINTS", "make a depth map, DEPTH",
		"find images similar to this one: similar images, RETRIEVAL", "is the difference significant? which test?, STATISTICS",
		"rotate all images by 90 degrees, EDITING" })
	void theRightOtherToolIsNamed(String question, OtherTool tool) {
		QuestionAnalysis r = read(question);
		assertEquals(TaskChoice.NONE, r.task(), r.cues().toString());
		assertEquals(tool, r.other());
		Advice a = new Advisor(Budget.UNKNOWN).advise(r, Needs.UNKNOWN);
		assertEquals(TaskChoice.NONE, a.task());
		assertTrue(a.reason().contains(Text.of(tool, "tool").text()), a.reason());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "\n", "asdf qwer zxcv", "???", "12345", "🙂🙂" })
	void nonsenseIsUnknownAndSaysSo(String text) {
		QuestionAnalysis r = read(text);
		assertEquals(Needs.UNKNOWN, r.needs());
		assertTrue(r.certainty() < 0.5, r.probabilities().toString());
		assertTrue(r.isUnsure());
		assertFalse(r.hint().isBlank());
		Advice a = new Advisor(Budget.UNKNOWN).advise(r, Needs.UNKNOWN);
		assertEquals(TaskChoice.CLASSIFICATION_SINGLE, a.task());
		assertTrue(a.reason().contains(ENGLISH.say(r.hint())), a.reason());
	}

	@Test
	void longAndMixedTextsAreRead() {
		String mixed = "How many cells are there? Wie groß ist jede Zelle? 每个细胞的面积是多少？ 細胞ごとの面積";
		assertEquals(TaskChoice.INSTANCE, read(mixed).task());
		assertEquals(TaskChoice.INSTANCE, read(mixed.repeat(150)).task());
		assertEquals(Needs.UNKNOWN, read("x".repeat(30000)).needs());
	}

	@Test
	void anAnswerWinsOverTheQuestion() {
		QuestionAnalysis r = read("How many cells are there?");
		assertEquals(TaskChoice.DETECTION, r.task());
		QuestionAnalysis answered = r.with(Needs.UNKNOWN.answering("size=yes"));
		assertEquals(TaskChoice.INSTANCE, answered.task());
		assertEquals(TaskChoice.INSTANCE, Decision.of(answered.needs()).task());
		assertEquals(TaskChoice.SEMANTIC, read("denoise this").with(Needs.UNKNOWN.answering("level=pixel").answering(
			"individuals=no")).task());
		assertEquals(TaskChoice.LOCALISATION, read("").with(Needs.UNKNOWN.answering("level=object").answering("one=yes")).task());
	}

	/** Whatever was read and answered, the needs that come out give the task that is said to be most probable. */
	@Test
	void needsAndProbabilitiesAgree() throws IOException {
		List<String> answers = List.of("level=image", "level=object", "level=pixel", "several=yes", "one=yes", "one=no",
			"individuals=yes", "individuals=no", "size=yes", "size=no", "background=yes", "background=no");
		for (Map<String, String> row : SharedFolder.read(Path.of("src/test/resources/triptych/advisor/own-questions.tsv"))) {
			QuestionAnalysis r = read(row.get("question"));
			if (r.cues().isEmpty()) continue;
			for (String answer : answers) {
				QuestionAnalysis with = r.with(Needs.UNKNOWN.answering(answer));
				assertEquals(with.task(), Decision.of(with.needs()).task(), row.get("question") + " " + answer);
				assertEquals(1, with.probabilities().values().stream().mapToDouble(p -> p).sum(), 1e-9);
			}
		}
	}

	@Test
	void aWishIsMentionedAndTheCheaperNeedNamed() {
		Advice count = advise("Segment the cells so that I can count them, the number is all I need");
		assertEquals(TaskChoice.DETECTION, count.task());
		assertTrue(count.reason().contains("You named segmentation"), count.reason());
		Advice both = advise("Count the droplets and measure the area of each droplet");
		assertEquals(TaskChoice.INSTANCE, both.task());
		assertTrue(both.reason().contains("would need boxes only"), both.reason());
	}

	@Test
	void theSameEveryTime() {
		String question = "Count the sheep and measure the area of each";
		assertEquals(read(question), read(question));
	}

	@Test
	void aLanguageThatIsNotKnownIsToldSo() {
		TriptychException e = assertThrows(TriptychException.class, () -> QuestionReader.read("quanti?", "it"));
		assertTrue(e.getMessage().contains("language=it"), e.getMessage());
	}

	private static Advice advise(String question) {
		return new Advisor(Budget.UNKNOWN).advise(read(question), Needs.UNKNOWN);
	}

	private static QuestionAnalysis read(String question) {
		return QuestionReader.read(question, "auto");
	}

	/** Level and all else that the question says stay when one answer overrules it. */
	@ParameterizedTest
	@CsvSource({ "Where is the embryo? It's always one., one=no, detection", "How large is each nucleus?, size=no, detection",
		"How much of the field is covered by weeds?, individuals=yes, instance",
		"Which of these findings are there? There can be several., several=no, classification_single" })
	void anAnswerOverrulesNoMoreThanItsOwnNeed(String question, String answer, String task) {
		QuestionAnalysis read = QuestionReader.read(question, "en");
		assertNotEquals(task, read.task().key());
		assertEquals(task, read.with(Needs.UNKNOWN.answering(answer)).task().key());
	}
}
