package triptych.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import com.sun.management.OperatingSystemMXBean;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.evaluation.EvaluationResult;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.LabelImages;
import triptych.ij.files.ImageFile;
import triptych.ij.files.TiffFile;
import triptych.workflow.Triptych;

/**
 * CPU time of Evaluate Predictions... with all its intervals on label images of 1024 x 1024 pixels
 * with 100 objects, beside what reading them twice costs, and the memory that is held in between:
 * first predictions without scores, then with a score for each object. Arguments: a folder, how
 * many images, and how often.
 */
final class EvaluationSpeed {

	private static final int SIZE = 1024, OBJECTS = 100;

	private EvaluationSpeed() {}

	public static void main(String... arguments) throws IOException {
		Path folder = Path.of(arguments[0]);
		int images = Integer.parseInt(arguments[1]);
		if (Files.notExists(folder.resolve("truth")))
			for (int i = 0; i < images; i++) paint(folder, i);
		for (int round = 0; round < Integer.parseInt(arguments[2]); round++)
			for (String found : new String[] { "found", "scored" }) compare(folder, found);
	}

	private static void compare(Path folder, String found) throws IOException {
		long start = cpu();
		for (int time = 0; time < 2; time++) {
			read(folder.resolve("truth"));
			read(folder.resolve(found));
		}
		long read = cpu();
		EvaluationResult result =
			Triptych.evaluate("truth=[" + folder + "/truth] predictions=[" + folder + "/" + found + "]");
		long done = cpu();
		System.gc();
		long held = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
		System.out.printf(Locale.ROOT,
			"%s: CPU seconds: read twice %.1f, evaluated %.1f (reading included); %d MB held; %s%n",
			found, (read - start) / 1e9, (done - read) / 1e9, held >> 20, result.summary());
	}

	/** Of all threads, so that other programs on the machine do not count. */
	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
			.getProcessCpuTime();
	}

	private static void read(Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			files.forEach(f -> {
				ImagePlus image = ImageFile.open(f);
				LabelPlane.of(image, Position.of(image));
			});
		}
	}

	/** Every image has its own share of objects that are missed, and its own shift. */
	private static void paint(Path folder, int image) throws IOException {
		Random random = new Random(image);
		int most = 5 + random.nextInt(30), every = 3 + random.nextInt(12);
		ByteProcessor truth = new ByteProcessor(SIZE, SIZE), found = new ByteProcessor(SIZE, SIZE);
		List<Segment> scores = new ArrayList<>();
		for (int o = 1; o <= OBJECTS; o++) {
			int x = o % 10 * 100 + random.nextInt(20), y = o / 10 * 90 + random.nextInt(20);
			int shift = random.nextInt(most);
			truth.setColor(o);
			truth.fillOval(x, y, 60, 50);
			found.setColor(o);
			if (o % every > 0) found.fillOval(x + shift, y, 60, 50);
			double score = 1 / (1 + Math.exp(shift / 10.0 - 2 + random.nextGaussian()));
			if (o % every > 0)
				scores.add(new Segment(o, new ClassScore(0, LabelPlane.UNKNOWN, score), true));
		}
		save(folder.resolve("truth"), image, new ImagePlus("", truth));
		ImagePlus plane = new ImagePlus("", found);
		save(folder.resolve("found"), image, plane);
		LabelImages labels = new LabelImages();
		labels.add(new LabelMap(SIZE, SIZE, LabelPlane.of(plane, Position.of(plane)).ids(), scores),
			Position.of(plane));
		save(folder.resolve("scored"), image, labels.image("", plane));
	}

	private static void save(Path folder, int image, ImagePlus pixels) throws IOException {
		Files.createDirectories(folder);
		try (OutputStream out = Files.newOutputStream(folder.resolve(image + ".tif"))) {
			TiffFile.write(pixels, out);
		}
	}
}
