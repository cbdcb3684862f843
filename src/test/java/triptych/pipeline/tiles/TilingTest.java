package triptych.pipeline.tiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.LabelMap;
import triptych.core.NotEnoughMemory;
import triptych.core.Plane;
import triptych.core.Progress;
import triptych.core.Stopped;
import triptych.core.Task;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.decode.family.ModelFamilies;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.model.DecoderSpec;
import triptych.model.InferenceModel;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;
import triptych.model.ModelSpec;
import triptych.pipeline.prepare.Planted;
import triptych.pipeline.prepare.PredictionPipeline;
import triptych.pipeline.prepare.Preprocessor;

/**
 * What happens between tiles: memory that runs out, stopping, progress. The model gives its input
 * back as a map.
 */
class TilingTest {

	private static final Thresholds THRESHOLDS = new Thresholds(0.5, Map.of(), 0.45, Suppression.PER_CLASS, 0.5);

	private static final ModelSpec MODEL = new ModelSpec("planted", Task.SEMANTIC_SEGMENTATION, List.of("a"), new InputSpec(
		"in", TensorType.FLOAT, Layout.NCHW, 1, 0, 0, 8, Fit.PAD, 0, Align.CENTER, Double.NaN, Resize.BILINEAR, false, 1,
		new double[1], new double[] { 1 }, new double[0], 8), new DecoderSpec("semantic", Map.of("activation", "none",
			"exclusive", "no")), 0.5, 0.45, 0, "", Map.of());

	private final List<Integer> sizes = new ArrayList<>();

	private static Plane chequered(int width, int height) {
		float[] values = new float[width * height];
		for (int i = 0; i < values.length; i++)
			values[i] = (i % width / 5 + i / width / 7) % 2;
		return Planted.grey(width, height, values);
	}

	private Tiling.Outcome run(String tile, Plane plane, InferenceModel model, Progress progress) {
		return new Tiling(MODEL, TileSize.of(tile), THRESHOLDS).predict(new PredictionPipeline(new Preprocessor(MODEL
			.input()), model, ModelFamilies.decoder(MODEL, THRESHOLDS)), plane, progress);
	}

	/** Fails as the engine does where an input has more than so many pixels. */
	private InferenceModel upTo(int pixels) {
		return inputs -> {
			sizes.add(inputs.get(0).size());
			if (inputs.get(0).size() > pixels) throw new NotEnoughMemory("no memory", null);
			return inputs;
		};
	}

	@Test
	void whereMemoryRunsOutAutoTakesHalfTheTileAndSaysSo() {
		Plane plane = chequered(500, 300);
		Tiling.Outcome outcome = run("auto", plane, upTo(70 * 70), Progress.NONE);
		assertEquals("62", outcome.tile());
		assertTrue(outcome.note().contains("tiles of 62 pixels"), outcome.note());
		assertTrue(sizes.get(0) > sizes.get(1) && sizes.get(1) > sizes.get(2), "not made smaller: " + sizes);
		Tiling.Outcome whole = run("auto", plane, upTo(Integer.MAX_VALUE), Progress.NONE);
		assertEquals("none", whole.tile());
		assertEquals("", whole.note());
		assertArrayEquals(((LabelMap) whole.prediction()).ids(), ((LabelMap) outcome
			.prediction()).ids());
	}

	/** A package may tell any halo, and objects want room besides. */
	@ParameterizedTest
	@CsvSource({ "semantic, 8", "semantic, 27", "semantic, 28", "watershed, 8", "watershed, 24",
		"watershed, 28" })
	void tilesOfAFixedSizeCoverThePlaneHoweverWideTheirHalo(String decoder, int halo) {
		TilePlan plan = new TilePlan(ofFixedSize(decoder, halo));
		for (int length = 65; length < 400; length++) {
			int next = 0;
			for (Tile tile : plan.tiles(length, 64, 0)) {
				assertEquals(next, tile.x().coreFrom(), "of " + length);
				assertEquals(64, tile.x().length());
				next = tile.x().coreTo();
			}
			assertEquals(length, next);
		}
	}

	@Test
	void aHaloThatLeavesNothingOfATileIsTold() {
		TilePlan plan = new TilePlan(ofFixedSize("semantic", 32));
		String sentence = assertThrows(TriptychException.class, () -> plan.tiles(300, 64, 0))
			.getMessage();
		assertTrue(sentence.contains("32 pixels") && sentence.contains("64 x 64"), sentence);
	}

	private static ModelSpec ofFixedSize(String decoder, int halo) {
		return new ModelSpec("fixed", Task.SEMANTIC_SEGMENTATION, List.of("a"), new InputSpec("in",
			TensorType.FLOAT, Layout.NCHW, 1, 64, 64, 8, Fit.PAD, 0, Align.CENTER, Double.NaN,
			Resize.BILINEAR, false, 1, new double[1], new double[] { 1 }, new double[0], halo),
			new DecoderSpec(decoder, Map.of()), 0.5, 0.45, 0, "", Map.of());
	}

