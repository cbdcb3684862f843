package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** The batch macro that Triptych ships, on a folder with two images and a file that is none. */
class SegmentFolderIT {

	private static final Path MACRO = Path.of("macros/Segment_Folder.ijm");

	@Test
	void segmentsEveryImageOfAFolderInHeadlessFiji() throws IOException {
		Path folder = images("folder fiji");
		ChildJvm.Ended ended = HeadlessFiji.macro(MACRO, folder + "," + folder.resolve("the results"));
		assertSaved(folder, ended);
		assertTrue(ended.output().matches("(?s).*Segmented 2 images: \\d{2,3} objects, saved in .*"), ended.output());
	}

	@Test
	void segmentsEveryImageOfAFolderInPlainImageJ() throws IOException {
		PlainImageJ.needsDisplay();
		Path folder = images("folder plain");
		assertSaved(folder, PlainImageJ.batch(MACRO, folder + "," + folder.resolve("the results")));
	}

	private static Path images(String name) throws IOException {
		Path folder = ChildJvm.fresh(name);
		Files.copy(Path.of("test-images/nuclei.tif"), folder.resolve("one nuclei.tif"));
		Files.copy(Path.of("test-images/stack.tif"), folder.resolve("two.tif"));
		Files.writeString(folder.resolve("notes.txt"), "no image");
		return folder;
	}

	private static void assertSaved(Path folder, ChildJvm.Ended ended) throws IOException {
		for (String name : new String[] { "one nuclei", "two" })
			for (String end : new String[] { "-objects.csv", "-summary.csv", "-labels.tif", "-rois.zip", "-run.json" })
				assertTrue(Files.exists(folder.resolve("the results").resolve(name + end)), name + end + "\n" + ended.output());
		try (var files = Files.list(folder.resolve("the results"))) {
			assertEquals(10, files.count());
		}
	}
}
