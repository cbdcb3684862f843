package triptych.real;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import triptych.core.Box;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.needs.NeedsTestData;
import triptych.workflow.Triptych;

/** The bundled blood-cells model against the boxes of six fields of BCCD that it never saw. */
@NeedsTestData(RealData.MODELS)
class BundledBloodCellsTest {

	/** A bit below what was measured with the bundled weights. */
	private static final double LEAST_F1 = 0.77, LARGEST_COUNT_ERROR = 0.25;

	private static final Pattern OBJECT = Pattern.compile("<name>(\\w+)</name>.*?<xmin>(\\d+).*?<ymin>"
		+ "(\\d+).*?<xmax>(\\d+).*?<ymax>(\\d+)", Pattern.DOTALL);

	private record Drawn(String name, Box box) {}

	@AfterAll
	static void release() {
		Triptych.releaseModels();
	}

	private static List<Drawn> drawn(Path file) throws IOException {
		String text = Files.readString(file);
		Matcher object = OBJECT.matcher(text.substring(text.indexOf("<object>")));
		List<Drawn> drawn = new ArrayList<>();
		while (object.find()) {
			int[] side = new int[4];
			for (int i = 0; i < 4; i++)
				side[i] = Integer.parseInt(object.group(i + 2));
			drawn.add(new Drawn(object.group(1), new Box(side[0] - 1, side[1] - 1, side[2], side[3])));
		}
		return drawn;
	}

	@Test
	void findsBloodCells() throws IOException {
		List<Path> files;
		try (Stream<Path> listed = Files.list(RealData.file("images/bccd_a/annotations"))) {
			files = listed.sorted().toList();
		}
		int allDrawn = 0, allFound = 0, allHits = 0;
		for (Path file : files) {
			String name = file.getFileName().toString().replace(".xml", "");
			List<Drawn> left = drawn(file);
			List<Detection> found = Triptych.detect(RealData.image("bccd_a/images/" + name + ".jpg"),
				"device=cpu").prediction().as(Detections.class).items();
			int drawn = left.size(), hits = 0;
			for (Detection one : found)
				if (takeMatch(left, one)) hits++;
			System.out.printf("%s  drawn %d found %d right %d%n", name, drawn, found.size(), hits);
			allDrawn += drawn;
			allFound += found.size();
			allHits += hits;
		}
		double f1 = 2.0 * allHits / (allDrawn + allFound);
		System.out.printf("F1 at IoU 0.5: %.3f, %d drawn, %d found%n", f1, allDrawn, allFound);
		assertTrue(f1 >= LEAST_F1, "F1: " + f1);
		assertTrue(Math.abs(allFound - allDrawn) <= LARGEST_COUNT_ERROR * allDrawn, "found " + allFound);
	}

	/** Takes the drawn box of the same class with an IoU above 0.5, if there is one. */
	private static boolean takeMatch(List<Drawn> left, Detection found) {
		for (Drawn one : left)
			if (one.name().equals(found.best().className()) && one.box().iou(Box.around(found.region())) > 0.5)
				return left.remove(one);
		return false;
	}
}
