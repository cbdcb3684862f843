package triptych.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.TriptychException;
import triptych.evaluation.EvaluationResult;
import triptych.folder.FolderResult;
import triptych.options.Options;
import triptych.preview.Preview;
import triptych.result.Result;
import triptych.run.Commands;
import triptych.workflow.Triptych;

/** Segment Scene... with a model of objects and one of regions, on the planted shapes. */
class SegmentSceneTest {

	private static final String MODELS = "things=src/test/resources/models/touching.onnx"
		+ " stuff=src/test/resources/models/regions.onnx ";

	@Test
	void objectsAndRegionsShareThePixels() {
		Result objects = Triptych.segmentObjects(shapes(), "model=" + model("touching"));
		Result regions = Triptych.segmentRegions(shapes(), "model=" + model("regions"));
		Result scene = Triptych.segmentScene(shapes(), MODELS);
		assertEquals(
			List.of("Label", "Id", "Class", "Kind", "Score", "Pixels", "Area"),
			scene.table().columns());
		int[] ids = map(scene).ids(), object = map(objects).ids(), region = map(regions).ids();
		for (int i = 0; i < ids.length; i++) {
			String there = ids[i] == 0 ? "" : map(scene).segments().get(ids[i] - 1).best().className();
			String red = region[i] == 0 ? "" : List.of("red", "green", "blue").get(region[i] - 1);
			assertEquals(object[i] > 0 ? "object" : red, there);
		}
		assertEquals("shapes-scene", scene.labels().orElseThrow().getTitle());
		assertEquals(List.of("thing", "stuff", "stuff"), column(scene, "Kind"));
	}

	@Test
	void smallRegionsGoAndObjectsStay() {
		Result scene = Triptych.segmentScene(shapes(), MODELS + "smallest=15000");
		assertEquals(List.of("object", "blue"), column(scene, "Class"));
		assertEquals(List.of(1, 2), column(scene, "Id"));
		assertEquals(List.of(9600.0, 19360.0), column(scene, "Area"));
	}

	@Test
	void aSelectionCutsRegionsAndKeepsObjectsByTheirCentre() {
		Result all = Triptych.segmentScene(shapes(), MODELS);
		ImagePlus image = shapes();
		image.setRoi(new Roi(0, 0, image.getWidth() / 2, image.getHeight()));
		Result half = Triptych.segmentScene(image, MODELS + "within=selection");
		int right = image.getWidth() / 2;
		int[] ids = map(half).ids();
		for (int i = 0; i < ids.length; i++)
			if (i % image.getWidth() >= right) assertEquals(0, ids[i]);
		assertTrue(half.table().rows().size() < all.table().rows().size()
			|| pixels(half) < pixels(all));
	}

	@Test
	void thePreviewShowsWhatTheCommandGives() {
		Map<String, String> keys = Options.tokens(MODELS + "smallest=15000");
		Preview preview = Preview.of(Commands.SEGMENT_SCENE, shapes(), Options.tokens(MODELS));
		LabelMap shown = preview.with(keys).as(LabelMap.class);
		LabelMap given = map(Triptych.segmentScene(shapes(), MODELS + "smallest=15000"));
		assertArrayEquals(given.ids(), shown.ids());
		assertEquals(given.segments().toString(), shown.segments().toString());
		assertEquals(2, preview.modelRuns(), "each model runs once, whatever the limits");
	}

	@Test
	void whatWasRecordedGivesTheSameAgain() {
		Result first = Triptych.segmentScene(shapes(), MODELS + "smallest=15000 share=0.7");
		Result again = Triptych.segmentScene(shapes(), Options.macro(first.keys()));
		assertEquals(first.keys(), again.keys());
		assertEquals(first.table().toString(), again.table().toString());
	}

	@Test
	void aFolderRunSavesWhatEvaluatePredictionsReads(@TempDir Path folder) throws Exception {
		Path in = Files.createDirectory(folder.resolve("in"));
		Files.copy(Path.of("test-images/shapes.tif"), in.resolve("shapes.tif"));
		Path out = folder.resolve("out");
		FolderResult done = Triptych.processFolder("task=panoptic input=[" + in + "] save=[" + out
			+ "] " + MODELS);
		assertTrue(done.failed().isEmpty(), done.failed().toString());
		assertTrue(Files.exists(out.resolve("all-scene.csv")));
		EvaluationResult same = Triptych.evaluate("truth=[" + out + "] predictions=[" + out
			+ "] task=panoptic");
		assertEquals(1, same.outcome().value("PQ"));
	}

