package triptych.advisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import triptych.advisor.need.Answer;
import triptych.advisor.need.DecidingQuestion;
import triptych.advisor.need.Decision;
import triptych.advisor.need.Level;
import triptych.advisor.need.Needs;
import triptych.advisor.need.OtherTool;
import triptych.advisor.need.TaskChoice;

/** Every row of the decision table: which needs it takes, what it answers, and that its flip does flip. */
class DecisionTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		D01 | image  | yes | ?   | ?   | ?   | ?   | classification_multi  | classification_single
		D02 | image  | no  | ?   | ?   | ?   | ?   | classification_single | detection
		D03 | image  | ?   | ?   | ?   | ?   | ?   | classification_single | classification_multi
		D04 | pixel  | ?   | ?   | no  | ?   | yes | semantic              | panoptic
		D04 | object | ?   | ?   | no  | yes | yes | semantic              | panoptic
		D05 | pixel  | ?   | ?   | ?   | ?   | yes | semantic              | panoptic
		D06 | object | ?   | ?   | ?   | ?   | yes | panoptic              | detection
		D06 | object | ?   | ?   | yes | no  | yes | panoptic              | detection
		D07 | pixel  | ?   | ?   | yes | ?   | yes | panoptic              | instance
		D07 | object | ?   | ?   | ?   | yes | yes | panoptic              | instance
		D08 | object | ?   | ?   | no  | yes | ?   | semantic              | instance
		D09 | object | ?   | yes | ?   | yes | ?   | semantic              | instance
		D10 | object | ?   | ?   | ?   | yes | ?   | instance              | detection
		D10 | object | ?   | ?   | yes | yes | no  | instance              | detection
		D11 | ?      | ?   | ?   | yes | yes | ?   | instance              | semantic
		D11 | pixel  | ?   | ?   | yes | yes | no  | instance              | semantic
		D12 | pixel  | ?   | ?   | yes | ?   | ?   | instance              | semantic
		D13 | pixel  | ?   | ?   | no  | ?   | no  | semantic              | instance
		D14 | pixel  | ?   | ?   | ?   | ?   | ?   | semantic              | instance
		D15 | ?      | ?   | ?   | ?   | yes | ?   | semantic              | instance
		D16 | object | ?   | yes | ?   | ?   | ?   | localisation          | detection
		D16 | object | ?   | yes | ?   | no  | no  | localisation          | detection
		D17 | object | ?   | ?   | ?   | no  | ?   | detection             | localisation
		D18 | object | ?   | no  | ?   | no  | ?   | detection             | instance
		D19 | object | ?   | ?   | ?   | ?   | ?   | detection             | instance
		D19 | object | ?   | no  | yes | ?   | no  | detection             | instance
		D20 | ?      | ?   | ?   | yes | ?   | ?   | detection             | instance
		D21 | ?      | yes | ?   | ?   | ?   | ?   | classification_multi  | detection
		D22 | ?      | no  | ?   | ?   | ?   | ?   | classification_single | detection
		D23 | ?      | ?   | yes | ?   | ?   | ?   | classification_single | localisation
		D24 | ?      | ?   | ?   | ?   | ?   | ?   | classification_single | detection
		""")
	void row(String row, String level, String several, String one, String individuals, String size, String background,
		String task, String runnerUp)
	{
		Needs needs = new Needs(Level.of(level.replace("?", "")), answer(several), answer(one), answer(individuals), answer(
			size), answer(background), Optional.empty());
		Decision decision = Decision.of(needs);
		assertEquals(row, decision.row());
		assertEquals(task, decision.task().key());
		assertEquals(runnerUp, decision.runnerUp().key());
		assertEquals(runnerUp, Decision.of(needs.answering(decision.flip())).task().key(), decision.flip());
	}

	@Test
	void everyRowIsReached() {
		List<String> reached = new ArrayList<>();
		for (Needs n : all())
			reached.add(Decision.of(n).row());
		for (Decision d : Decision.table()) {
			assertTrue(reached.contains(d.row()), d.row());
			assertNotEquals(d.task(), d.runnerUp(), d.row());
			assertFalse(d.rules().isEmpty() || d.reason().isBlank(), d.row());
			assertNotNull(DecidingQuestion.between(d.task(), d.runnerUp()), d.row());
		}
	}

	/** Whatever is known, the flip that is offered gives the runner-up that is named. */
	@Test
	void everyOpenFlipFlips() {
		for (Needs n : all()) {
			Advice advice = new Advisor(Budget.UNKNOWN).advise(n);
			if (advice.open()) assertEquals(advice.runnerUp(), Decision.of(n.answering(advice.flipAnswer())).task(), n
				+ " " + advice.flipAnswer());
		}
	}

	@ParameterizedTest
	@EnumSource(TaskChoice.class)
	void theNeedsOfATaskGiveIt(TaskChoice task) {
		assertEquals(task, Decision.of(Needs.of(task)).task());
	}

	@Test
	void everyPairOfTasksHasAQuestion() {
		for (TaskChoice a : TaskChoice.values())
			for (TaskChoice b : TaskChoice.values())
				if (a != b) assertNotNull(DecidingQuestion.between(a, b), a + " " + b);
	}

	@Test
	void anAnswerWinsOverTheQuestion() {
		Needs read = Needs.outOfScope(OtherTool.OCR);
		Needs answered = new Needs(Level.OBJECT, Answer.UNKNOWN, Answer.YES, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN,
			Optional.empty());
		assertEquals(TaskChoice.LOCALISATION, Decision.of(answered.or(read)).task());
		assertEquals(TaskChoice.NONE, Decision.of(Needs.UNKNOWN.or(read)).task());
		assertEquals(TaskChoice.INSTANCE, Decision.of(Needs.UNKNOWN.or(Needs.of(TaskChoice.INSTANCE))).task());
	}

	private static Answer answer(String word) {
		return Answer.of("answer", word.replace("?", ""));
	}

	private static List<Needs> all() {
		List<Needs> all = new ArrayList<>();
		for (Level level : Level.values())
			for (Answer several : Answer.values())
				for (Answer one : Answer.values())
					for (Answer individuals : Answer.values())
						for (Answer size : Answer.values())
							for (Answer background : Answer.values())
								all.add(new Needs(level, several, one, individuals, size, background, Optional.empty()));
		return all;
	}
}
