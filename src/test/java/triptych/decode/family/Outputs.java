package triptych.decode.family;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.model.DecoderSpec;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;
import triptych.model.InputSpec;
import triptych.model.ModelSpec;

/** Model outputs made by hand, and what goes with them. */
public final class Outputs {

	private Outputs() {}

	public static Tensor tensor(long[] shape, float... values) {
		ByteBuffer data = ByteBuffer.allocateDirect(4 * values.length).order(ByteOrder.nativeOrder());
		data.asFloatBuffer().put(values);
		return new Tensor("out", shape, TensorType.FLOAT, data);
	}

	public static ModelSpec model(Task task, List<String> classes, Layout layout, String decoder, String... parameters) {
		InputSpec in = new InputSpec("in", TensorType.FLOAT, layout, 3, 100, 100, 0, Fit.STRETCH, 0, Align.CENTER, 0,
			Resize.BILINEAR, false, 1, new double[3], new double[] { 1, 1, 1 }, new double[0], 0);
		Map<String, String> map = new LinkedHashMap<>();
		for (int i = 0; i < parameters.length; i += 2)
			map.put(parameters[i], parameters[i + 1]);
		return new ModelSpec("planted", task, classes, in, new DecoderSpec(decoder, map), 0.25, 0.45, 0, "", Map.of());
	}

	public static ModelSpec yolo(String layout, String... classes) {
		return model(Task.DETECTION, List.of(classes), Layout.NCHW, "yolo", "layout", layout);
	}

	/** YOLOX on an input of a size. */
	public static ModelSpec yoloGrid(int width, int height) {
		InputSpec in = new InputSpec("in", TensorType.FLOAT, Layout.NCHW, 3, height, width, 0, Fit.STRETCH, 0,
			Align.CENTER, 0, Resize.BILINEAR, false, 1, new double[3], new double[] { 1, 1, 1 }, new double[0], 0);
		return new ModelSpec("planted", Task.DETECTION, List.of("a"), in, new DecoderSpec("yolo", Map.of("layout",
			"grid")), 0.25, 0.45, 0, "", Map.of());
	}

	public static Thresholds limits(double confidence) {
		return new Thresholds(confidence, Map.of(), 0.45, Suppression.PER_CLASS, 0.5);
	}

	/** The image is the input, pixel by pixel. */
	public static Placement same(int width, int height) {
		return new Placement(1, 1, 0, 0, width, height, width, height);
	}

	/** What the model's decoder makes of its outputs, which must be what its family says it gives. */
	public static Prediction decode(ModelSpec model, Thresholds limits, Placement placement,
		Tensor... outputs)
	{
		Prediction given = ModelFamilies.decoder(model, limits).decode(List.of(outputs), placement);
		assertInstanceOf(ModelFamilies.of(model).gives(model), given);
		return given;
	}
}
