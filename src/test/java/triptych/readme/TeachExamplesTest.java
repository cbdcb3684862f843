package triptych.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.result.Result;
import triptych.workflow.Triptych;

/** The lines of the page on teaching run one after the other, as somebody would try them. */
class TeachExamplesTest {

	private static final Path PAGE = Path.of(".github/docs/teach.md");

	/** Nuclei of an area above and below the median get two groups by hand. */
	@Test
	void theLinesOfThePageRun(@TempDir Path models) {
		ImagePlus image = Triptych.open(Path.of("test-images/nuclei.tif"));
		image.setOverlay(new Overlay());
		List<Roi> found = Triptych.segmentObjects(image, "outputs=rois").rois();
		double[] areas = found.stream().mapToDouble(r -> r.getStatistics().area).sorted().toArray();
		for (Roi roi : found) {
			roi.setGroup(roi.getStatistics().area > areas[areas.length / 2] ? 201 : 202);
			image.getOverlay().add(roi);
		}
		System.setProperty("triptych.models", models.toString());
		try {
			List<String> ran = new ArrayList<>();
			Matcher line = Pattern.compile("run\\(\"([^\"]+)\", \"([^\"]+)\"").matcher(
				Documents.text(PAGE));
			while (line.find()) {
				run(line.group(1), line.group(2), image, found.size());
				ran.add(line.group(1));
			}
			assertEquals(List.of("Teach Classes...", "Classify Image...", "Segment Objects..."), ran);
		}
		finally {
			System.clearProperty("triptych.models");
		}
	}

	private static void run(String command, String keys, ImagePlus image, int objects) {
		switch (command) {
			case "Teach Classes..." -> assertEquals(List.of("group 201", "group 202"),
				Triptych.teachClasses(image, keys).classes());
			case "Classify Image..." -> assertTrue(Triptych.classify(image, keys).table().rows().size()
				>= objects);
			default -> {
				Result result = Triptych.segmentObjects(image, keys);
				assertEquals(objects, result.table().rows().size());
				long large = result.rois().stream().filter(r -> r.getGroup() == 1).count();
				long small = result.rois().stream().filter(r -> r.getGroup() == 2).count();
				assertEquals(objects, large + small);
				assertTrue(large > objects / 4 && small > objects / 4, large + " and " + small);
			}
		}
	}
}
