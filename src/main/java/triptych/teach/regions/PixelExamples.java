package triptych.teach.regions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import triptych.core.Mask;
import triptych.core.Plane;
import triptych.core.Plural;
import triptych.core.Progress;
import triptych.core.TriptychException;
import triptych.teach.AccuracyText;
import triptych.teach.AlikePlanes;
import triptych.teach.ExampleClasses;
import triptych.teach.ExampleImage;
import triptych.teach.ExampleImages;
import triptych.teach.ObjectExample;
import triptych.teach.learn.Examples;

/**
 * Pixels with a class and their features, drawn evenly from all that are marked.
 *
 * @param examples whose "images" are the units
 * @param unit what cross-validation must keep together
 * @param range of the grey values of the images
 * @param micrometres of a pixel's edge in the first image, 0 where that is not known
 */
record PixelExamples(Examples examples, Unit unit, int images, int scribbles, long marked,
	int channels, GreyRange range, double micrometres, List<String> notes)
{

	/** From the best to the worst: pixels close by are alike, so that single ones are no test. */
	enum Unit {

		IMAGE("image", "images"), SCRIBBLE("scribble", "scribbles"), PART("part", "parts");

		private final AccuracyText.Unit named;

		Unit(String one, String several) {
			named = new AccuracyText.Unit("mark", one, several);
		}

		AccuracyText.Unit named() {
			return named;
		}
	}

	/** More pixels of the same scribbles teach little and cost time. */
	private static final int MOST_OF_CLASS = 1500, MOST_OF_IMAGE = 3000;

	/** The edge of a part of a scribble or area, in pixels. */
	private static final int PART = 32;

	/**
	 * @param classes in the order of the model
	 * @throws TriptychException where a class has no pixel, or the images do not go together
	 */
	static PixelExamples of(ExampleImages images, ExampleClasses known, List<String> classes,
		Progress progress)
	{
		return new Gathering(images, known, classes, progress).gathered();
	}

	/** A pixel and what it belongs to. */
	private record Pixel(int image, int scribble, int part, int classId, int at) {}

	private static final class Gathering {

		private static final int FREE = 0, CONTESTED = -1;

		private final ExampleImages images;
		private final ExampleClasses known;
		private final List<String> classes;
		private final Progress progress;
		private final AlikePlanes planes = new AlikePlanes();
		private final List<List<Pixel>> ofClass = new ArrayList<>();
		private final List<GreyRange> ranges = new ArrayList<>();
		private final Map<List<Integer>, Integer> parts = new HashMap<>();
		private int scribbles, outside, withExamples;
		private long contested, marked;

		Gathering(ExampleImages images, ExampleClasses known, List<String> classes,
			Progress progress)
		{
			this.images = images;
			this.known = known;
			this.classes = classes;
			this.progress = progress;
			classes.forEach(c -> ofClass.add(new ArrayList<>()));
		}

		PixelExamples gathered() {
			for (int i = 0; i < images.count(); i++) {
				progress.check();
				ExampleImage image = images.get(i);
				List<ObjectExample> taken = known.of(image);
				if (!taken.isEmpty()) mark(i, planes.of(image), taken);
			}
			for (int c = 0; c < classes.size(); c++) {
				if (ofClass.get(c).isEmpty()) throw new TriptychException("The class " + classes.get(c)
					+ " has no pixel of its own: its examples lie outside their images, or under those of"
					+ " other classes.");
				ofClass.set(c, even(ofClass.get(c), MOST_OF_CLASS));
			}
			List<Pixel> all = ofClass.stream().flatMap(List::stream).toList();
			Unit unit = unit();
			GreyRange range = GreyRange.mean(ranges);
			Examples examples = new Examples(measured(all, range),
				all.stream().mapToInt(Pixel::classId).toArray(), units(all, unit), classes);
			return new PixelExamples(examples, unit, withExamples, scribbles, marked, planes.channels(),
				range, planes.micrometres(), notes());
		}

		/** What is marked twice, with different classes, belongs to none. */
		private void mark(int number, Plane plane, List<ObjectExample> taken) {
			withExamples++;
			ranges.add(GreyRange.of(plane));
			int width = plane.width(), height = plane.height();
			int[] owner = new int[Math.multiplyExact(width, height)];
			int[] classOf = new int[taken.size() + 1];
			int before = scribbles;
			for (int k = 0; k < taken.size(); k++) {
				classOf[k + 1] = classes.indexOf(taken.get(k).className());
				Optional<Mask> mask = taken.get(k).pixels().get();
				if (mask.isEmpty()) outside++;
				else paint(mask.get(), k + 1, classOf, owner, width);
				scribbles++;
			}
			long[] there = new long[classes.size()], seen = new long[there.length];
			for (int k : owner)
				if (k > FREE) there[classOf[k]]++;
				else if (k == CONTESTED) contested++;
			for (int at = 0; at < owner.length; at++) {
				int k = owner[at], c = classOf[Math.max(FREE, k)];
				if (k <= FREE || !isTaken(seen[c]++, there[c])) continue;
				int x = at % width / PART, y = at / width / PART;
				int part = parts.computeIfAbsent(List.of(before + k, x, y), p -> parts.size());
				ofClass.get(c).add(new Pixel(number, before + k, part, c, at));
			}
			marked += LongStream.of(there).sum();
		}

		/** Evenly so many of an image's pixels of a class, or all. */
		private static boolean isTaken(long number, long all) {
			long most = Math.min(all, MOST_OF_IMAGE);
			return (number + 1) * most / all > number * most / all;
		}

		private static void paint(Mask mask, int k, int[] classOf, int[] owner, int width) {
			for (int j = 0; j < mask.height(); j++)
				for (int i = 0; i < mask.width(); i++) {
					if (mask.inside()[j * mask.width() + i] == 0) continue;
					int at = (mask.y() + j) * width + mask.x() + i, there = owner[at];
					boolean others = there == CONTESTED || there > 0 && classOf[there] != classOf[k];
					owner[at] = others ? CONTESTED : k;
				}
		}

		private static List<Pixel> even(List<Pixel> all, int most) {
			if (all.size() <= most) return all;
			List<Pixel> some = new ArrayList<>(most);
			for (int i = 0; i < most; i++)
				some.add(all.get((int) ((i + 0.5) * all.size() / most)));
			return some;
		}

		/** The best of which every class has two. */
		private Unit unit() {
			for (Unit unit : List.of(Unit.IMAGE, Unit.SCRIBBLE))
				if (ofClass.stream()
					.allMatch(pixels -> pixels.stream().mapToInt(p -> of(p, unit)).distinct().count() > 1))
					return unit;
			return Unit.PART;
		}

		private static int of(Pixel pixel, Unit unit) {
			return switch (unit) {
				case IMAGE -> pixel.image();
				case SCRIBBLE -> pixel.scribble();
				case PART -> pixel.part();
			};
		}

		/** Numbers without gaps. */
		private static int[] units(List<Pixel> pixels, Unit unit) {
			Map<Integer, Integer> numbers = new HashMap<>();
			return pixels.stream()
				.mapToInt(p -> numbers.computeIfAbsent(of(p, unit), k -> numbers.size()))
				.toArray();
		}

		/** Filters and the network's maps of each, image after image. */
		private double[][] measured(List<Pixel> all, GreyRange range) {
			double[][] rows = new double[all.size()][];
			try (PixelFeatures model = new PixelFeatures(planes.channels(), Optional.of(range))) {
				for (int i = 0; i < images.count(); i++) {
					progress.at(i, images.count());
					int number = i;
					int[] which = IntStream.range(0, rows.length)
						.filter(k -> all.get(k).image() == number)
						.toArray();
					if (which.length == 0) continue;
					ExampleImage image = images.get(i);
					float[][] found = model.of(planes.of(image),
						Arrays.stream(which).map(k -> all.get(k).at()).toArray(), progress);
					for (int k = 0; k < which.length; k++)
						rows[which[k]] = finite(found[k], image);
				}
			}
			return rows;
		}

		private static double[] finite(float[] features, ExampleImage image) {
			double[] row = new double[features.length];
			for (int j = 0; j < row.length; j++) {
				row[j] = features[j];
				if (!Double.isFinite(row[j])) throw new TriptychException("The image " + image.name()
					+ " cannot be measured: it holds values that are no numbers, or too large ones.");
			}
			return row;
		}

		private List<String> notes() {
			List<String> notes = new ArrayList<>(known.notes());
			if (outside > 0) notes.add(Plural.of(outside,
				"example lies outside its image and was left out.",
				"examples lie outside their images and were left out."));
			if (contested > 0) notes.add(Plural.of((int) Math.min(Integer.MAX_VALUE, contested),
				"pixel is marked with several classes and was left out.",
				"pixels are marked with several classes and were left out."));
			notes.addAll(images.notes());
			return notes;
		}
	}

	/** The same with the first features only. */
	Examples first(int count) {
		double[][] rows = Arrays.stream(examples.features())
			.map(row -> Arrays.copyOf(row, count))
			.toArray(double[][]::new);
		return new Examples(rows, examples.classOf(), examples.imageOf(), examples.classes());
	}

	/** How many units each class has. */
	int[] unitsPerClass() {
		int[] counts = new int[examples.classes().size()];
		for (int c = 0; c < counts.length; c++) {
			int own = c;
			counts[c] = (int) IntStream.range(0, examples.count())
				.filter(i -> examples.classOf()[i] == own)
				.map(i -> examples.imageOf()[i])
				.distinct()
				.count();
		}
		return counts;
	}
}
