package triptych.model.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

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

	@Test
	void folderThatIsDeletedEarlierIsGoneWithItsFiles() throws Exception {
		Path folder = TemporaryFolder.create("triptych-test");
		Files.writeString(folder.resolve("plane.tif"), "large");
		TemporaryFolder.delete(folder);
		assertFalse(Files.exists(folder));
		TemporaryFolder.deleteAll();
	}

	/** ONNX Runtime makes its folder a moment before Triptych can say whose it is. */
	@Test
	void emptyFoldersThatNobodyHasFilledForLongAreDeleted(@TempDir Path temporary)
		throws Exception
	{
		Path killed = Files.createDirectory(temporary.resolve("kind1"));
		Path full = Files.createDirectory(temporary.resolve("kind2"));
		Files.writeString(full.resolve("library.so"), "of another program");
		Path starting = Files.createDirectory(temporary.resolve("kind3"));
		FileTime before = FileTime.from(Instant.now().minus(Duration.ofMinutes(11)));
		Files.setLastModifiedTime(killed, before);
		Files.setLastModifiedTime(full, before);
		TemporaryFolder.own(Files.createDirectory(temporary.resolve("kind4")), "kind");
		assertFalse(Files.exists(killed));
		assertTrue(Files.exists(full.resolve("library.so")));
		assertTrue(Files.exists(starting));
	}
}
