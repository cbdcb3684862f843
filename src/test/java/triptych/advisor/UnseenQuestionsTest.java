package triptych.advisor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 600 questions in six languages, written by others without sight of the cues. They measure, so nobody who changes the
 * advisor reads them; that is why this test tells shares only.
 */
class UnseenQuestionsTest {

	private static final Path FOLDER = Path.of("src/test/resources/advisor/unseen");

	/** The floors are what was measured, less the three questions that a change of no meaning may cost. */
	@ParameterizedTest
	@CsvSource({ "de, 0.92", "en, 0.88", "es, 0.82", "fr, 0.91", "ja, 0.88", "zh, 0.87" })
	void aChangeDoesNotMakeTheReaderWorseOnQuestionsThatNobodyHasSeen(String language, double floor) throws IOException {
		List<String> lines = Files.readAllLines(FOLDER.resolve(language + ".tsv"));
		List<String> head = List.of(lines.get(0).split("\t"));
		int right = 0;
		for (String line : lines.subList(1, lines.size())) {
			String[] row = line.split("\t", -1);
			String task = QuestionReader.read(row[head.indexOf("question")], "auto").task().key();
			boolean also = Arrays.asList(row[head.indexOf("acceptable")].split("\\|")).contains(task);
			if (row[head.indexOf("gold")].equals(task) || also) right++;
		}
		double share = (double) right / (lines.size() - 1);
		System.out.printf("unseen questions, %s: %.2f of %d read rightly%n", language, share, lines.size() - 1);
		assertTrue(share >= floor, language + ": " + share);
	}
}
