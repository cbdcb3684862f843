package triptych.preview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.Classification;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.Stopped;
import triptych.options.Options;
import triptych.run.Commands;
import triptych.result.Result;
import triptych.run.ModelCommand;
import triptych.session.RememberedRuns;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** The preview shows what the command gives, and runs the model once. */
class PreviewTest {

	private static ImagePlus open(String name) {
		return Triptych.open(Path.of("test-images", name));
	}

	private static Map<String, String> keys(String options) {
		return new HashMap<>(Options.tokens(options));
	}

	@Test
	void theCommandAfterItsPreviewDoesNotRunTheModelAgain() {
		ImagePlus image = open("nuclei.tif");
		long before = RememberedRuns.served();
		RememberedRuns.start();
		Preview preview;
		try {
			preview = Preview.of(Commands.SEGMENT_OBJECTS, image, keys(""));
		}
		finally {
			RememberedRuns.stop();
		}
		Result fromMemory = Triptych.segmentObjects(image, "smallest=20");
		assertEquals(before + preview.modelRuns(), RememberedRuns.served());
		// Another image, or another tile, is another question.
		ImagePlus other = image.duplicate();
		other.getProcessor().set(0, 0, 255 - other.getProcessor().get(0, 0));
		Triptych.segmentObjects(other, "");
		assertEquals(before + preview.modelRuns(), RememberedRuns.served());
		RememberedRuns.forget();
		Result anew = Triptych.segmentObjects(image, "smallest=20");
		assertEquals(before + preview.modelRuns(), RememberedRuns.served());
		assertSame(anew.prediction(), fromMemory.prediction());
		assertEquals(anew.table(), fromMemory.table());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "segment-objects | nuclei.tif | '' | confidence=0.9",
		"segment-objects | nuclei.tif | '' | smallest=100", "segment-objects | nuclei.tif | '' | cutoff=0.8",
		"segment-objects | nuclei.tif | '' | border=exclude confidence=0.97", "segment-objects | nuclei.tif | '' | thresholds=nucleus:0.95",
		"segment-objects | nuclei.tif | tile=352 | confidence=0.97 smallest=30", "segment-regions | nuclei.tif | '' | smallest=120",
		"detect | shapes.tif | boxes_v8 | confidence=0.85", "detect | shapes.tif | boxes_v8 | max=1",
		"detect | shapes.tif | boxes_v8 | confidence=0.1 overlap=0.9", "classify | shapes.tif | classes | top=1" })
	void whatIsShownIsWhatTheCommandGives(String command, String name, String model, String limits) {
		ModelCommand<?> verb = (ModelCommand<?>) Commands.of(command);
		ImagePlus image = open(name);
		String base = model.isEmpty() || model.startsWith("tile") ? model + " " : Planted.model(model);
		Preview preview = Preview.of(verb, image, keys(base));
		int runs = preview.modelRuns();
		assertSame(Triptych.run(verb, image, keys(base + limits)).prediction(), preview.with(keys(base + limits)));
		assertSame(Triptych.run(verb, image, keys(base)).prediction(), preview.with(keys(base)));
		assertLook(preview.with(keys(base + limits)), preview.look(keys(base + limits)));
		assertEquals(runs, preview.modelRuns());
		assertTrue(runs == 1 || model.startsWith("tile") && runs > 1, "runs " + runs);
	}

	/** Nuclei above and below a size get the classes that a model of the user's tells. */
	@Test
	void classesOfAnotherModelAreShownToo(@TempDir Path models) {
		ImagePlus image = open("nuclei.tif");
		image.setOverlay(new Overlay());
		List<Roi> found = Triptych.segmentObjects(image, "outputs=rois").rois();
		double[] areas = found.stream().mapToDouble(r -> r.getStatistics().area).sorted().toArray();
		for (Roi roi : found) {
			Roi example = (Roi) roi.clone();
			example.setProperty("score", null);
			example.setProperty("class", roi.getStatistics().area > areas[areas.length / 2] ? "large" : "small");
			image.getOverlay().add(example);
		}
		Path model = Triptych.teachClasses(image, "name=sizes save=[" + models + "]").model();
		ImagePlus other = open("nuclei.tif");
		ModelCommand<?> verb = (ModelCommand<?>) Commands.of("segment-objects");
		String base = "classify=[" + model + "] ", limits = base + "confidence=0.97";
		Preview preview = Preview.of(verb, other, keys(base));
		assertSame(Triptych.run(verb, other, keys(limits)).prediction(),
			preview.with(keys(limits)));
		Map<String, Integer> counts = preview.look(keys(base)).counts();
		assertEquals(Set.of("large", "small"), counts.keySet());
		assertEquals(1, preview.modelRuns());
		assertFalse(preview.holds(other, keys("confidence=0.97")), "without the other model");
		assertArrayEquals(Preview.of(verb, other, keys("")).scores(keys("")),
			preview.scores(keys(base)), "a limit is one of the model that finds them");
	}

	private static void assertSame(Prediction expected, Prediction shown) {
		if (expected instanceof Detections d) assertEquals(d.items(), shown.as(Detections.class).items());
		else if (expected instanceof Classification c) assertEquals(c.scores(), shown.as(Classification.class).scores());
		else {
			assertEquals(((LabelMap) expected).segments(), shown.as(LabelMap.class).segments());
			assertArrayEquals(((LabelMap) expected).ids(), shown.as(LabelMap.class).ids());
		}
	}

	/** The same objects on the same pixels, whatever their ids. */
	private static void assertLook(Prediction expected, Preview.Look look) {
		if (!(expected instanceof LabelMap map) || look.kept().isEmpty()) {
			assertSame(expected, look.prediction());
			return;
		}
		LabelMap all = (LabelMap) look.prediction();
		assertEquals(map.segments().size(), look.counts().values().stream().mapToInt(n -> n).sum());
		for (int i = 0; i < map.ids().length; i++)
			assertEquals(map.ids()[i] != 0, look.kept().get()[all.ids()[i]]);
	}

	@Test
	void fiftyMovesOfASliderAskTheModelOnce() {
		Preview preview = Preview.of(Commands.SEGMENT_OBJECTS, open("nuclei.tif"), keys(""));
		int last = Integer.MAX_VALUE;
		for (int i = 0; i < 50; i++) {
			int found = preview.with(keys("confidence=" + i / 50.0)).as(LabelMap.class).segments().size();
			assertTrue(found <= last, "a higher limit keeps fewer");
			last = found;
		}
		assertTrue(last < 20);
		assertEquals(1, preview.modelRuns());
		assertTrue(preview.scores(keys("confidence=0.9")).length > 25, "candidates below the limit are in the histogram");
		assertEquals(1, preview.modelRuns());
	}

	@Test
	void anotherModelPlaneOrSelectionNeedsTheModelAgain() {
		ImagePlus image = open("stack.tif");
		Preview preview = Preview.of(Commands.SEGMENT_OBJECTS, image, keys(""));
		assertTrue(preview.holds(image, keys("confidence=0.9 smallest=3 outputs=table save=/tmp/x")));
		assertFalse(preview.holds(image, keys("tile=512")));
		assertFalse(preview.holds(image, keys("channels=1")));
		image.setSlice(2);
		assertFalse(preview.holds(image, keys("")));
		image.setRoi(new Roi(3, 3, 90, 90));
		Preview selected = Preview.of(Commands.SEGMENT_OBJECTS, image, keys("within=selection"));
		assertTrue(selected.holds(image, keys("within=selection confidence=0.2")));
		image.setRoi(new Roi(3, 3, 50, 90));
		assertFalse(selected.holds(image, keys("within=selection")));
		image.setRoi(new PolygonRoi(new int[] { 0, 9, 0 }, new int[] { 0, 0, 9 }, 3, Roi.POLYGON));
		Preview lower = Preview.of(Commands.SEGMENT_OBJECTS, image, keys("within=selection"));
		image.setRoi(new PolygonRoi(new int[] { 0, 9, 9 }, new int[] { 9, 9, 0 }, 3, Roi.POLYGON));
		assertFalse(lower.holds(image, keys("within=selection")), "the same box");
	}

	@Test
	void changedPixelsAreNoticed() {
		ImagePlus image = open("stack.tif");
		Preview preview = Preview.of(Commands.SEGMENT_OBJECTS, image, keys(""));
		image.getProcessor().setMinAndMax(10, 50);
		assertTrue(preview.seesTheSame(), "another contrast");
		image.getProcessor().set(5, 5, 77);
		assertFalse(preview.seesTheSame());
	}

	@Test
	void aPreviewThatNobodyWaitsForStops() {
		assertThrows(Stopped.class, () -> Preview.of(Commands.SEGMENT_OBJECTS, open("nuclei.tif"), keys("tile=352"), () -> true));
	}

	@Test
	void countsAreByClass() {
		Preview preview = Preview.of(Commands.DETECT, open("shapes.tif"), keys(Planted.model("boxes_v8")));
		Map<String, Integer> counts = preview.look(keys(Planted.model("boxes_v8"))).counts();
		assertEquals(3, counts.values().stream().mapToInt(i -> i).sum());
		assertTrue(counts.containsKey("red"), counts.toString());
		assertEquals(List.of(), List.copyOf(preview.look(keys(Planted.model("boxes_v8") + "confidence=1")).counts().keySet()));
	}
}
