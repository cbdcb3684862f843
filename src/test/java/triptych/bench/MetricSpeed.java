package triptych.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import triptych.core.Box;
import triptych.core.pixels.PolygonPixels;
import triptych.core.pixels.RunMask;
import triptych.metrics.Figure;
import triptych.metrics.objects.CocoEvaluation;
import triptych.metrics.objects.Found;
import triptych.metrics.objects.ObjectImage;
import triptych.metrics.objects.Overlaps;
import triptych.metrics.objects.Truth;

/**
 * COCO's twelve figures of 500 images with 20,000 predictions, ours beside pycocotools in one run,
 * CPU time of one thread each, on objects already in memory: arguments are an empty folder, a
 * Python with pycocotools, and metric_references.py. The set is written into the folder, Python
 * reads it there, and only the evaluation is timed.
 */
public final class MetricSpeed {

	private static final int IMAGES = 500,
			FOUND = 40,
			TRUTH = 25,
			CLASSES = 5,
			WIDTH = 640,
			HEIGHT = 480;
	private static final List<String> NAMES =
			IntStream.range(0, CLASSES).mapToObj(c -> "class " + c).toList();

	private record Shape(int classId, double score, double x, double y, double a, double b) {

		Box box() {
			return new Box(x - a, y - b, x + a, y + b);
		}

		double[] outline() {
			double[] xy = new double[48];
			for (int i = 0; i < 24; i++) {
				double angle = i * Math.PI / 12, bump = 1 + 0.15 * Math.sin(3 * angle);
				xy[2 * i] = x + a * bump * Math.cos(angle);
				xy[2 * i + 1] = y + b * bump * Math.sin(angle);
			}
			return xy;
		}
	}

	private record Image(
			List<Shape> truth,
			List<Shape> found,
			List<RunMask> truthMasks,
			List<RunMask> foundMasks) {}

	private MetricSpeed() {}

	public static void main(String[] args) throws Exception {
		Path folder = Files.createDirectories(Path.of(args[0]));
		List<Image> images = images();
		write(images, folder);
		for (boolean masks : new boolean[] {false, true}) {
			double[] ms = new double[9];
			List<Figure> figures = List.of();
			for (int i = 0; i < ms.length; i++) {
				long start = cpu();
				figures = evaluate(images, masks);
				figures.forEach(Figure::value);
				ms[i] = (cpu() - start) / 1e6;
			}
			double first = ms[0];
			Arrays.sort(ms);
			System.out.printf(
					"%s: first %.0f ms, median of 9 %.0f ms of CPU time; %s%n",
					masks ? "masks" : "boxes",
					first,
					ms[4],
					figures.stream()
							.map(f -> String.format("%.6f", f.value()))
							.collect(Collectors.joining(" ")));
			Figure ap50 = figures.get(0);
			long start = cpu();
			System.out.printf(
					"  AP50 with its interval of 2000 resamples: %s in %.0f ms%n",
					ap50.interval(), (cpu() - start) / 1e6);
		}
		new ProcessBuilder(args[1], args[2], folder.toString()).inheritIO().start().waitFor();
	}

	/** CPU time of this thread: other work on the machine does not count, on either side. */
	private static long cpu() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	private static List<Figure> evaluate(List<Image> images, boolean masks) {
		CocoEvaluation evaluation = new CocoEvaluation(NAMES);
		for (Image image : images) {
			List<Truth> truth = new ArrayList<>();
			List<Found> found = new ArrayList<>();
			for (int i = 0; i < image.truth.size(); i++)
				truth.add(new Truth(image.truth.get(i).classId, image.truthMasks.get(i).area()));
			for (int i = 0; i < image.found.size(); i++)
				found.add(
						new Found(
								image.found.get(i).classId,
								masks
										? image.foundMasks.get(i).area()
										: image.found.get(i).box().area(),
								image.found.get(i).score));
			evaluation.add(
					new ObjectImage(
							truth,
							found,
							masks
									? Overlaps.ofMasks(image.truthMasks, image.foundMasks)
									: Overlaps.ofBoxes(
											image.truth.stream().map(Shape::box).toList(),
											image.found.stream().map(Shape::box).toList())));
		}
		return evaluation.figures().subList(0, 12);
	}

