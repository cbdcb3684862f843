package triptych.advisor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.advisor.question.QuestionReader;

/**
 * 600 questions in six languages, written by others without sight of the cues. They measure, so nobody who changes the
 * advisor reads them; that is why this test tells shares only.
 */
class UnseenQuestionsTest {

	private static final Path FOLDER = Path.of("src/test/resources/triptych/advisor/unseen");

	/** The floors are what was measured, less the three questions that a change of no meaning may cost. */
	@ParameterizedTest
	@CsvSource({ "de, 0.89", "en, 0.89", "es, 0.85", "fr, 0.93", "ja, 0.88", "zh, 0.86" })
	void aChangeDoesNotMakeTheReaderWorseOnQuestionsThatNobodyHasSeen(String language, double floor) throws IOException {
		List<KnownQuestion> questions = KnownQuestion.read(FOLDER.resolve(language + ".tsv"));
		long right = questions.stream().filter(q -> q.right().contains(QuestionReader.read(q.text(), "auto").task().key()))
			.count();
		double share = (double) right / questions.size();
		System.out.printf("unseen questions, %s: %.2f of %d read rightly%n", language, share, questions.size());
		assertTrue(share >= floor, language + ": " + share);
	}
}
