package triptych.teach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
		private final AlikePlanes planes = new AlikePlanes();
		private int outside;

		Gathering(ExampleImages images, Progress progress) {
			this.images = images;
			this.progress = progress;
		}

		Gathered gathered() {
			ExampleClasses classes = ExampleClasses.of(images, progress);
			float[][] levels = levels(classes);
			Examples examples = measured(classes, levels);
			List<String> notes = new ArrayList<>(classes.notes());
			if (outside > 0) notes.add(Plural.of(outside,
				"example lies outside its image and was left out.",
				"examples lie outside their images and were left out."));
			notes.addAll(images.notes());
			return new Gathered(examples, planes.channels(), levels, planes.micrometres(), notes);
		}

		private float[][] levels(ExampleClasses classes) {
			Levels levels = null;
			for (int i = 0; i < images.count(); i++) {
				if (levels != null && levels.enough()) break;
				progress.check();
				ExampleImage image = images.get(i);
				List<ObjectExample> taken = classes.of(image);
				if (taken.isEmpty()) continue;
				Plane plane = planes.of(image);
				if (levels == null) levels = new Levels(planes.channels());
				for (ObjectExample object : taken) {
					Optional<Mask> pixels = object.pixels().get();
					if (pixels.isPresent()) levels.add(plane, pixels.get());
				}
			}
			return levels.levels();
		}

		private Examples measured(ExampleClasses classes, float[][] levels) {
			List<double[]> rows = new ArrayList<>();
			List<Integer> classOf = new ArrayList<>(), imageOf = new ArrayList<>();
			Map<Integer, Integer> numbers = new LinkedHashMap<>();
			try (FeatureModel model = new FeatureModel(planes.channels(), levels)) {
				for (int i = 0; i < images.count(); i++) {
					progress.at(i, images.count());
					ExampleImage image = images.get(i);
					List<ObjectExample> taken = classes.of(image);
					if (taken.isEmpty()) continue;
					Plane plane = planes.of(image);
					for (ObjectExample object : taken) {
						progress.check();
						Optional<Mask> pixels = object.pixels().get();
						if (pixels.isEmpty()) {
							outside++;
							continue;
						}
						rows.add(finite(model.of(plane, pixels.get()), image));
						classOf.add(classes.names().indexOf(object.className()));
						imageOf.add(numbers.computeIfAbsent(i, k -> numbers.size()));
					}
				}
			}
			Examples all = new Examples(rows.toArray(double[][]::new), ints(classOf), ints(imageOf),
				classes.names());
			int[] counts = all.perClass();
			for (int c = 0; c < counts.length; c++)
				if (counts[c] == 0) throw new TriptychException("All examples of the class "
					+ classes.names().get(c) + " lie outside their images.");
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