	@Test
	void javasOwnMemoryCountsToo() {
		Tiling.Outcome outcome = run("auto", chequered(300, 300), inputs -> {
			if (inputs.get(0).size() > 200 * 200) throw new OutOfMemoryError("Direct buffer memory");
			return inputs;
		}, Progress.NONE);
		assertEquals("150", outcome.tile());
	}

	@Test
	void aTileThatTheUserChoseIsNotChanged() {
		String sentence = assertThrows(NotEnoughMemory.class, () -> run("200", chequered(500, 300), upTo(1000),
			Progress.NONE)).getMessage();
		assertTrue(sentence.contains("tiles of 200 pixels") && sentence.contains("tile=100"), sentence);
		sentence = assertThrows(NotEnoughMemory.class, () -> run("none", chequered(500, 300), upTo(1000), Progress.NONE))
			.getMessage();
		assertTrue(sentence.contains("an image of 500 x 300 pixels") && sentence.contains("tile=250"), sentence);
	}

	@Test
	void whereNoTileIsSmallEnoughASentenceEndsIt() {
		String sentence = assertThrows(NotEnoughMemory.class, () -> run("auto", chequered(500, 300), upTo(0),
			Progress.NONE)).getMessage();
		assertTrue(sentence.contains("close other images"), sentence);
		assertTrue(sizes.size() < 8, sizes.toString());
	}

	@Test
	void progressRisesToOneAndStoppingEndsBetweenTiles() {
		List<Double> heard = new ArrayList<>();
		Progress progress = new Progress() {

			@Override
			public void at(int done, int tiles) {
				heard.add((double) done / tiles);
			}

			@Override
			public boolean stopped() {
				return heard.size() == 4;
			}
		};
		assertThrows(Stopped.class, () -> run("100", chequered(500, 300), upTo(Integer.MAX_VALUE), progress));
		assertEquals(3, sizes.size());
		assertTrue(heard.get(0) == 0 && heard.get(1) > heard.get(0) && heard.get(2) > heard.get(1), heard.toString());
	}

	@ParameterizedTest
	@CsvSource({ "0.125,640", "0.375,300", "0.5,160", "0.8,300", "1.5,100", "2.1,200", "4,64" })
	void aRescaledPlaneInTilesIsTheSameAsWhole(double factor, int edge) {
		ModelSpec scaled = MODEL.magnified(factor);
		Plane plane = chequered(1107, 701);
		LabelMap[] maps = new LabelMap[2];
		for (int i = 0; i < 2; i++) {
			PredictionPipeline pipeline = new PredictionPipeline(new Preprocessor(scaled.input()),
				inputs -> inputs, ModelFamilies.decoder(scaled, THRESHOLDS));
			TileSize size = TileSize.of(i == 0 ? "none" : String.valueOf(edge));
			Tiling.Outcome outcome = new Tiling(scaled, size, THRESHOLDS).predict(pipeline, plane,
				Progress.NONE);
			assertEquals(i == 1, outcome.used().isTiled());
			maps[i] = (LabelMap) outcome.prediction();
		}
		assertArrayEquals(maps[0].ids(), maps[1].ids());
	}

	@Test
	void theNetworkSeesAsManyPixelsAsTheMagnificationSays() {
		ModelSpec scaled = MODEL.magnified(0.26);
		assertEquals(0.25, scaled.input().magnification());
		int[] seen = new int[2];
		new Tiling(scaled, TileSize.of("none"), THRESHOLDS).predict(new PredictionPipeline(
			new Preprocessor(scaled.input()), inputs -> {
				seen[0] = (int) inputs.get(0).shape()[2];
				seen[1] = (int) inputs.get(0).shape()[3];
				return inputs;
			}, ModelFamilies.decoder(scaled, THRESHOLDS)), chequered(401, 320), Progress.NONE);
		assertArrayEquals(new int[] { 80, 104 }, seen);
	}

	@Test
	void autoTakesSmallerTilesWithLittleMemory() {
		assertEquals(2048, TileSize.largest(64L << 30));
		assertEquals(1024, TileSize.largest(4L << 30));
		assertEquals(512, TileSize.largest(1L << 30));
		assertEquals(512, TileSize.largest(0));
		assertTrue(FreeMemory.bytes() > 1 << 20);
	}

	@Test
	void aPlaneWithMorePixelsThanALabelImageCanHoldIsTold() {
		Plane huge = new Planted(50000, 50000, 1, 255, false);
		assertTrue(assertThrows(RuntimeException.class, () -> run("auto", huge, upTo(1), Progress.NONE)).getMessage()
			.contains("50000 x 50000"));
	}
}
