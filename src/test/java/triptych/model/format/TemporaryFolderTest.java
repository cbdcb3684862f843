package triptych.model.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What killed programs leave in the temporary folder, and what others keep there. */
class TemporaryFolderTest {

	@Test
	void foldersOfKilledProgramsAreDeletedAndNobodyElses(@TempDir Path temporary) throws Exception {
		Path killed = Files.createDirectories(temporary.resolve("kind1/in")).getParent();
		Files.writeString(killed.resolve("in/library.so"), "24 MB");
		Files.writeString(killed.resolve("triptych.lock"), "");
		Path others = Files.createDirectory(temporary.resolve("kind2"));
		Files.writeString(others.resolve("library.so"), "of another program");
		Path first = Files.createDirectory(temporary.resolve("kind3"));
		TemporaryFolder.own(first, "kind");
		assertFalse(Files.exists(killed), "left by a program that was killed");
		TemporaryFolder.own(Files.createDirectory(temporary.resolve("kind4")), "kind");
		assertTrue(Files.exists(first), "ours, in use");
		assertTrue(Files.exists(others.resolve("library.so")));
	}
}
