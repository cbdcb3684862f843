package triptych.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.advisor.SharedFolder;
import triptych.advisor.need.TaskChoice;
import triptych.options.Options;
import triptych.workflow.Triptych;

/** Answers that contradict each other or the question, and budgets that are odd: named, never taken in silence. */
class ContradictionsTest {

	/** The scenarios beside the project: task and start; what their notes ask for is told one by one below. */
	@TestFactory
	List<DynamicTest> shared() throws IOException {
		return SharedFolder.table("advisor/scenarios2.tsv").stream().map(r -> DynamicTest.dynamicTest(r.get("id"), () -> {
			TaskAdvice advice = advise(r.get("question"), r.get("answers"));
			String reason = advice.reason();
			assertTrue(List.of(r.get("expect_task").split("\\|")).contains(advice.advice().task().key()), reason);
			assertTrue(List.of(r.get("expect_start").split("\\|")).contains(advice.advice().route().start().key()), reason);
		})).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		How many seeds are in each picture?      | objects=40 one=yes images=60 hours=30 | detection   | one         | one=yes | "How many" | objects=40
		How big is each tablet?                  | level=image size=yes images=100      | instance    | level       | level=image | size=yes | more detailed
		Find the yolk                            | objects=40 one=yes images=200        | localisation | one        | one=yes | objects=40 | one object an image
		Is the lot good or bad, one of the two?  | several=yes images=500               | classification_multi | several | several=yes | one label an image | answer counts
		Area of each vacuole, they touch         | individuals=no size=yes              | instance    | individuals | individuals=no | size=yes | regions of each class
		Is the lens scratched, yes or no?        | level=pixel images=200 money=1500    | semantic    | level       | level=pixel | one label an image | 2 to 10 against 200 to 1,000
		How many worms are there?                | level=image                          | classification_single | level | level=image | "How many" | boxes
		What is the area of each flake?          | size=no                              | detection   | size        | size=no | "area of each" | outlined objects
		""")
	void namedAndAskedAgain(String question, String answers, String task, String missing, ArgumentsAccessor named)
	{
		TaskAdvice advice = advise(question, answers);
		assertEquals(task, advice.advice().task().key(), advice.reason());
		assertEquals(missing, advice.missingAnswer(), advice.reason());
		assertTrue(advice.certainty() < 0.7, String.valueOf(advice.certainty()));
		for (int i = 4; i < named.size(); i++)
			assertTrue(advice.reason().contains(named.getString(i)), named.getString(i) + " in " + advice.reason());
	}

	@ParameterizedTest
	@CsvSource({ "Where is the embryo? There is always exactly one., one=yes", "How large is each nucleus?, size=yes",
		"How many bottles are there?, level=object", "What is the area of each leaf?, level=pixel",
		"Which of these findings are there? There can be several., several=yes" })
	void whatAgreesIsNoContradiction(String question, String answer) {
		TaskAdvice advice = advise(question, answer);
		assertFalse(advice.reason().contains("contradict") || advice.reason().contains("our answer") || advice
			.reason().contains("You answered"), advice.reason());
		assertEquals("", advice.missingAnswer(), advice.reason());
	}

	/** Image labels never give an area or a number: that is said before anything else. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		What percentage of the slide is fibrotic?   | images=5000 money=60          | semantic | Labels for whole images, all that this budget allows, will not give you the area | for 12 to 60 of 5,000
		Total rust area in square centimetres       | images=400 hours=1            | semantic | Labels for whole images, all that this budget allows, will not give you the area | for 0 to 60 of 400
		Area of every currant                       | images=1000 objects=3 money=700 | instance | Boxes, which this budget allows, give number and place but will not give you the size | for 140 to 700 of 1,000
		Number of seeds, they touch                 | images=10 objects=5000 crowded=yes money=1000 | detection | Labels for whole images, all that this budget allows, will not give you the number | for 1 to 4 of 10
		""")
	void aStartThatDoesNotAnswerSaysSoFirst(String question, String budget, String task, String first, String buys) {
		TaskAdvice advice = advise(question, budget);
		assertEquals(task, advice.advice().task().key(), advice.reason());
		assertEquals("no", advice.table().rows().get(0).get(6));
		assertTrue(advice.reason().startsWith(first), advice.reason());
		assertTrue(advice.reason().contains(buys), advice.reason());
		assertTrue(advice.reason().contains("Ways without labelling"), advice.reason());
	}

