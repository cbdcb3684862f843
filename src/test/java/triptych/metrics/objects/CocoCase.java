package triptych.metrics.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import triptych.core.Box;
import triptych.core.pixels.PolygonPixels;
import triptych.core.pixels.RunMask;
import triptych.metrics.objects.Truth.Kind;

/**
 * A COCO file of truth and one of results, read for evaluation: no more of the format than the
 * tests need.
 */
public final class CocoCase {

	private final List<String> classNames = new ArrayList<>();
	private final Map<Integer, Integer> classIds = new TreeMap<>();
	private final Map<Integer, Objects> images = new TreeMap<>();

	private record Objects(
			int width,
			int height,
			List<Truth> truth,
			List<Box> truthBoxes,
			List<RunMask> truthMasks,
			List<Found> found,
			List<Box> foundBoxes,
			List<RunMask> foundMasks) {}

	private CocoCase() {}

	/** @param masks true to evaluate masks, whose area then is the size of a prediction */
	public static CocoCase read(JsonElement truth, JsonElement results, boolean masks) {
		CocoCase read = new CocoCase();
		JsonObject all = truth.getAsJsonObject();
		for (JsonElement category : all.getAsJsonArray("categories"))
			read.classIds.put(category.getAsJsonObject().get("id").getAsInt(), 0);
		read.classIds.replaceAll(
				(id, none) -> {
					read.classNames.add(String.valueOf(id));
					return read.classNames.size() - 1;
				});
		for (JsonElement e : all.getAsJsonArray("images")) {
			JsonObject image = e.getAsJsonObject();
			read.images.put(
					image.get("id").getAsInt(),
					new Objects(
							image.get("width").getAsInt(),
							image.get("height").getAsInt(),
							new ArrayList<>(),
							new ArrayList<>(),
							new ArrayList<>(),
							new ArrayList<>(),
							new ArrayList<>(),
							new ArrayList<>()));
		}
		for (JsonElement e : all.getAsJsonArray("annotations"))
			read.addTruth(e.getAsJsonObject(), masks);
		for (JsonElement e : results.getAsJsonArray()) read.addFound(e.getAsJsonObject(), masks);
		return read;
	}

	private void addTruth(JsonObject entry, boolean masks) {
		Objects image = images.get(entry.get("image_id").getAsInt());
		boolean crowd = entry.has("iscrowd") && entry.get("iscrowd").getAsInt() == 1;
		image.truth.add(
				new Truth(
						classIds.get(entry.get("category_id").getAsInt()),
						entry.get("area").getAsDouble(),
						crowd ? Kind.CROWD : Kind.OBJECT));
		image.truthBoxes.add(box(entry));
		if (masks) image.truthMasks.add(mask(entry.get("segmentation"), image));
	}

	private void addFound(JsonObject entry, boolean masks) {
		Objects image = images.get(entry.get("image_id").getAsInt());
		double area;
		if (masks) {
			image.foundMasks.add(mask(entry.get("segmentation"), image));
			area = image.foundMasks.get(image.foundMasks.size() - 1).area();
		}
		else {
			image.foundBoxes.add(box(entry));
			area = image.foundBoxes.get(image.foundBoxes.size() - 1).area();
		}
		image.found.add(
				new Found(
						classIds.get(entry.get("category_id").getAsInt()),
						area,
						entry.get("score").getAsDouble()));
	}

	private static Box box(JsonObject entry) {
		JsonArray b = entry.getAsJsonArray("bbox");
		double x = b.get(0).getAsDouble(), y = b.get(1).getAsDouble();
		return new Box(x, y, x + b.get(2).getAsDouble(), y + b.get(3).getAsDouble());
	}

	private static RunMask mask(JsonElement segmentation, Objects image) {
		if (segmentation.isJsonArray()) {
			List<RunMask> parts = new ArrayList<>();
			for (JsonElement polygon : segmentation.getAsJsonArray()) {
				JsonArray corners = polygon.getAsJsonArray();
				double[] xy = new double[corners.size()];
				for (int i = 0; i < xy.length; i++) xy[i] = corners.get(i).getAsDouble();
				parts.add(PolygonPixels.of(xy, image.width, image.height));
			}
			return RunMask.union(parts);
		}
		JsonObject runs = segmentation.getAsJsonObject();
		JsonElement counts = runs.get("counts");
		List<Integer> lengths =
				counts.isJsonArray()
						? lengths(counts.getAsJsonArray())
						: lengths(counts.getAsString());
		int[] edges = new int[lengths.size() / 2 * 2];
		for (int i = 0, at = 0; i < edges.length; i++) edges[i] = at += lengths.get(i);
		return RunMask.ofColumns(edges, runs.getAsJsonArray("size").get(0).getAsInt());
	}

	private static List<Integer> lengths(JsonArray counts) {
		List<Integer> lengths = new ArrayList<>();
		counts.forEach(c -> lengths.add(c.getAsInt()));
		return lengths;
	}

	/**
	 * COCO's packed counts: five bits a character, each from the fourth on the difference to the
	 * last but one.
	 */
	private static List<Integer> lengths(String packed) {
		List<Integer> lengths = new ArrayList<>();
		for (int i = 0; i < packed.length(); ) {
			int value = 0, bits = 0, digit;
			do {
				digit = packed.charAt(i++) - 48;
				value |= (digit & 31) << bits;
				bits += 5;
			}
			while ((digit & 32) != 0);
			if ((digit & 16) != 0) value |= -1 << bits;
			int n = lengths.size();
			lengths.add(n > 2 ? value + lengths.get(n - 2) : value);
		}
		return lengths;
	}

	public List<String> classNames() {
		return classNames;
	}

	/** The images in the order of their ids. */
	public List<ObjectImage> images(boolean masks) {
		return images.values().stream()
				.map(
						i ->
								new ObjectImage(
										i.truth,
										i.found,
										masks
												? Overlaps.ofMasks(i.truthMasks, i.foundMasks)
												: Overlaps.ofBoxes(i.truthBoxes, i.foundBoxes)))
				.toList();
	}
}
