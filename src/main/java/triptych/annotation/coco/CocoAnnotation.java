package triptych.annotation.coco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import triptych.annotation.JsonValues;
import triptych.annotation.Ring;
import triptych.annotation.Shape;
import triptych.core.Box;
import triptych.core.pixels.RunMask;

/** An entry of the list annotations, or of a list of results. */
final class CocoAnnotation {

	private final Map<String, String> properties = new LinkedHashMap<>();
	private final List<Ring> rings = new ArrayList<>();
	private String category = "";
	private double score = Double.NaN;
	private boolean crowd;
	private Box box;
	private RunMask mask;
	private int[] maskSize;

	private CocoAnnotation() {}

	/** @throws IllegalArgumentException with the end of a sentence on what is wrong with it */
	static CocoAnnotation read(JsonReader json) throws IOException {
		CocoAnnotation annotation = new CocoAnnotation();
		json.beginObject();
		while (json.hasNext()) annotation.value(json.nextName(), json);
		json.endObject();
		return annotation;
	}

	private void value(String key, JsonReader json) throws IOException {
		if (json.peek() == JsonToken.NULL) {
			json.nextNull();
			return;
		}
		switch (key) {
			case "image_id" -> json.nextString();
			case "category_id" -> category = json.nextString();
			case "score" -> score = json.nextDouble();
			case "bbox" -> box = box(JsonValues.numbers(json));
			case "segmentation" -> segmentation(json);
			case "iscrowd" -> crowd = JsonValues.text(json).matches("1|true");
			default -> properties.put(key, JsonValues.text(json));
		}
	}

	private static Box box(double[] xywh) {
		if (xywh.length != 4)
			throw new IllegalArgumentException(
				"has a bbox of " + xywh.length + " numbers; it must be x, y, width, height");
		return new Box(xywh[0], xywh[1], xywh[0] + xywh[2], xywh[1] + xywh[3]);
	}

	private void segmentation(JsonReader json) throws IOException {
		if (json.peek() == JsonToken.BEGIN_OBJECT) {
			runs(json);
			return;
		}
		json.beginArray();
		while (json.hasNext()) rings.add(ring(JsonValues.numbers(json)));
		json.endArray();
	}

	private static Ring ring(double[] xy) {
		if (xy.length % 2 != 0)
			throw new IllegalArgumentException(
				"has a polygon of " + xy.length + " numbers; they must be pairs of x and y");
		if (xy.length < 6)
			throw new IllegalArgumentException("has a polygon of " + xy.length / 2
				+ " points; an outline needs 3. Correct it, or remove its segmentation");
		return new Ring(xy);
	}

	private void runs(JsonReader json) throws IOException {
		long[] counts = {};
		json.beginObject();
		while (json.hasNext()) switch (json.nextName()) {
			case "size" -> maskSize = size(JsonValues.numbers(json));
			case "counts" -> counts = json.peek() == JsonToken.STRING ? Rle.counts(json.nextString())
				: Rle.counts(JsonValues.numbers(json));
			default -> json.skipValue();
		}
		json.endObject();
		if (maskSize == null) throw new IllegalArgumentException("has a mask (RLE) without a size");
		mask = Rle.mask(counts, maskSize[0], maskSize[1]);
	}

	private static int[] size(double[] heightWidth) {
		if (heightWidth.length != 2)
			throw new IllegalArgumentException("has a mask (RLE) whose size is not height and width");
		return new int[]{ (int) heightWidth[0], (int) heightWidth[1] };
	}

	String category() {
		return category;
	}

	double score() {
		return score;
	}

	boolean crowd() {
		return crowd;
	}

	Map<String, String> properties() {
		return properties;
	}

	/**
	 * @param width and {@code height}: of the image, 0 where unknown
	 * @throws IllegalArgumentException with the end of a sentence where a mask is of another size
	 */
	Shape shape(int width, int height) {
		if (mask != null) {
			if (width > 0 && (maskSize[0] != height || maskSize[1] != width))
				throw new IllegalArgumentException("has a mask (RLE) of " + maskSize[1] + " x "
					+ maskSize[0] + " pixels, but its image has " + width + " x " + height);
			return box == null ? new Shape.Pixels(mask) : new Shape.Pixels(box, mask);
		}
		if (!rings.isEmpty())
			return box == null ? new Shape.Polygon(rings) : new Shape.Polygon(box, rings);
		return box == null ? new Shape.WholeImage() : new Shape.Rectangle(box);
	}
}