	@Test
	void manyObjectsAreCountedOrCroppedAndAPriceAnImageIsALowerBound() {
		String number = advise("Number of seeds, they touch", "images=10 objects=5000 crowded=yes money=1000").reason();
		assertTrue(number.contains("density") && number.contains("label crops") && number.contains("Outlines look cheaper"), number);
		String area = advise("Area of every fibre in the section", "images=5 objects=8000 money=100 hours=40").reason();
		assertTrue(area.contains("lower bound") && area.contains("label crops"), area);
	}

	@Test
	void outlinesCostNoLessThanBoxes() {
		TaskAdvice advice = advise("Area of every cell", "images=40 objects=50");
		double boxes = advice.advice().costs().stream().filter(c -> c.task() == TaskChoice.DETECTION).findFirst().orElseThrow()
			.money().orElseThrow().low();
		assertEquals(boxes, advice.advice().cost().orElseThrow().told().orElseThrow().low());
		assertTrue(advice.reason().contains("280 to 1,740"), "by the object, on the basis of boxes: " + advice.reason());
	}

	@Test
	void noMoneyAtAllBuysNoLabels() {
		String reason = advise("What percentage of the slide is fibrotic?", "images=5000 money=0").reason();
		assertFalse(reason.contains("all that this budget allows") || reason.contains("Start with labels"), reason);
		assertTrue(reason.contains("It buys no label at all."), reason);
	}

	/** Keys are for macros: the window and the plan say the same in the words of their questions. */
	@Test
	void theWindowNamesNoKeys() {
		TaskAdvice advice = advise("How many seeds are in each picture?", "objects=40 one=yes");
		String told = advice.plainContradictions();
		assertTrue(told.contains("exactly one object") && told.contains("40 for"), told);
		assertFalse(told.contains("=") || advice.plainReason().contains(told), told + advice.plainReason());
	}

	/** A box gives no size, and another kind of tool is no second choice. */
	@Test
	void noOtherTaskIsNamedThatCannotAnswer() {
		for (String question : List.of("How big is each tablet?", "What percentage of the slide is fibrotic?")) {
			String sure = advise(question, "").certaintyInWords();
			assertFalse(sure.contains("Detection") || sure.contains("None of"), sure);
		}
	}

	@Test
	void withOneImageOutliningIsTheMeasurement() {
		TaskAdvice advice = advise("How many pebbles are there and what size is each?", "images=1 objects=150 hours=4");
		assertTrue(advice.reason().contains("is the measurement itself"), advice.reason());
		assertFalse(AnnotationPlan.html(advice).contains("few thousand labelled images"), "that would mislead");
	}

	/** No task is put forward where the question leaves it open, and the one question is asked with its answers. */
	@ParameterizedTest
	@ValueSource(strings = { "my boss wants numbers", "Can AI help me with my photos?", "recognise plants in pictures", "Bilder auswerten",
		"帮我分析一下显微图像", "¿Qué me recomiendan para mis fotos?" })
	void vagueQuestionsAreAskedBack(String question) {
		TaskAdvice advice = advise(question, "");
		assertFalse(advice.missingAnswer().isEmpty(), advice.reason());
		assertTrue(advice.certainty() < 0.7, String.valueOf(advice.certainty()));
		assertTrue(advice.text().contains(advice.missingAnswer() + "=" + advice.advice().deciding().need().answers().get(0)), advice
			.text());
	}

	private static TaskAdvice advise(String question, String answers) {
		Map<String, String> keys = Options.tokens(answers);
		keys.put("question", question);
		return Triptych.chooseTask(keys);
	}
}