	@Test
	void whatIsMissingIsTold() {
		assertSentence("stuff is missing", "things=" + model("touching"));
		assertSentence("leave model=nuclei out", "model=nuclei " + MODELS);
		assertSentence("use Segment Objects...", "model=nuclei");
	}

	/** Regions whose description tells which of them are objects. */
	@Test
	void connectedPartsOfAClassAreThings(@TempDir Path folder) throws Exception {
		Path model = described(folder, "  things: [1]\n");
		Result regions = Triptych.segmentRegions(blots(), "model=" + model("regions"));
		Result scene = Triptych.segmentScene(blots(), "model=[" + model + "]");
		List<Object> parts = column(regions, "Regions");
		int red = column(regions, "Class").indexOf("red");
		assertEquals((Integer) parts.get(red), Collections.frequency(column(scene, "Class"), "red"));
		assertTrue((Integer) parts.get(red) > 1, parts.toString());
		int[] classes = map(regions).ids(), ids = map(scene).ids();
		for (int i = 0; i < ids.length; i++) {
			String there = ids[i] == 0 ? "" : map(scene).segments().get(ids[i] - 1).best().className();
			assertEquals(classes[i] == 0 ? "" : List.of("red", "green", "blue").get(classes[i] - 1), there);
		}
		for (Segment s : map(scene).segments())
			assertEquals(s.best().className().equals("red"), s.thing());
		Result tiled = Triptych.segmentScene(blots(), "tile=256 model=[" + model + "]");
		assertArrayEquals(ids, map(tiled).ids(), "parts are those of the whole plane");
	}

	@Test
	void regionsWithoutObjectsAreNoScene(@TempDir Path folder) throws Exception {
		assertSentence("use Segment Regions...", "model=" + model("regions"));
		assertSentence("things is \"9\"", "model=[" + described(folder, "  things: [9]\n") + "]");
	}

	/** Two red blots and a green one between them. */
	private static ImagePlus blots() {
		ColorProcessor pixels = new ColorProcessor(400, 288);
		Map.of(new Rectangle(8, 8, 120, 200), Color.RED,
			new Rectangle(128, 8, 120, 200), Color.GREEN, new Rectangle(248, 8, 120, 200), Color.RED)
			.forEach((place, colour) -> {
				pixels.setColor(colour);
				pixels.fill(new Roi(place));
			});
		return new ImagePlus("blots", pixels);
	}

	/** A key behind those of the decoder, which stand last. */
	private static Path described(Path folder, String key) throws Exception {
		String text = Files.readString(Path.of("src/test/resources/models/regions.triptych.yaml"));
		int decoder = text.indexOf("  name: semantic\n") + "  name: semantic\n".length();
		Path onnx = Path.of(model("regions")).toAbsolutePath();
		return Files.writeString(folder.resolve("scene.triptych.yaml"), "file: \"" + onnx + "\"\n"
			+ text.substring(0, decoder) + key + text.substring(decoder));
	}

	private static void assertSentence(String part, String options) {
		TriptychException e = assertThrows(TriptychException.class,
			() -> Triptych.segmentScene(shapes(), options));
		assertTrue(e.getMessage().contains(part), e.getMessage());
	}

	private static long pixels(Result result) {
		return column(result, "Pixels").stream().mapToLong(p -> (Integer) p).sum();
	}

	private static List<Object> column(Result result, String name) {
		int at = result.table().indexOf(name);
		return result.table().rows().stream().map(row -> row.get(at)).toList();
	}

	private static LabelMap map(Result result) {
		return result.prediction().as(LabelMap.class);
	}

	private static String model(String name) {
		return "src/test/resources/models/" + name + ".onnx";
	}

	private static ImagePlus shapes() {
		return Triptych.open(Path.of("test-images/shapes.tif"));
	}
}
