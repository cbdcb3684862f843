package triptych.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import com.sun.management.OperatingSystemMXBean;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import triptych.evaluation.EvaluationResult;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.ij.files.ImageFile;
import triptych.workflow.Triptych;

/**
 * CPU time of Evaluate Predictions... on label images of 1024 x 1024 pixels with 100 objects, beside what
 * reading them twice costs, and the memory that is held in between. Arguments: a folder and how
 * many images.
 */
final class EvaluationSpeed {

	private static final int SIZE = 1024, OBJECTS = 100;

	private EvaluationSpeed() {}

	public static void main(String... arguments) throws IOException {
		Path folder = Path.of(arguments[0]);
		int images = Integer.parseInt(arguments[1]);
		for (int i = 0; i < images; i++) paint(folder, i);
		String line = "truth=[" + folder + "/truth] predictions=[" + folder + "/found]";
		for (int round = 0; round < 2; round++) {
			long start = cpu();
			read(folder);
			read(folder);
			long read = cpu();
			EvaluationResult result = Triptych.evaluate(line);
			long done = cpu();
			System.gc();
			long held = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
			System.out.printf(Locale.ROOT,
				"%d pairs, CPU seconds: read twice %.1f, evaluated %.1f (reading included); %d MB held; %s%n",
				images,
				(read - start) / 1e9, (done - read) / 1e9, held >> 20, result.summary());
		}
	}

	/** Of all threads, so that other programs on the machine do not count. */
	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
			.getProcessCpuTime();
	}

	private static void read(Path folder) throws IOException {
		for (String side : new String[] { "truth", "found" })
			try (var files = Files.list(folder.resolve(side))) {
				files.forEach(f -> {
					ImagePlus image = ImageFile.open(f);
					LabelPlane.of(image, Position.of(image));
				});
			}
	}

	private static void paint(Path folder, int image) throws IOException {
		Random random = new Random(image);
		ByteProcessor truth = new ByteProcessor(SIZE, SIZE), found = new ByteProcessor(SIZE, SIZE);
		for (int o = 1; o <= OBJECTS; o++) {
			int x = o % 10 * 100 + random.nextInt(20), y = o / 10 * 90 + random.nextInt(20);
			truth.setColor(o);
			truth.fillOval(x, y, 60, 50);
			found.setColor(o);
			if (o % 9 > 0) found.fillOval(x + random.nextInt(15), y, 60, 50);
		}
		save(folder.resolve("truth"), image, truth);
		save(folder.resolve("found"), image, found);
	}

	private static void save(Path folder, int image, ByteProcessor pixels) throws IOException {
		Files.createDirectories(folder);
		new FileSaver(new ImagePlus("", pixels)).saveAsTiff(folder.resolve(image + ".tif").toString());
	}
}
