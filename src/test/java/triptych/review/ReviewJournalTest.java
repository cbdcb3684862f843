package triptych.review;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewJournalTest {

	private static final String IMAGE = "a.tif";
	private static final List<String> FILES = List.of("a-reviewed-objects.csv");

	@TempDir
	Path folder;

	private static Edit edit(int id) {
		return new Edit(0, List.of(id), List.of());
	}

	/** As where a table is open in another program when it is to be written, and the review goes on. */
	@Test
	void correctionsAfterFilesThatGotTheirNamesLateAreNotTakenForSaved() {
		try (ReviewJournal journal = ReviewJournal.open(folder)) {
			journal.add(IMAGE, edit(1));
			journal.state(IMAGE, ReviewJournal.State.SWAPPING, FILES);
			journal.add(IMAGE, edit(2));
			journal.state(IMAGE, ReviewJournal.State.REVIEWED, FILES);
			assertFalse(journal.image(IMAGE).isSaved());
			journal.state(IMAGE, ReviewJournal.State.SWAPPING, FILES);
			journal.state(IMAGE, ReviewJournal.State.REVIEWED, FILES);
			assertTrue(journal.image(IMAGE).isSaved());
			journal.undo(IMAGE);
		}
		assertFalse(ReviewJournal.read(folder).image(IMAGE).isSaved());
	}
}
