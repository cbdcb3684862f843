package triptych.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import ij.ImagePlus;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationSet;
import triptych.core.LabelMap;
import triptych.core.Mask;
import triptych.core.Plane;
import triptych.core.Segment;
import triptych.ij.annotation.AnnotationFormats;
import triptych.ij.convert.ImagePlane;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.ij.files.ImageFile;
import triptych.teach.features.FeatureModel;
import triptych.teach.features.Levels;
import triptych.teach.learn.Examples;

/** Data sets whose objects have classes, as examples with their features. */
final class TeachSets {

	/** Every so many examples the levels are taken of. */
	private static final int LEVELS = 10;

	/** Objects of a class that one image gives, so that no image has most of them. */
	private static final int FEW = 8;

	/** @param pixels null for the whole image */
	record Item(Path image, Mask pixels, String className) {}

	private TeachSets() {}

	/** Boxes in VOC files. */
	static List<Item> boxes(Path data) {
		List<Item> items = new ArrayList<>();
		try (AnnotationSet set = AnnotationFormats.of("voc").open(data.resolve("annotations"))) {
			for (int i = 0; i < set.names().size(); i++) {
				AnnotatedImage its = set.image(i);
				Path jpg = data.resolve("images").resolve(its.stem() + ".jpg");
				Path file = Files.exists(jpg) ? jpg : jpg.resolveSibling(its.stem() + ".png");
				for (Annotation a : its.annotations()) {
					Mask mask = a.shape().pixels(its.width(), its.height()).mask();
					if (mask.area() > 0) items.add(new Item(file, mask, a.className()));
				}
			}
		}
		return items;
	}

	/** Whole images, whose classes stand in index.tsv. */
	static List<Item> crops(Path data) throws IOException {
		return Files.readAllLines(data.resolve("index.tsv"))
			.stream()
			.skip(1)
			.map(l -> l.split("\t"))
			.map(l -> new Item(data.resolve("images").resolve(l[0] + ".png"), null, l[1]))
			.toList();
	}

	/**
	 * Objects of label images.
	 *
	 * @param labels the folder of the label images
	 * @param classOf a row of index.tsv to the class of its objects; null leaves the image out
	 */
	static List<Item> objects(Path data, String labels, Function<String[], String> classOf)
		throws IOException
	{
		List<Item> items = new ArrayList<>();
		for (String line : Files.readAllLines(data.resolve("index.tsv")).stream().skip(1).toList()) {
			String[] row = line.split("\t");
			String name = classOf.apply(row);
			if (name == null) continue;
			ImagePlus image = ImageFile.open(data.resolve(labels).resolve(row[0] + ".png"));
			LabelMap map = LabelPlane.of(image, Position.of(image));
			int[] boxes = map.boxes();
			int n = map.segments().size(), step = Math.max(1, n / FEW);
			for (int k = 0; k < n; k += step) {
				Segment s = map.segments().get(k);
				items.add(new Item(data.resolve("images").resolve(row[0] + ".png"),
					map.mask(s.id(), boxes), name));
			}
		}
		return items;
	}

	/** Squares that lie wholly inside or outside what a label image marks. */
	static List<Item> patches(Path data, int edge) throws IOException {
		List<Item> items = new ArrayList<>();
		byte[] all = new byte[edge * edge];
		Arrays.fill(all, (byte) 1);
		for (String line : Files.readAllLines(data.resolve("index.tsv")).stream().skip(1).toList()) {
			String name = line.split("\t")[0] + ".png";
			ImagePlus labels = ImageFile.open(data.resolve("labels").resolve(name));
			int[] taken = new int[2];
			for (int y = 0; y + edge <= labels.getHeight(); y += edge)
				for (int x = 0; x + edge <= labels.getWidth(); x += edge) {
					int inside = 0;
					for (int k = 0; k < edge * edge; k++)
						if (labels.getProcessor().get(x + k % edge, y + k / edge) > 0) inside++;
					int side = inside > 0 ? 1 : 0;
					boolean whole = inside == 0 || inside == edge * edge;
					if (!whole || taken[side]++ >= FEW) continue;
					items.add(new Item(data.resolve("images").resolve(name),
						new Mask(x, y, edge, edge, all), side == 1 ? "cells" : "empty"));
				}
		}
		return items;
	}

	/** @param rgb turns all images into colours first, where some are grey */
	static Examples of(List<Item> items, boolean rgb) {
		List<String> classes = items.stream().map(Item::className).distinct().sorted().toList();
		Opened opened = new Opened(rgb);
		Levels levels = null;
		for (int i = 0; i < items.size(); i += LEVELS) {
			Plane plane = opened.plane(items.get(i));
			if (levels == null) levels = new Levels(plane.channels());
			levels.add(plane, pixels(items.get(i), plane));
		}
		double[][] rows = new double[items.size()][];
		int[] classOf = new int[rows.length], imageOf = new int[rows.length];
		Map<Path, Integer> images = new HashMap<>();
		try (FeatureModel model = new FeatureModel(opened.plane(items.get(0)).channels(),
			levels.levels()))
		{
			for (int i = 0; i < rows.length; i++) {
				Item item = items.get(i);
				Plane plane = opened.plane(item);
				rows[i] = model.of(plane, pixels(item, plane));
				classOf[i] = classes.indexOf(item.className());
				imageOf[i] = images.computeIfAbsent(item.image(), k -> images.size());
			}
		}
		return new Examples(rows, classOf, imageOf, classes);
	}

	private static Mask pixels(Item item, Plane plane) {
		if (item.pixels() != null) return item.pixels();
		byte[] all = new byte[plane.width() * plane.height()];
		Arrays.fill(all, (byte) 1);
		return new Mask(0, 0, plane.width(), plane.height(), all);
	}

	/** The image that was opened last. */
	private static final class Opened {

		private final boolean rgb;
		private Path file;
		private Plane plane;

		Opened(boolean rgb) {
			this.rgb = rgb;
		}

		Plane plane(Item item) {
			if (item.image().equals(file)) return plane;
			ImagePlus image = ImageFile.open(item.image());
			if (rgb) image.setProcessor(image.getProcessor().convertToRGB());
			file = item.image();
			plane = ImagePlane.of(image);
			return plane;
		}
	}
}
