package triptych.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three hundred hostile inputs, the same in every run; thousands more by {@link Fuzz}. */
class FuzzTest {

	private static final int INPUTS = 300;

	@TempDir
	Path folder;

	@Test
	void everyHostileInputEndsWithASentence() throws Exception {
		try (Fuzz fuzz = new Fuzz(folder, Path.of("src/test/resources/models"))) {
			for (int number = 0; number < INPUTS; number++)
				fuzz.one(number);
			System.out.println(fuzz);
			assertEquals(List.of(), fuzz.faults());
		}
	}
}
