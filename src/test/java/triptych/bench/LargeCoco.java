package triptych.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import triptych.annotation.AnnotatedImage;
import triptych.annotation.AnnotationSet;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.coco.CocoFormat;

/**
 * A COCO file of 200 MB, its annotations in no order: made, read image by image and written again.
 * Run it with -Xmx256m to see that memory does not grow with the file.
 */
public final class LargeCoco {

	private static final int IMAGES = 20_000, SIZE = 1000;
	private static final long BYTES = 200_000_000;

	private LargeCoco() {}

	public static void main(String[] args) throws IOException {
		Path folder = Files.createTempDirectory("large-coco");
		Path file = folder.resolve("large.json"), again = folder.resolve("again.json");
		try {
			make(file);
			System.out.printf(Locale.ROOT, "file: %.0f MB%n", Files.size(file) / 1e6);
			long start = System.nanoTime();
			long objects = 0, corners = 0;
			try (AnnotationSet set = new CocoFormat().open(file)) {
				told("indexed", start);
				for (int i = 0; i < set.names().size(); i++) {
					AnnotatedImage image = set.image(i);
					objects += image.annotations().size();
					corners += image.annotations().stream().mapToLong(a -> (long) a.shape().area()).sum();
				}
				told("read: " + objects + " objects, area " + corners, start);
				try (AnnotationWriter writer = new CocoFormat().writer(again, set.classes(), false)) {
					for (int i = 0; i < set.names().size(); i++) writer.add(set.image(i));
					writer.finish();
				}
				told("read and written again", start);
			}
		}
		finally {
			Files.deleteIfExists(file);
			Files.deleteIfExists(again);
			Files.delete(folder);
		}
	}

	private static void told(String what, long start) {
		long peak = ManagementFactory.getMemoryPoolMXBeans()
				.stream()
				.filter(p -> p.getType() == MemoryType.HEAP)
				.mapToLong(p -> p.getPeakUsage().getUsed())
				.sum();
		System.out.printf(Locale.ROOT, "%s: %.1f s, heap at most %.0f MB of %.0f MB%n", what,
			(System.nanoTime() - start) / 1e9, peak / 1e6, Runtime.getRuntime().maxMemory() / 1e6);
	}

	private static void make(Path file) throws IOException {
		Random random = new Random(1);
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			out.write("{\"info\":{},\"images\":[");
			for (int i = 1; i <= IMAGES; i++)
				out.write((i > 1 ? ",\n" : "") + "{\"id\":" + i + ",\"file_name\":\"" + i
					+ ".jpg\",\"width\":" + SIZE + ",\"height\":" + SIZE + "}");
			out.write("],\n\"annotations\":[");
			long written = 0;
			for (int id = 1; written < BYTES; id++) {
				String entry = (id > 1 ? ",\n" : "") + annotation(id, random);
				out.write(entry);
				written += entry.length();
			}
			out.write("],\n\"categories\":[{\"id\":1,\"name\":\"cell\"}]}\n");
		}
	}

	private static String annotation(int id, Random random) {
		double x = 50 + 900 * random.nextDouble(), y = 50 + 900 * random.nextDouble();
		StringBuilder xy = new StringBuilder();
		for (int i = 0; i < 40; i++) {
			double angle = i * Math.PI / 20, radius = 15 + 10 * random.nextDouble();
			xy.append(i > 0 ? "," : "")
					.append(Math.rint(100 * (x + radius * Math.cos(angle))) / 100)
					.append(',')
					.append(Math.rint(100 * (y + radius * Math.sin(angle))) / 100);
		}
		return "{\"id\":" + id + ",\"image_id\":" + (1 + random.nextInt(IMAGES))
			+ ",\"category_id\":1,\"iscrowd\":0,\"area\":700.5,\"bbox\":[" + x + "," + y
			+ ",40.25,41.5],\"segmentation\":[[" + xy + "]]}";
	}
}