	private static List<Image> images() {
		Random random = new Random(1);
		List<Image> images = new ArrayList<>();
		for (int n = 0; n < IMAGES; n++) {
			List<Shape> truth = new ArrayList<>(), found = new ArrayList<>();
			for (int i = 0; i < TRUTH; i++) {
				double a = 8 + 60 * Math.pow(random.nextDouble(), 2);
				truth.add(
						new Shape(
								random.nextInt(CLASSES),
								1,
								random.nextDouble() * WIDTH,
								random.nextDouble() * HEIGHT,
								a,
								a * (0.6 + 0.4 * random.nextDouble())));
			}
			for (int i = 0; i < FOUND; i++) {
				Shape near = truth.get(random.nextInt(TRUTH));
				double shift = 0.15 * near.a;
				found.add(
						new Shape(
								random.nextInt(5) == 0 ? random.nextInt(CLASSES) : near.classId,
								random.nextDouble(),
								near.x + shift * random.nextGaussian(),
								near.y + shift * random.nextGaussian(),
								near.a * (0.8 + 0.4 * random.nextDouble()),
								near.b * (0.8 + 0.4 * random.nextDouble())));
			}
			images.add(new Image(truth, found, masks(truth), masks(found)));
		}
		return images;
	}

	private static List<RunMask> masks(List<Shape> shapes) {
		return shapes.stream().map(s -> PolygonPixels.of(s.outline(), WIDTH, HEIGHT)).toList();
	}

	private static void write(List<Image> images, Path folder) throws IOException {
		String heads =
				IntStream.range(0, IMAGES)
						.mapToObj(
								i ->
										"{\"id\":"
												+ (i + 1)
												+ ",\"width\":"
												+ WIDTH
												+ ",\"height\":"
												+ HEIGHT
												+ "}")
						.collect(Collectors.joining(","));
		String classes =
				IntStream.range(0, CLASSES)
						.mapToObj(c -> "{\"id\":" + (c + 1) + ",\"name\":\"class\"}")
						.collect(Collectors.joining(","));
		try (PrintWriter truth =
						new PrintWriter(Files.newBufferedWriter(folder.resolve("truth.json")));
				PrintWriter found =
						new PrintWriter(Files.newBufferedWriter(folder.resolve("found.json")))) {
			truth.println(
					"{\"images\":["
							+ heads
							+ "],\"categories\":["
							+ classes
							+ "],\"annotations\":[");
			found.println("[");
			int id = 0;
			for (int n = 0; n < IMAGES; n++) {
				Image image = images.get(n);
				for (int i = 0; i < TRUTH; i++)
					truth.println(
							(id++ == 0 ? "" : ",")
									+ "{\"id\":"
									+ id
									+ ",\"iscrowd\":0,\"area\":"
									+ image.truthMasks.get(i).area()
									+ ","
									+ entry(n, image.truth.get(i))
									+ "}");
				for (int i = 0; i < FOUND; i++)
					found.println(
							(n + i == 0 ? "" : ",")
									+ "{\"score\":"
									+ image.found.get(i).score
									+ ","
									+ entry(n, image.found.get(i))
									+ "}");
			}
			truth.println("]}");
			found.println("]");
		}
	}

	/** The outline goes over as a polygon: both make the same pixels of it. */
	private static String entry(int image, Shape shape) {
		Box b = shape.box();
		return "\"image_id\":"
				+ (image + 1)
				+ ",\"category_id\":"
				+ (shape.classId + 1)
				+ ",\"bbox\":["
				+ b.x1()
				+ ","
				+ b.y1()
				+ ","
				+ b.width()
				+ ","
				+ b.height()
				+ "],\"segmentation\":["
				+ Arrays.toString(shape.outline())
				+ "]";
	}
}
