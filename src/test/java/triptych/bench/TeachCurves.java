package triptych.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationSet;
import triptych.core.Mask;
import triptych.ij.annotation.AnnotationFormats;
import triptych.ij.convert.ImagePlane;
import triptych.ij.files.ImageFile;
import triptych.teach.features.FeatureModel;
import triptych.teach.features.Levels;
import triptych.teach.learn.CrossValidation;
import triptych.teach.learn.Examples;
import triptych.teach.learn.Forecast;
import triptych.teach.learn.LearningCurve;
import triptych.teach.learn.LinearClassifier;

/**
 * How well classes are taught by few examples: balanced accuracy on images that no example is of,
 * mean, deviation and range of ten random draws; then whether forecasts of learning curves hold at
 * four times the examples; then the time of training. The arguments are the folders of bloodcells
 * (images, VOC boxes) and white-cells (crops, index.tsv). Levels come from images that are in no
 * draw, and from every tenth crop.
 */
public final class TeachCurves {

	private static final int DRAWS = 10, LEVEL_IMAGES = 20;

	private TeachCurves() {}

	public static void main(String[] args) throws IOException {
		List<String> names = new ArrayList<>();
		Examples blood = boxes(Path.of(args[0]), names);
		curve("bloodcells", blood, 1, 5, 10, 20, 50);
		Examples white = crops(Path.of(args[1]));
		curve("white-cells", white, 20, 50, 100);
		Predicate<String> oneChannel = n -> !n.matches("channel [23].*|.*1 - 2.*");
		forecasts(Map.of("bloodcells", blood, "bloodcells, one channel",
			features(blood, names, oneChannel), "white-cells", white, "white-cells, one channel",
			features(white, names, oneChannel), "white-cells, four classes",
			classes(white, "lymphocyte", "monocyte", "neutrophil", "eosinophil"),
			"white-cells, four others without levels",
			features(classes(white, "basophil", "erythroblast", "ig", "platelet"), names,
				n -> !n.contains("level"))));
		training(blood);
	}

	private static Examples boxes(Path data, List<String> names) throws IOException {
		List<double[]> rows = new ArrayList<>();
		List<String> classes = new ArrayList<>();
		List<Integer> images = new ArrayList<>();
		Levels levels = new Levels(3);
		FeatureModel model = null;
		long time = 0;
		try (AnnotationSet set = AnnotationFormats.of("voc").open(data.resolve("annotations"))) {
			for (int i = 0; i < set.names().size(); i++) {
				AnnotatedImage its = set.image(i);
				ImagePlane plane = ImagePlane.of(
					ImageFile.open(data.resolve("images").resolve(its.stem() + ".jpg")));
				if (i == LEVEL_IMAGES) model = new FeatureModel(3, levels.levels());
				for (Annotation a : its.annotations()) {
					Mask mask = a.shape().pixels(plane.width(), plane.height()).mask();
					if (mask.area() == 0) continue;
					if (i < LEVEL_IMAGES) {
						levels.add(plane, mask);
						continue;
					}
					long start = System.nanoTime();
					rows.add(model.of(plane, mask));
					time += System.nanoTime() - start;
					classes.add(a.className());
					images.add(i);
				}
			}
		}
		names.addAll(model.names());
		model.close();
		System.out.printf(Locale.ROOT, "%d boxes, %d features, %.1f ms an object%n", rows.size(),
			names.size(), time / 1e6 / rows.size());
		return examples(rows, classes, images);
	}

	private static Examples crops(Path data) throws IOException {
		List<String> lines = Files.readAllLines(data.resolve("index.tsv"));
		List<double[]> rows = new ArrayList<>();
		List<String> classes = new ArrayList<>();
		List<Integer> images = new ArrayList<>();
		Levels levels = new Levels(3);
		for (int i = 1; i < lines.size(); i += 10)
			levels.add(crop(data, lines.get(i)), whole(crop(data, lines.get(i))));
		try (FeatureModel model = new FeatureModel(3, levels.levels())) {
			for (int i = 1; i < lines.size(); i++) {
				ImagePlane plane = crop(data, lines.get(i));
				rows.add(model.of(plane, whole(plane)));
				classes.add(lines.get(i).split("\t")[1]);
				images.add(i);
			}
		}
		return examples(rows, classes, images);
	}

	private static ImagePlane crop(Path data, String line) {
		return ImagePlane.of(
			ImageFile.open(data.resolve("images").resolve(line.split("\t")[0] + ".png")));
	}

	private static Mask whole(ImagePlane plane) {
		byte[] all = new byte[plane.width() * plane.height()];
		Arrays.fill(all, (byte) 1);
		return new Mask(0, 0, plane.width(), plane.height(), all);
	}

	private static Examples examples(List<double[]> rows, List<String> classes,
		List<Integer> images)
	{
		List<String> names = classes.stream().distinct().sorted().toList();
		Map<Integer, Integer> numbers = new HashMap<>();
		int[] imageOf = images.stream()
			.mapToInt(i -> numbers.computeIfAbsent(i, k -> numbers.size()))
			.toArray();
		int[] classOf = classes.stream().mapToInt(names::indexOf).toArray();
		return new Examples(rows.toArray(double[][]::new), classOf, imageOf, names);
	}

