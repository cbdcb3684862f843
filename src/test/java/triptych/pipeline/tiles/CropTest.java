package triptych.pipeline.tiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Progress;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelFamilies;
import triptych.model.DecoderSpec;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;
import triptych.model.InputSpec.Values;
import triptych.model.ModelSpec;
import triptych.pipeline.prepare.Planted;
import triptych.pipeline.prepare.PredictionPipeline;
import triptych.pipeline.prepare.Preprocessor;

/** A network whose convolutions have no padding: its map is placed, and every pixel has its own. */
class CropTest {

	private static final int CROP = 6;
	private static final Thresholds LIMITS =
		new Thresholds(0.5, Map.of(), 0.45, Suppression.PER_CLASS, 0.5);

	private static ModelSpec model(int edge, int crop) {
		InputSpec in = new InputSpec("in", TensorType.FLOAT, Layout.NCHW, 1, edge, edge, 4, Fit.PAD, 0,
			0, Align.CENTER, Double.NaN, Resize.BILINEAR, false, 1, new double[1], new double[]{ 1 },
			new double[0], Values.BRIGHTNESS, List.of(), CROP, crop);
		return new ModelSpec("planted", Task.SEMANTIC_SEGMENTATION, List.of("a"), in,
			new DecoderSpec("semantic", Map.of("activation", "none", "exclusive", "no")), 0.5, 0.45, 0,
			"", Map.of());
	}

	/** What valid convolutions that copy the middle would give. */
	private static List<Tensor> middle(List<Tensor> inputs) {
		long[] s = inputs.get(0).shape();
		int w = (int) s[3], width = w - 2 * CROP, height = (int) s[2] - 2 * CROP;
		FloatBuffer in = inputs.get(0).floats();
		ByteBuffer data = ByteBuffer.allocateDirect(4 * width * height).order(ByteOrder.nativeOrder());
		for (int i = 0; i < width * height; i++)
			data.putFloat(4 * i, in.get((i / width + CROP) * w + i % width + CROP));
		return List.of(new Tensor("out", new long[]{ 1, 1, height, width }, TensorType.FLOAT, data));
	}

	private static int[] ids(int edge, int crop, String tile, int width, int height) {
		float[] values = new float[width * height];
		for (int i = 0; i < values.length; i++)
			values[i] = expected(i, width);
		Plane plane = Planted.grey(width, height, values);
		ModelSpec model = model(edge, crop);
		return new Tiling(model, TileSize.of(tile), LIMITS)
			.predict(new PredictionPipeline(new Preprocessor(model.input()), CropTest::middle,
				ModelFamilies.decoder(model, LIMITS)), plane, Progress.NONE)
			.prediction()
			.as(LabelMap.class)
			.ids();
	}

	private static int expected(int i, int width) {
		return (i % width / 5 + i / width / 7) % 2;
	}

	@ParameterizedTest
	@CsvSource({ "0, auto, 90, 61", "0, 48, 90, 61", "64, auto, 50, 41", "64, auto, 52, 52",
		"64, auto, 130, 90" })
	void everyPixelHasItsOwnAnswer(int edge, String tile, int width, int height) {
		int[] wanted = new int[width * height];
		for (int i = 0; i < wanted.length; i++)
			wanted[i] = expected(i, width);
		assertArrayEquals(wanted, ids(edge, CROP, tile, width, height));
	}

	@Test
	void anImageThatOnlyFitsWithoutTheRimIsTooLarge() {
		String sentence = assertThrows(TriptychException.class,
			() -> ids(64, CROP, "none", 60, 60)).getMessage();
		assertEquals("The image (60 x 60) is larger than the model's input of 52 x 52 pixels, and the"
			+ " model does not scale; leave tile=none out, so that it is run in tiles.", sentence);
	}
}
