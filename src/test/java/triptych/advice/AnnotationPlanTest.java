package triptych.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.advisor.need.Language;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;
import triptych.workflow.Triptych;

/** What a newcomer reads in the plan. */
class AnnotationPlanTest {

	private static String plan(String keys) {
		return AnnotationPlan.html(Triptych.chooseTask(keys));
	}

	/** A question that leaves all open gets the one question with its answers, and no task. */
	@ParameterizedTest
	@ValueSource(strings = { "my boss wants numbers", "Mein Chef will Zahlen", "Mon chef veut des chiffres", "Mi jefe quiere números",
		"老板想要数字", "上司が数字を欲しいと言っています" })
	void noTaskIsPutForwardWhereTheQuestionIsVague(String question) {
		TaskAdvice advice = Triptych.chooseTask("question=[" + question + "] images=400");
		Words words = advice.words();
		String plan = AnnotationPlan.html(advice);
		assertTrue(plan.contains(Html.escaped(words.say("window.vague"))), plan);
		for (TaskChoice t : TaskChoice.values())
			assertFalse(plan.contains(Html.escaped(TaskAdvice.name(t, words))), t + " in " + plan);
		assertFalse(plan.contains("<h2>" + Html.escaped(words.say("plan.train"))) || plan.contains("onnx"), plan);
	}

	@Test
	void whatIsLabelledFirstIsToldFromWhatIsLabelledThen() {
		String plan = plan("question=[What percentage of the slide is fibrotic?] images=5000 money=60");
		assertTrue(plan.contains("What to label first: one label an image"), plan);
		assertTrue(plan.contains("What to label after that: regions of each class"), plan);
		assertTrue(plan.contains("If you label all the same"), plan);
		assertFalse(plan.contains("no budget given"), plan);
	}

	/** English sentences of our own in another language; names of papers and price lists stay. */
	@ParameterizedTest
	@ValueSource(strings = { "de", "fr", "es", "zh", "ja" })
	void thePlanIsInTheUsersLanguage(String language) {
		Pattern english = Pattern.compile("\\b(where the|our suggestion|Little data|Small GPU|Much data|common practice|boxes around)\\b");
		Words words = Words.in(Language.of(language));
		for (String answers : new String[]{ "level=image several=no", "level=image several=yes", "level=object one=no",
			"level=object one=yes", "level=pixel individuals=no", "level=pixel individuals=yes size=yes",
			"level=pixel individuals=yes background=yes" }) {
			String plan = plan("question=[] language=" + language + " " + answers + " images=300 objects=12 gpu=no");
			assertTrue(plan.contains(Html.escaped(words.say("plan.title"))), plan);
			assertEquals("", english.matcher(plan).results().map(m -> m.group()).findFirst().orElse(""), answers);
		}
	}
}
