package triptych.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import triptych.workflow.Triptych;

/**
 * What a run costs beside the model where many models are installed: one command on 64 x 64 pixels,
 * with the installed model named and with its path given, in milliseconds. Argument: how many
 * models.
 */
public final class InstalledModels {

	private static final Path MODELS = Path.of("src/test/resources/models");
	private static final int RUNS = 21;

	private InstalledModels() {}

	public static void main(String[] args) throws IOException {
		int models = Integer.parseInt(args[0]);
		Path folder = Files.createTempDirectory("installed");
		System.setProperty("triptych.models", folder.toString());
		for (int i = 0; i < models; i++) {
			Path own = Files.createDirectory(folder.resolve("model-" + i));
			for (String ending : new String[]{ ".onnx", ".triptych.yaml" })
				Files.copy(MODELS.resolve("classes" + ending), own.resolve("classes" + ending));
		}
		try {
			report("by name", "model-" + models / 2);
			report("by path", MODELS.resolve("classes.onnx").toString());
		}
		finally {
			Triptych.releaseModels();
			remove(folder);
		}
	}

	/** The first run opens the model, the median of the others finds it open. */
	private static void report(String what, String model) {
		ImagePlus image = new ImagePlus("", new ColorProcessor(64, 64));
		double[] milliseconds = new double[RUNS];
		for (int i = 0; i < RUNS; i++) {
			long start = System.nanoTime();
			Triptych.classify(image, "model=" + model);
			milliseconds[i] = (System.nanoTime() - start) / 1e6;
		}
		double first = milliseconds[0];
		Arrays.sort(milliseconds, 1, RUNS);
		System.out.printf("%s: first run %.1f ms, then %.1f ms%n", what, first,
			milliseconds[1 + (RUNS - 1) / 2]);
	}

	private static void remove(Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path path : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(path);
		}
	}
}
