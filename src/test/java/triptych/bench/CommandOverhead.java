package triptych.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import ai.djl.engine.Engine;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.sun.management.OperatingSystemMXBean;
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
 * Time of the whole Detect Objects... command over the time inside ONNX Runtime, for the same model
 * in one process: arguments are a model, an image and the number of rounds. The two take turns in
 * blocks of ten, of which the first three do not count: the threads of a session go on spinning for
 * a while after its last run and would slow the other one. Each block is compared with its
 * neighbour's, so that both met the same machine. Also tells the first run and the second.
 */
public final class CommandOverhead {

	private static final int BLOCK = 10, SKIPPED = 3;
	private static final OperatingSystemMXBean SYSTEM = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);
	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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
		System.out.printf("first run %.1f ms, second %.1f ms%n", (second - start) / 1e6,
			(System.nanoTime() - second) / 1e6);

		Engine.getEngine("OnnxRuntime");
		try (OrtSession session = OrtEnvironment.getEnvironment().createSession(model)) {
			String name = session.getInputNames().iterator().next();
			Tensor same = prepared(model, image);
			try (OnnxTensor input = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(),
				same.data().asFloatBuffer(), same.shape()))
			{
				Blocks whole = new Blocks(() -> Triptych.detect(image, options));
				Blocks inside = new Blocks(() -> session.run(Map.of(name, input)).close());
				for (int round = -3; round < turns; round++) {
					whole.run(round >= 0);
					inside.run(round >= 0);
				}
				System.out.printf("whole command %s ms, inside ONNX Runtime %s ms, ratio of blocks %s%n",
					spread(whole.clock), spread(inside.clock), ratio(whole.clock, inside.clock));
				System.out.printf(
					"of this thread alone, which is all where a run has one thread: processor"
						+ " time %s ms, %s ms, ratio of blocks %s%n",
					spread(whole.own), spread(inside.own), ratio(whole.own, inside.own));
				System.out.printf("processor time: %s ms, %s ms, ratio of blocks %s%n",
					spread(whole.processor), spread(inside.processor),
					ratio(whole.processor, inside.processor));
			}
		}
	}

	private interface Work {

		void run() throws OrtException;
	}

	/** Medians of the clock and means of processor time of all threads, in ms, block by block. */
	private static final class Blocks {

		private final List<Double> clock = new ArrayList<>(), processor = new ArrayList<>();
		private final List<Double> own = new ArrayList<>();
		private final Work work;

		Blocks(Work work) {
			this.work = work;
		}

		void run(boolean counts) throws OrtException {
			double[] times = new double[BLOCK - SKIPPED];
			long cpu = 0, own = 0;
			for (int i = 0; i < BLOCK; i++) {
				if (i == SKIPPED) {
					cpu = SYSTEM.getProcessCpuTime();
					own = THREADS.getCurrentThreadCpuTime();
				}
				long start = System.nanoTime();
				work.run();
				if (i >= SKIPPED) times[i - SKIPPED] = (System.nanoTime() - start) / 1e6;
			}
			own = THREADS.getCurrentThreadCpuTime() - own;
			if (!counts) return;
			Arrays.sort(times);
			clock.add(times[times.length / 2]);
			this.own.add(own / 1e6 / times.length);
			processor.add((SYSTEM.getProcessCpuTime() - cpu) / 1e6 / times.length);
		}
	}

	private static String ratio(List<Double> some, List<Double> others) {
		List<Double> ratios = new ArrayList<>();
		for (int i = 0; i < some.size(); i++)
			ratios.add(some.get(i) / others.get(i));
		return spread(ratios);
	}

	/** Median, lower and upper quartile. */
	private static String spread(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int n = sorted.size();
		return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", sorted.get(n / 2), sorted.get(n / 4),
			sorted.get(3 * n / 4));
	}

	/** The very input that the command gives: a network's speed depends on its values. */
	private static Tensor prepared(String model, ImagePlus image) {
		ModelFiles files = new ModelLibrary(Path.of("none")).find(model);
		try (DjlModel opened = DjlModel.open(files, Device.of("cpu"))) {
			return new Preprocessor(
				ModelFormats.read(files, opened.graph(), ModelFamilies::usualLimits).input())
				.prepare(ImagePlane.of(image))
				.tensors()
				.get(0);
		}
	}
}
