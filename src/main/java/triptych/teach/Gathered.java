package triptych.teach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import triptych.core.Mask;
import triptych.core.Plane;
import triptych.core.Plural;
import triptych.core.Progress;
import triptych.core.TriptychException;
import triptych.teach.features.FeatureModel;
import triptych.teach.features.Levels;
import triptych.teach.learn.Examples;

/**
 * The examples with their features.
 *
 * @param levels that some of the features are made with
 * @param micrometres of a pixel's edge in the first image, 0 where that is not known
 */
record Gathered(Examples examples, int channels, float[][] levels, double micrometres,
	List<String> notes)
{

	/**
	 * @throws TriptychException where there are fewer than two classes, or the images do not go
	 *           together
	 */
	static Gathered of(ExampleImages images, Progress progress) {
		return new Gathering(images, progress).gathered();
	}

	private static final class Gathering {

		private final ExampleImages images;
		private final Progress progress;
		private final Map<String, Integer> byHand = new TreeMap<>(), predicted = new TreeMap<>();
		private final List<String> notes = new ArrayList<>();
		private int unnamed, outside, channels;
		private double micrometres;
		private String first = "";

		Gathering(ExampleImages images, Progress progress) {
			this.images = images;
			this.progress = progress;
		}

		Gathered gathered() {
			count();
			List<String> classes = classes();
			float[][] levels = levels(classes);
			Examples examples = measured(classes, levels);
			if (outside > 0) notes.add(Plural.of(outside,
				"example lies outside its image and was left out.",
				"examples lie outside their images and were left out."));
			notes.addAll(images.notes());
			return new Gathered(examples, channels, levels, micrometres, notes);
		}

		private void count() {
			for (int i = 0; i < images.count(); i++) {
				progress.check();
				for (ObjectExample object : images.get(i).objects()) {
					if (object.className().isBlank()) unnamed++;
					else (object.predicted() ? predicted : byHand).merge(object.className(), 1,
						Integer::sum);
				}
			}
		}

		/** Predictions that nobody looked at are no examples where there are others. */
		private boolean takesPredicted() {
			return byHand.isEmpty();
		}

		private List<String> classes() {
			Map<String, Integer> taken = takesPredicted() ? predicted : byHand;
			int others = predicted.values().stream().mapToInt(n -> n).sum();
			if (takesPredicted() && others > 0) notes.add("All examples are predictions of a model that"
				+ " nobody has changed, so the new model learns to repeat it.");
			else if (others > 0) notes.add(Plural.of(others,
				"object that a model found, and whose class nobody has changed, is no example.",
				"objects that a model found, and whose class nobody has changed, are no examples."));
			if (unnamed > 0) notes.add(Plural.of(unnamed, "object without a class was left out.",
				"objects without a class were left out."));
			if (taken.size() > 1) return List.copyOf(taken.keySet());
			String there = taken.isEmpty() ? "no object here has one"
				: "all " + Plural.of(taken.values().iterator().next(), "example") + " here "
					+ "are of the class " + taken.keySet().iterator().next();
			throw new TriptychException("Teaching needs examples of at least two classes, but " + there
				+ "; give ROIs a class by their group (Edit > Selection > Properties...) or by a name such"
				+ " as debris-1.");
		}

		private boolean isTaken(ObjectExample object) {
			return !object.className().isBlank() && object.predicted() == takesPredicted();
		}

		private float[][] levels(List<String> classes) {
			Levels levels = null;
			for (int i = 0; i < images.count(); i++) {
				if (levels != null && levels.enough()) break;
				progress.check();
				ExampleImage image = images.get(i);
				List<ObjectExample> taken = image.objects().stream().filter(this::isTaken).toList();
				if (taken.isEmpty()) continue;
				Plane plane = plane(image);
				if (levels == null) levels = new Levels(channels);
				for (ObjectExample object : taken) {
					Optional<Mask> pixels = object.pixels().get();
					if (pixels.isPresent()) levels.add(plane, pixels.get());
				}
			}
			return levels.levels();
		}

		private Plane plane(ExampleImage image) {
			ExampleImage.Seen seen = image.pixels().get();
			Plane plane = seen.plane();
			// Not-a-number pixels are told before anything is learnt from them.
			plane.maxValue();
			if (first.isEmpty()) {
				first = image.name();
				channels = plane.channels();
				micrometres = seen.micrometres();
			}
			if (plane.channels() == channels) return plane;
			throw new TriptychException("The image " + image.name() + " has "
				+ Plural.of(plane.channels(), "channel") + ", the image " + first + " "
				+ channels + "; examples must be of images of one kind.");
		}

		private Examples measured(List<String> classes, float[][] levels) {
			List<double[]> rows = new ArrayList<>();
			List<Integer> classOf = new ArrayList<>(), imageOf = new ArrayList<>();
			Map<Integer, Integer> numbers = new LinkedHashMap<>();
			try (FeatureModel model = new FeatureModel(channels, levels)) {
				for (int i = 0; i < images.count(); i++) {
					progress.at(i, images.count());
					ExampleImage image = images.get(i);
					List<ObjectExample> taken = image.objects().stream().filter(this::isTaken).toList();
					if (taken.isEmpty()) continue;
					Plane plane = plane(image);
					for (ObjectExample object : taken) {
						progress.check();
						Optional<Mask> pixels = object.pixels().get();
						if (pixels.isEmpty()) {
							outside++;
							continue;
						}
						rows.add(finite(model.of(plane, pixels.get()), image));
						classOf.add(classes.indexOf(object.className()));
						imageOf.add(numbers.computeIfAbsent(i, k -> numbers.size()));
					}
				}
			}
			Examples all = new Examples(rows.toArray(double[][]::new), ints(classOf), ints(imageOf),
				classes);
			int[] counts = all.perClass();
			for (int c = 0; c < counts.length; c++)
				if (counts[c] == 0) throw new TriptychException("All examples of the class "
					+ classes.get(c) + " lie outside their images.");
			return all;
		}

		private static double[] finite(double[] features, ExampleImage image) {
			for (double v : features)
				if (!Double.isFinite(v)) throw new TriptychException("An object of the image "
					+ image.name() + " cannot be measured: it holds values that are no numbers, or too"
					+ " large ones.");
			return features;
		}

		private static int[] ints(List<Integer> list) {
			return list.stream().mapToInt(i -> i).toArray();
		}
	}
}
