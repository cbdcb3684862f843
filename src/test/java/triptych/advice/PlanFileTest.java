package triptych.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.advisor.need.Language;
import triptych.advisor.need.Words;
import triptych.core.TriptychException;
import triptych.result.ResultFiles;

/** A plan replaces an earlier one whole or not at all. */
class PlanFileTest {

	private static final Words EN = Words.in(Language.EN);

	@TempDir
	Path folder;

	@Test
	void anEarlierPlanStaysWhereTheNewOneCannotBeWritten() throws IOException {
		Path plan = folder.resolve("plan.html");
		PlanFile.write(plan.toString(), PlanFile.MARK + "one", EN);
		PlanFile.write(plan.toString(), PlanFile.MARK + "two", EN);
		// A folder that is not empty lies in the place of the unfinished file.
		Path blocked = folder.resolve("plan.html" + ResultFiles.UNFINISHED);
		Files.createDirectories(blocked.resolve("x"));
		assertThrows(TriptychException.class,
			() -> PlanFile.write(plan.toString(), PlanFile.MARK + "three", EN));
		assertEquals(PlanFile.MARK + "two", Files.readString(plan));
	}
}
