package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** One macro with all four commands, in plain ImageJ and in headless Fiji. */
class FourCommandsIT {

	private static final Path MACRO = Path.of("src/test/resources/doors/four_commands.ijm");
	private static final String INPUTS = Path.of("test-images").toAbsolutePath() + "," + Path.of("src/test/resources/models")
		.toAbsolutePath();

	@Test
	void headlessFijiAndPlainImageJSaveTheSame() throws IOException {
		Path fiji = ChildJvm.fresh("four-fiji");
		ChildJvm.Ended headless = HeadlessFiji.macro(MACRO, INPUTS + "," + fiji);
		assertTrue(Files.exists(fiji.resolve("state.txt")), headless.output());
		Map<String, String> saved = SavedResults.of(fiji);
		assertEquals(Set.of("what-classification.csv", "what-rois.zip", "shapes-rois.zip", "shapes-detections.csv", "shapes-summary.csv", "shapes-labels.tif",
			"covered-regions.csv", "covered-classes.tif", "covered-rois.zip", "nuclei-objects.csv", "nuclei-summary.csv", "nuclei-labels.tif",
			"nuclei-rois.zip"), saved.keySet());

		PlainImageJ.needsDisplay();
		Path plain = ChildJvm.fresh("four-plain");
		ChildJvm.Ended windowed = PlainImageJ.batch(MACRO, INPUTS + "," + plain + ",display");
		assertTrue(Files.exists(plain.resolve("state.txt")), windowed.output());
		Map<String, String> other = SavedResults.of(plain);
		assertEquals(saved.keySet(), other.keySet());
		saved.forEach((file, content) -> assertEquals(content, other.get(file), file));
		assertEquals(Files.readString(fiji.resolve("state.txt")), Files.readString(plain.resolve("state.txt")).replaceAll(
			", roi manager \\d+", ""));
		for (String line : List.of("classify: images 1 [what.tif], overlay 1, rows 2, roi manager 0",
			"detect: images 2 [shapes.tif;shapes-labels], overlay 3, rows 5, roi manager 3", "red 0.9000 39.750 120.750",
			"source unchanged 1"))
			assertTrue(Files.readString(plain.resolve("state.txt")).contains(line + "\n"), line);
	}
}