	/** One side of the images learnt from, so many examples a class, and the other tried on. */
	private static void curve(String what, Examples all, int... sizes) {
		System.out.println(what + " " + all.classes() + " " + Arrays.toString(all.perClass()));
		for (int size : sizes) {
			double[] right = new double[DRAWS];
			for (int d = 0; d < DRAWS; d++) {
				Draw draw = new Draw(all, d, 0.5);
				right[d] = draw.right(draw.learn(size), CrossValidation.USUAL);
			}
			double mean = Arrays.stream(right).average().orElse(0);
			double squares = Arrays.stream(right).map(v -> (v - mean) * (v - mean)).sum();
			System.out.printf(Locale.ROOT, "%4d a class: %.3f, deviation %.3f, from %.3f to %.3f%n",
				size, mean, Math.sqrt(squares / (DRAWS - 1)), Arrays.stream(right).min().orElse(0),
				Arrays.stream(right).max().orElse(0));
		}
	}

	/** A random parting of the images, and a random order of the examples. */
	private static final class Draw {

		private final Examples all;
		private final int[] order;
		private final boolean[] learns;

		Draw(Examples all, long seed, double share) {
			this.all = all;
			Random random = new Random(seed);
			learns = new boolean[Arrays.stream(all.imageOf()).max().orElse(0) + 1];
			for (int i = 0; i < learns.length; i++)
				learns[i] = random.nextDouble() < share;
			order = IntStream.range(0, all.count()).toArray();
			for (int i = order.length - 1; i > 0; i--) {
				int j = random.nextInt(i + 1), other = order[i];
				order[i] = order[j];
				order[j] = other;
			}
		}

		Examples learn(int perClass) {
			return pick(true, perClass);
		}

		double right(Examples learnt, double freedom) {
			Examples others = pick(false, Integer.MAX_VALUE);
			LinearClassifier made = LinearClassifier.of(learnt, freedom);
			return CrossValidation.balanced(others, made.classesOf(others.features()));
		}

		private Examples pick(boolean learn, int perClass) {
			int[] taken = new int[all.classes().size()];
			Examples some = all.only(IntStream.of(order)
				.filter(i -> learns[all.imageOf()[i]] == learn)
				.filter(i -> taken[all.classOf()[i]]++ < perClass)
				.toArray());
			Map<Integer, Integer> numbers = new HashMap<>();
			for (int i = 0; i < some.count(); i++)
				some.imageOf()[i] = numbers.computeIfAbsent(some.imageOf()[i], k -> numbers.size());
			return some;
		}
	}

	private static void forecasts(Map<String, Examples> sets) {
		int inside = 0, all = 0;
		List<Double> errors = new ArrayList<>();
		double width = 0;
		for (String name : sets.keySet().stream().sorted().toList())
			for (int size : new int[] { 10, 20 })
				for (int d = 0; d < 3; d++) {
					Draw draw = new Draw(sets.get(name), 7L * d + size, 2 / 3.0);
					Examples few = draw.learn(size);
					double freedom = CrossValidation.of(few).freedom();
					Forecast forecast = Forecast.of(LearningCurve.of(few, freedom), few.count());
					Forecast.Range range = forecast.at(4 * size);
					double truth = draw.right(draw.learn(4 * size), freedom);
					boolean holds = truth >= range.low() && truth <= range.high();
					System.out.printf(Locale.ROOT, "%s, %d to %d: %.3f to %.3f, truth %.3f%s%n", name, size,
						4 * size, range.low(), range.high(), truth, holds ? "" : "  OUTSIDE");
					all++;
					if (holds) inside++;
					width += range.high() - range.low();
					errors.add(Math.abs((range.low() + range.high()) / 2 - truth));
				}
		errors.sort(null);
		System.out.printf(Locale.ROOT,
			"%d of %d inside, mean width %.3f, error of the middle: median %.3f, worst %.3f%n", inside,
			all, width / all, errors.get(all / 2), errors.get(all - 1));
	}

	private static Examples classes(Examples all, String... names) {
		List<String> kept = Arrays.stream(names).sorted().toList();
		int[] which = IntStream.range(0, all.count())
			.filter(i -> kept.contains(all.classes().get(all.classOf()[i])))
			.toArray();
		Examples some = all.only(which);
		List<Integer> images = Arrays.stream(some.imageOf()).boxed().toList();
		List<String> classes = Arrays.stream(some.classOf()).mapToObj(all.classes()::get).toList();
		return examples(List.of(some.features()), classes, images);
	}

	private static Examples features(Examples all, List<String> names, Predicate<String> kept) {
		int[] columns = IntStream.range(0, names.size())
			.filter(j -> kept.test(names.get(j)))
			.toArray();
		double[][] rows = Arrays.stream(all.features())
			.map(row -> IntStream.of(columns).mapToDouble(j -> row[j]).toArray())
			.toArray(double[][]::new);
		return new Examples(rows, all.classOf(), all.imageOf(), all.classes());
	}

	private static void training(Examples all) {
		for (int n : new int[] { 500, 500, 20000 }) {
			Examples many = all.only(IntStream.range(0, n).map(i -> i * 7 % all.count()).toArray());
			long start = System.nanoTime();
			LinearClassifier.of(many, CrossValidation.USUAL);
			double alone = (System.nanoTime() - start) / 1e9;
			CrossValidation made = CrossValidation.of(many);
			LearningCurve.of(many, made.freedom());
			System.out.printf(Locale.ROOT,
				"%d examples: training %.2f s, with cross-validation and learning curve %.2f s%n", n,
				alone, (System.nanoTime() - start) / 1e9);
		}
	}
}
