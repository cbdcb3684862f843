package triptych.bench;

import java.nio.FloatBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import ai.djl.engine.Engine;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ij.ImagePlus;
import triptych.workflow.Triptych;

/**
 * Time of the whole Detect Objects... command over the time inside ONNX Runtime, for the same model, turn by turn in one
 * process: arguments are a model, an image and the number of turns. Also tells the first run and the second.
 */
public final class CommandOverhead {

	private CommandOverhead() {}

	public static void main(String[] args) throws Exception {
		String model = args[0];
		ImagePlus image = Triptych.open(Path.of(args[1]));
		int turns = Integer.parseInt(args[2]);
		String options = "device=cpu model=[" + model + "]";
		long start = System.nanoTime();
		Triptych.detect(image, options);
		long second = System.nanoTime();
		Triptych.detect(image, options);
		System.out.printf("first run %.1f ms, second %.1f ms%n", (second - start) / 1e6, (System.nanoTime() - second) / 1e6);

		Engine.getEngine("OnnxRuntime");
		double[] whole = new double[turns], inside = new double[turns];
		try (OrtSession session = OrtEnvironment.getEnvironment().createSession(model)) {
			String name = session.getInputNames().iterator().next();
			long[] shape = ((TensorInfo) session.getInputInfo().get(name).getInfo()).getShape();
			FloatBuffer data = ByteBuffer.allocateDirect((int) (4 * Arrays.stream(shape).reduce(1, (a, b) -> a * b))).order(
				ByteOrder.nativeOrder()).asFloatBuffer();
			try (OnnxTensor input = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), data, shape)) {
				for (int i = -turns / 4; i < turns; i++) {
					long a = System.nanoTime();
					Triptych.detect(image, options);
					long b = System.nanoTime();
					session.run(Map.of(name, input)).close();
					long c = System.nanoTime();
					if (i < 0) continue;
					whole[i] = (b - a) / 1e6;
					inside[i] = (c - b) / 1e6;
				}
			}
		}
		double w = median(whole), o = median(inside);
		System.out.printf("whole command %.2f ms, inside ONNX Runtime %.2f ms, ratio %.3f (medians of %d)%n", w, o, w / o,
			turns);
	}

	private static double median(double[] values) {
		Arrays.sort(values);
		return values[values.length / 2];
	}
}
