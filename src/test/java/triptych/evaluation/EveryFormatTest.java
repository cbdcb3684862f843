package triptych.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.Shape;
import triptych.core.Box;
import triptych.core.TriptychException;
import triptych.ij.annotation.AnnotationFormats;
import triptych.workflow.Triptych;

/**
 * The same objects of two images give the same figures in whichever formats truth and predictions
 * are: three objects, of which two are found, and one prediction is wrong.
 */
class EveryFormatTest {

	private static final Box A = new Box(2, 2, 12, 12), B = new Box(20, 5, 32, 13),
		C = new Box(40, 20, 50, 30);
	private static final double RIGHT = 2 / 3.0;

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "coco, coco, detection, F1", "voc, coco, detection, F1", "yolo, voc, detection, F1",
		"labelme, yolo, detection, F1", "geojson, labelme, detection, F1",
		"rois, geojson, detection, F1", "coco, rois, detection, F1", "labels, labels, instance, F1",
		"coco, labels, detection, F1", "panoptic, coco, detection, F1" })
	void truthAndPredictions(String truth, String found, String task, String metric)
		throws IOException
	{
		Path t = written(truth, "truth", List.of(A, B), List.of(C));
		Path f = written(found, "found", List.of(A), List.of(C, B));
		EvaluationResult result = Triptych.evaluate("truth=[" + t + "] predictions=[" + f + "]");
		assertEquals(task, result.outcome().task().key());
		assertEquals(2, result.outcome().images(), result.unmatched().toString());
		assertEquals(List.of("cell"), result.outcome().classes());
		assertEquals(RIGHT, result.outcome().value(metric), 1e-9);
	}

	/** As panopticapi has it, a prediction where nobody annotated anything is no mistake. */
	@Test
	void scenesLeaveAsideWhatWasNotAnnotated() throws IOException {
		Path t = written("panoptic", "truth", List.of(A, B), List.of(C));
		Path f = written("panoptic", "found", List.of(A), List.of(C, B));
		EvaluationResult result = Triptych.evaluate("truth=[" + t + "] predictions=[" + f + "]");
		assertEquals("panoptic", result.outcome().task().key());
		assertEquals(2 / 2.5, result.outcome().value("RQ"), 1e-9);
	}

	@Test
	void scenesAndLabelImagesAreComparedAsWhatTheUserSays() throws IOException {
		Path t = written("panoptic", "truth", List.of(A, B), List.of(C));
		Path f = written("labels", "found", List.of(A), List.of(C, B));
		String line = "truth=[" + t + "] predictions=[" + f + "] ";
		String told = assertThrows(TriptychException.class, () -> Triptych.evaluate(line))
			.getMessage();
		assertTrue(told.contains("say with task="), told);
		assertTrue(told.contains("instance"), told);
		assertEquals(RIGHT, Triptych.evaluate(line + "task=instance").outcome().value("F1"), 1e-9);
	}

	/** The curve of average precision ends where the run's own limit was. */
	@Test
	void aRunThatLeftWeakPredictionsOutIsTold() throws IOException {
		Path truth = written("coco", "truth", List.of(A, B), List.of(C));
		for (double weakest : new double[] { 0.6, 0.05 }) {
			Path found = folder.resolve(weakest + ".json");
			try (AnnotationWriter writer =
				AnnotationFormats.of("coco").writer(found, List.of(), false))
			{
				List<Annotation> all = List.of(scored(A, 0.9), scored(B, weakest));
				writer.add(new AnnotatedImage("a.png", 60, 40, all));
				writer.finish();
			}
			String notes = Triptych.evaluate("truth=[" + truth + "] predictions=[" + found + "]")
				.notes()
				.toString();
			assertEquals(weakest > 0.1, notes.contains("No prediction scores below 0.60"), notes);
		}
	}

	private static Annotation scored(Box box, double score) {
		return new Annotation("cell", score, false, new Shape.Rectangle(box), Map.of());
	}

	private Path written(String format, String side, List<Box> a, List<Box> b) throws IOException {
		Path target = folder.resolve(side + "/" + (format.equals("coco") ? "all.json" : format));
		List<AnnotatedImage> images = List.of(image("a", a), image("b", b));
		if (format.equals("labelme")) return labelMe(Files.createDirectories(target), images);
		Files.createDirectories(target.getParent());
		try (AnnotationWriter writer =
			AnnotationFormats.of(format).writer(target, List.of(), false))
		{
			images.forEach(writer::add);
			return writer.finish();
		}
	}

	private AnnotatedImage image(String name, List<Box> boxes) throws IOException {
		Path file = Files.createDirectories(folder.resolve("images")).resolve(name + ".png");
		ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
		List<Annotation> all = new ArrayList<>();
		for (Box box : boxes)
			all.add(new Annotation("cell", new Shape.Rectangle(box)));
		return new AnnotatedImage(name + ".png", Optional.of(file), 60, 40, all, Map.of());
	}

	/** LabelMe is read only, so its files are written here as it writes them. */
	private static Path labelMe(Path folder, List<AnnotatedImage> images) throws IOException {
		for (AnnotatedImage image : images) {
			List<String> shapes = new ArrayList<>();
			for (Annotation a : image.annotations()) {
				Box box = a.shape().box();
				shapes.add("{\"label\":\"cell\",\"shape_type\":\"rectangle\",\"points\":[[" + box.x1()
					+ "," + box.y1() + "],[" + box.x2() + "," + box.y2() + "]]}");
			}
			Path file = folder.resolve(image.stem() + ".json");
			Files.writeString(file, "{\"version\":\"5.0\",\"imagePath\":\"" + image.name()
				+ "\",\"imageWidth\":60,\"imageHeight\":40,\"shapes\":" + shapes + "}");
		}
		return folder;
	}
}
