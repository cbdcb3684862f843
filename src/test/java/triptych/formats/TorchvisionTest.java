package triptych.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import ij.ImagePlus;

import triptych.core.Box;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Mask;
import triptych.core.Task;

/** Exports as torchvision's documentation makes them, without a word of ours. */
class TorchvisionTest {

	@ParameterizedTest
	@ValueSource(strings = { "tv-fasterrcnn", "tv-retinanet", "tv-ssd", "tv-maskrcnn", "tv-keypointrcnn" })
	void objectsAreThoseOfTheLibrary(String name) {
		boolean masks = name.equals("tv-maskrcnn");
		try (Export export = Export.open(name)) {
			assertEquals(masks ? Task.INSTANCE_SEGMENTATION : Task.DETECTION, export.spec().task());
			export.expected().asMap().forEach((image, e) -> {
				JsonObject expected = e.getAsJsonObject();
				ImagePlus opened = Export.image(image);
				double[] size = Export.numbers(expected.get("size"));
				opened.setRoi(0, 0, (int) size[0], (int) size[1]);
				ImagePlus part = opened.crop();
				List<Detection> found = export.predict(part, expected.get("threshold").getAsDouble())
					.as(Detections.class)
					.items();
				JsonArray wanted = expected.getAsJsonArray("boxes");
				double least = 1;
				for (int i = 0; i < wanted.size(); i++) {
					boolean painted = !masks || expected.getAsJsonArray("areas").get(i).getAsInt() > 0;
					double[] box = Export.numbers(wanted.get(i));
					if (painted && !masks) least = Math.min(least, agreement(box, found));
					if (painted && masks) assertTrue(hasMask(box, expected, i, found), name + " mask " + i);
				}
				System.out.printf("%s %s: %d boxes, ours %d, least IoU %.4f%n", name, image,
					wanted.size(), found.size(), least);
				assertTrue(wanted.size() > 5, "the case shows something");
				assertTrue(least >= 0.9, name + " " + image + " " + least);
				if (!masks) assertEquals(wanted.size(), found.size());
			});
		}
	}

	/** Ours with the class, the score, the area and the centre of the library's mask. */
	private static boolean hasMask(double[] box, JsonObject expected, int i, List<Detection> found) {
		double area = expected.getAsJsonArray("areas").get(i).getAsDouble();
		double[] centre = Export.numbers(expected.getAsJsonArray("centres").get(i));
		return found.stream()
			.filter(d -> sameClass(box, d))
			.map(d -> (Mask) d.region())
			.anyMatch(m -> Math.abs(m.area() - area) <= 0.02 * area && Math.hypot(
				centroid(m)[0] - centre[0], centroid(m)[1] - centre[1]) < 0.2);
	}

	private static double[] centroid(Mask mask) {
		double x = 0, y = 0, n = 0;
		for (int j = 0; j < mask.height(); j++)
			for (int i = 0; i < mask.width(); i++)
				if (mask.inside()[j * mask.width() + i] != 0) {
					x += mask.x() + i;
					y += mask.y() + j;
					n++;
				}
		return new double[] { x / n, y / n };
	}

	private static boolean sameClass(double[] box, Detection d) {
		assertEquals("class-" + d.best().classId(), d.best().className());
		return d.best().classId() == (int) box[5] && Math.abs(d.best().score() - box[4]) <= 0.05;
	}

	private static double agreement(double[] box, List<Detection> found) {
		Box wanted = new Box(box[0], box[1], box[2], box[3]);
		return found.stream()
			.filter(d -> sameClass(box, d))
			.mapToDouble(d -> wanted.iou(Box.around(d.region())))
			.max()
			.orElse(0);
	}

	@Test
	void anImageOfAnySizeIsSeenAsItIs() {
		try (Export export = Export.open("tv-fasterrcnn")) {
			ImagePlus wide = Export.image("wide");
			assertEquals(List.of(3L, 101L, 157L), Arrays.stream(export.input(wide).shape())
				.boxed().toList());
		}
	}
}
