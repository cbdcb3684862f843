package triptych.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import ai.djl.engine.Engine;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import com.sun.management.OperatingSystemMXBean;
import triptych.core.Tensor;
import triptych.decode.family.ModelFamilies;
import triptych.engine.Device;
import triptych.engine.DjlModel;
import triptych.folder.FolderProgress;
import triptych.ij.convert.ImagePlane;
import triptych.model.format.ModelFiles;
import triptych.model.format.ModelFormats;
import triptych.model.format.ModelLibrary;
import triptych.pipeline.prepare.Preprocessor;
import triptych.workflow.Triptych;

/**
 * Images per second of a whole folder run, from reading to written results, over ONNX Runtime alone
 * on the very same inputs with the same number of threads: arguments are a task, a model, the
 * folder, how often both take turns and further keys. ONNX Runtime alone is measured twice, as one
 * session on all cores and as one thread a core, with the inputs lying ready in memory; the faster
 * counts. Processor time is printed too: on a machine that others use at the same time only its
 * ratio means something.
 */
public final class FolderThroughput {

	private static final int CORES = Runtime.getRuntime().availableProcessors(), KEPT = 60;

	private FolderThroughput() {}

	public static void main(String[] args) throws Exception {
		Path folder = Path.of(args[2]), save = Files.createTempDirectory("triptych-bench");
		Engine.getEngine("OnnxRuntime");
		List<Tensor> inputs = inputs(args[1], folder);
		byte[] model = files(args[1]).bytes();
		int images = count(folder), turns = Integer.parseInt(args[3]);
		double[] cpuWhole = new double[turns], cpuAlone = new double[turns], whole = new double[turns],
			spread = new double[turns], together = new double[turns];
		for (int i = 0; i < turns; i++) {
			double at = processorSeconds();
			whole[i] = images / folderRun(args, save);
			cpuWhole[i] = (processorSeconds() - at) / images * 1000;
			at = processorSeconds();
			spread[i] = images / alone(model, inputs, images, CORES, 1);
			cpuAlone[i] = (processorSeconds() - at) / images * 1000;
			together[i] = images / alone(model, inputs, images, 1, CORES);
			System.out.printf(
				"folder run %.2f images/s; ONNX Runtime alone %.2f (%d x 1 thread), %.2f (1 x %d"
					+ " threads)%n",
				whole[i], spread[i], CORES, together[i], CORES);
		}
		double w = median(whole), s = median(spread), t = median(together);
		System.out.printf(
			"medians: folder run %.2f images/s, alone %.2f and %.2f: %.3f of the faster%n", w, s, t,
			w / Math.max(s, t));
		System.out.printf(
			"processor time an image: folder run %.1f ms, alone %.1f ms: alone is %.3f of it%n",
			median(cpuWhole), median(cpuAlone), median(cpuAlone) / median(cpuWhole));
	}

	private static double folderRun(String[] args, Path save) throws IOException {
		clear(save);
		long start = System.nanoTime();
		Map<String, String> keys = new LinkedHashMap<>(Map.of("task", args[0], "model", args[1],
			"input", args[2], "save", save.toString(), "device", "cpu"));
		for (int i = 4; i < args.length; i++)
			keys.put(args[i].split("=")[0], args[i].split("=")[1]);
		String summary = Triptych.processFolder(keys, FolderProgress.SILENT).summary();
		double seconds = (System.nanoTime() - start) / 1e9;
		System.out.println(summary);
		return seconds;
	}

	/** Seconds of nothing but inference. */
	private static double alone(byte[] model, List<Tensor> inputs, int images, int workers,
		int threads) throws Exception
	{
		try (SessionOptions options = new SessionOptions()) {
			options.setIntraOpNumThreads(threads);
			try (OrtSession session = OrtEnvironment.getEnvironment().createSession(model, options)) {
				String name = session.getInputNames().iterator().next();
				AtomicInteger next = new AtomicInteger();
				Thread[] team = new Thread[workers];
				long start = System.nanoTime();
				for (int i = 0; i < workers; i++)
					(team[i] = new Thread(() -> {
						for (int n = next.getAndIncrement(); n < images; n = next.getAndIncrement())
							run(session, name, inputs.get(n % inputs.size()));
					})).start();
				for (Thread t : team)
					t.join();
				return (System.nanoTime() - start) / 1e9;
			}
		}
	}

	private static void run(OrtSession session, String name, Tensor input) {
		FloatBuffer values = input.data().duplicate().order(ByteOrder.nativeOrder()).asFloatBuffer();
		try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values,
			input.shape()))
		{
			session.run(Map.of(name, tensor)).close();
		}
		catch (OrtException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The inputs that the run makes of some of the images, evenly spread. */
	private static List<Tensor> inputs(String model, Path folder) throws IOException {
		List<Tensor> inputs = new ArrayList<>();
		ModelFiles files = files(model);
		try (DjlModel opened = DjlModel.open(files, Device.of("cpu"));
			Stream<Path> all = Files.list(folder))
		{
			List<Path> sorted = all.sorted().toList();
			Preprocessor preprocessor = new Preprocessor(
				ModelFormats.read(files, opened.graph(), ModelFamilies::usualLimits).input());
			for (int i = 0; i < sorted.size(); i += Math.max(1, sorted.size() / KEPT)) {
				Tensor t = preprocessor.prepare(ImagePlane.of(Triptych.open(sorted.get(i))))
					.tensors()
					.get(0);
				ByteBuffer copy = ByteBuffer.allocateDirect(t.data().remaining())
					.order(ByteOrder.nativeOrder());
				inputs
					.add(new Tensor(t.name(), t.shape(), t.type(), copy.put(t.data().duplicate()).flip()));
			}
		}
		return inputs;
	}

	private static ModelFiles files(String model) {
		return new ModelLibrary(Path.of("none")).find(model);
	}

	private static int count(Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return (int) all.count();
		}
	}

	private static void clear(Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path p : all.sorted(Comparator.reverseOrder()).toList())
				if (!p.equals(folder)) Files.delete(p);
		}
	}

	private static double processorSeconds() {
		return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
			/ 1e9;
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}
}
