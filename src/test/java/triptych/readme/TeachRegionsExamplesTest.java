package triptych.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.result.Result;
import triptych.workflow.Triptych;

/** The lines of the page on teaching regions run one after the other. */
class TeachRegionsExamplesTest {

	private static final Path PAGE = Path.of(".github/docs/teach-regions.md");

	/** Short lines in rows, where they lie wholly on nuclei or wholly beside them. */
	private static ImagePlus marked() {
		ImagePlus image = Triptych.open(Path.of("test-images/nuclei.tif"));
		ImageProcessor labels = Triptych.segmentObjects(image, "outputs=labels")
			.labels()
			.orElseThrow()
			.getProcessor();
		image.setOverlay(new Overlay());
		for (int y = 10; y < labels.getHeight() - 10; y += 17)
			for (int x = 10; x < labels.getWidth() - 10; x += 29) {
				int inside = inside(labels, x, y);
				if (inside == 0) add(image, "background-" + x, x, y);
				if (inside == 21) add(image, "nucleus-" + x, x, y);
			}
		return image;
	}

	private static int inside(ImageProcessor labels, int x, int y) {
		int inside = 0;
		for (int j = -1; j <= 1; j++)
			for (int i = -3; i <= 3; i++)
				if (labels.get(x + i, y + j) != 0) inside++;
		return inside;
	}

	private static void add(ImagePlus image, String name, double x, double y) {
		Line line = new Line(x - 2, y, x + 2, y);
		line.setStrokeWidth(3);
		line.setName(name);
		image.getOverlay().add(line);
	}

	@Test
	void theLinesOfThePageRun(@TempDir Path models) {
		ImagePlus image = marked();
		System.setProperty("triptych.models", models.toString());
		try {
			List<String> ran = new ArrayList<>();
			Matcher line = Pattern.compile("run\\(\"([^\"]+)\", \"([^\"]+)\"").matcher(
				Documents.text(PAGE));
			while (line.find()) {
				ran.add(line.group(1));
				if (line.group(1).equals("Teach Regions..."))
					assertEquals(List.of("background", "nucleus"),
						Triptych.teachRegions(image, line.group(2)).classes());
				else assertNuclei(image, Triptych.segmentRegions(image, line.group(2)));
			}
			assertEquals(List.of("Teach Regions...", "Segment Regions..."), ran);
		}
		finally {
			System.clearProperty("triptych.models");
		}
	}

	/** The same area as the bundled model of nuclei finds, but for a part of their edges. */
	private static void assertNuclei(ImagePlus image, Result found) {
		ImageProcessor own = found.labels().orElseThrow().getProcessor();
		ImageProcessor other = Triptych.segmentRegions(image, "model=nuclei-regions outputs=labels")
			.labels().orElseThrow().getProcessor();
		int both = 0, any = 0;
		for (int i = 0; i < own.getPixelCount(); i++) {
			if (own.get(i) != 0 && other.get(i) != 0) both++;
			if (own.get(i) != 0 || other.get(i) != 0) any++;
		}
		assertTrue(both > 0.7 * any, both + " of " + any);
	}
}
