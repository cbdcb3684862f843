package triptych.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import ai.djl.engine.Engine;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import ij.ImagePlus;
import triptych.core.Tensor;
import triptych.decode.family.ModelFamilies;
import triptych.engine.Device;
import triptych.engine.DjlModel;
import triptych.ij.convert.ImagePlane;
import triptych.model.format.ModelFiles;
import triptych.model.format.ModelFormats;
import triptych.model.format.ModelLibrary;
import triptych.pipeline.prepare.Preprocessor;
import triptych.workflow.Triptych;

/**
 * Time of the whole Detect Objects... command over the time inside ONNX Runtime, for the same model in one process:
 * arguments are a model, an image and the number of rounds. The two take turns in blocks of ten, of which the first three
 * do not count: the threads of a session go on spinning for a while after its last run and would slow the other one.
 * Also tells the first run and the second.
 */
public final class CommandOverhead {

	private static final int BLOCK = 10, SKIPPED = 3;

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
		double[] whole = new double[turns * (BLOCK - SKIPPED)], inside = new double[whole.length];
		int n = 0, m = 0;
		try (OrtSession session = OrtEnvironment.getEnvironment().createSession(model)) {
			String name = session.getInputNames().iterator().next();
			Tensor same = prepared(model, image);
			try (OnnxTensor input = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), same.data().asFloatBuffer(), same
				.shape())) {
				for (int round = -6; round < turns; round++) {
					for (int i = 0; i < BLOCK; i++) {
						long a = System.nanoTime();
						Triptych.detect(image, options);
						if (round >= 0 && i >= SKIPPED) whole[n++] = (System.nanoTime() - a) / 1e6;
					}
					for (int i = 0; i < BLOCK; i++) {
						long a = System.nanoTime();
						session.run(Map.of(name, input)).close();
						if (round >= 0 && i >= SKIPPED) inside[m++] = (System.nanoTime() - a) / 1e6;
					}
				}
			}
		}
		double w = median(whole), o = median(inside);
		System.out.printf("whole command %.2f ms, inside ONNX Runtime %.2f ms, ratio %.3f (medians of %d)%n", w, o, w / o,
			whole.length);
	}

	/** The very input that the command gives: a network's speed depends on its values. */
	private static Tensor prepared(String model, ImagePlus image) {
		ModelFiles files = new ModelLibrary(Path.of("none")).find(model);
		try (DjlModel opened = DjlModel.open(files, Device.of("cpu"))) {
			return new Preprocessor(ModelFormats.read(files, opened.graph(), ModelFamilies::usualLimits).input()).prepare(ImagePlane.of(image)).tensors()
				.get(0);
		}
	}

	private static double median(double[] values) {
		Arrays.sort(values);
		return values[values.length / 2];
	}
}
