package triptych.advisor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.advisor.need.Needs;
import triptych.advisor.question.QuestionAnalysis;
import triptych.advisor.question.QuestionReader;

/**
 * 600 plain questions in six languages, and 260 compound, colloquial, negated and vague ones, posts and ones out of scope,
 * written by others without sight of the cues. They measure, so nobody who changes the advisor reads them; that is why this
 * test tells shares only.
 */
class UnseenQuestionsTest {

	private static final Path FOLDER = Path.of("src/test/resources/triptych/advisor/unseen");

	/** The floors are what was measured, less the three questions that a change of no meaning may cost. */
	@ParameterizedTest
	@CsvSource({ "de, 0.91", "en, 0.89", "es, 0.85", "fr, 0.93", "ja, 0.88", "zh, 0.88" })
	void aChangeDoesNotMakeTheReaderWorseOnQuestionsThatNobodyHasSeen(String language, double floor) throws IOException {
		List<KnownQuestion> questions = KnownQuestion.read(FOLDER.resolve(language + ".tsv"));
		long right = questions.stream().filter(q -> q.right().contains(QuestionReader.read(q.text(), "auto").task().key()))
			.count();
		double share = (double) right / questions.size();
		System.out.printf("unseen questions, %s: %.2f of %d read rightly%n", language, share, questions.size());
		assertTrue(share >= floor, language + ": " + share);
	}

	private static List<KnownQuestion> hard;

	@BeforeAll
	static void readTheHardOnes() throws IOException {
		hard = KnownQuestion.read(FOLDER.resolveSibling("fresh4.tsv"));
	}

	/** Floors as above, less two questions; of a vague one, to ask is right. */
	@ParameterizedTest
	@CsvSource({ "compound, 0.93", "forum, 0.86", "out-of-scope, 0.88", "colloquial, 0.88", "negated, 0.92", "vague, 0.88" })
	void neitherOnHardOnes(String kind, double floor) {
		List<KnownQuestion> questions = hard.stream().filter(q -> q.kind().equals(kind)).toList();
		double share = (double) questions.stream().filter(UnseenQuestionsTest::isRight).count() / questions.size();
		System.out.printf("hard unseen questions, %s: %.3f of %d read rightly%n", kind, share, questions.size());
		assertTrue(share >= floor, kind + ": " + share);
	}

	@Test
	void whatItIsSureOfIsRight() {
		List<KnownQuestion> sure = hard.stream().filter(q -> read(q).certainty() >= 0.9).toList();
		long wrong = sure.stream().filter(q -> !isRight(q)).count();
		System.out.printf("hard unseen questions told with 0.9 or more: %d of %d wrong%n", wrong, sure.size());
		assertTrue(sure.size() > 90 && wrong <= 0.02 * sure.size(), wrong + " of " + sure.size());
	}

	private static boolean isRight(KnownQuestion q) {
		if (!q.mustAsk()) return q.right().contains(read(q).task().key());
		return new Advisor(Budget.UNKNOWN).advise(read(q), Needs.UNKNOWN).open();
	}

	private static QuestionAnalysis read(KnownQuestion q) {
		return QuestionReader.read(q.text(), "auto");
	}
}
