package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The macros that Triptych ships, in plain ImageJ and in headless Fiji, against what is known of the test images. */
class MacrosIT {

	private static final String IMAGES = Path.of("test-images").toAbsolutePath() + "/";
	private static final String MODELS = Path.of("src/test/resources/models").toAbsolutePath() + "/";

	private static List<String> written(String macro, String arguments, boolean fiji) throws IOException {
		if (!fiji) PlainImageJ.needsDisplay();
		Path output = ChildJvm.fresh("macro " + macro + fiji).resolve("out put.csv"), file = Path.of("macros", macro);
		ChildJvm.Ended ended = fiji ? HeadlessFiji.macro(file, arguments + "," + output) : PlainImageJ.batch(file, arguments
			+ "," + output);
		assertTrue(Files.exists(output), ended.output());
		return Files.readAllLines(output);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void timeSeriesMacroCountsThePlantedNucleiOfEachFrame(boolean fiji) throws IOException {
		List<String> lines = written("Time_Series_Counts.ijm", IMAGES + "time-series.tif", fiji);
		List<String> truth = Files.readAllLines(Path.of("test-images/time-series.csv"));
		assertEquals("Frame,Time,Count,MeanArea", lines.get(0));
		assertEquals(truth.size(), lines.size());
		for (int t = 1; t < truth.size(); t++) {
			String[] cells = lines.get(t).split(",");
			assertEquals(truth.get(t), cells[0] + "," + cells[2]);
			assertEquals(10 * (t - 1), Double.parseDouble(cells[1]));
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void intensityMacroMeasuresBothChannelsOfEachNucleus(boolean fiji) throws IOException {
		List<String> lines = written("Two_Channel_Intensity.ijm", IMAGES + "two-channels.tif", fiji);
		assertTrue(lines.size() > 10, lines.toString());
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split(",");
			double first = Double.parseDouble(cells[3]), second = Double.parseDouble(cells[4]);
			assertTrue(first > second, "nuclei are bright in their own channel, dark in the other: " + line);
			assertEquals(second / first, Double.parseDouble(cells[5]), 1e-3);
		}
		assertTrue(lines.stream().skip(1).map(line -> line.split(",")[1]).distinct().count() == 3, "all three slices");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void detectThenClassifyMacroAsksForEachBox(boolean fiji) throws IOException {
		List<String> lines = written("Detect_Then_Classify.ijm", IMAGES + "shapes.tif," + MODELS + "boxes_v8.onnx," + MODELS
			+ "classes.onnx", fiji);
		assertEquals(4, lines.size());
		for (String line : lines.subList(1, 4)) {
			String[] cells = line.split(",");
			assertTrue(cells[0].startsWith(cells[1] + "-000"), "box and class agree: " + line);
		}
	}
}
