package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import ij.IJ;
import ij.ImagePlus;
import ij.process.FloatProcessor;
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

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void gRatioMacroMeasuresPaintedFibres(boolean fiji) throws IOException {
		String painted = paintedFibres().toString();
		List<String> lines = written("Axon_G_Ratio.ijm", painted, fiji);
		assertEquals("Image,Axon,AxonArea,FibreArea,AxonDiameter,GRatio", lines.get(0));
		assertEquals(FIBRES + 1, lines.size(), lines.toString());
		double[] ratios = lines.stream()
			.skip(1)
			.mapToDouble(line -> Double.parseDouble(line.split(",")[5]))
			.sorted()
			.toArray();
		assertEquals(G_RATIO, ratios[FIBRES / 2], 0.06, lines.toString());
		double diameter = Double.parseDouble(lines.get(1).split(",")[4]);
		assertEquals(0.1 * AXON, diameter, 0.3, "in micrometres: " + lines);
	}

	private static final int FIBRES = 16, AXON = 20;
	private static final double G_RATIO = 0.65;

	/** Dark axons in bright sheaths on grey, 0.1 micrometres a pixel; each of one size. */
	private static Path paintedFibres() throws IOException {
		int edge = 4 * 64;
		FloatProcessor pixels = new FloatProcessor(edge, edge);
		Random random = new Random(3);
		for (int y = 0; y < edge; y++)
			for (int x = 0; x < edge; x++) {
				double r = Math.hypot(x % 64 - 32, y % 64 - 32);
				double grey = r > AXON / 2.0 / G_RATIO ? 110 : 210;
				if (r < AXON / 2.0) grey = 40;
				pixels.setf(x, y, (float) (grey + 8 * random.nextGaussian()));
			}
		pixels.blurGaussian(0.7);
		ImagePlus image = new ImagePlus("fibres", pixels.convertToByte(false));
		image.getCalibration().setUnit("micron");
		image.getCalibration().pixelWidth = 0.1;
		image.getCalibration().pixelHeight = 0.1;
		Path file = ChildJvm.fresh("fibres").resolve("fibres.tif");
		IJ.saveAsTiff(image, file.toString());
		return file;
	}
}
