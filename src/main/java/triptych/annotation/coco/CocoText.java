package triptych.annotation.coco;

import java.util.Map;
import java.util.StringJoiner;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.Decimals;
import triptych.annotation.JsonValues;
import triptych.annotation.Losses;
import triptych.annotation.Ring;
import triptych.annotation.Shape;
import triptych.core.Box;
import triptych.core.TriptychException;

/** The JSON of entries. */
final class CocoText {

	private static final Losses.Kind NO_BOX = new Losses.Kind(
		"class of a whole image was written without a box, which other readers of COCO may refuse",
		"classes of whole images were written without a box, which other readers of COCO may refuse");

	private CocoText() {}

	static String category(long id, AnnotatedClass one) {
		StringJoiner json = entry().add("\"id\":" + id)
			.add("\"name\":" + JsonValues.quoted(one.name()));
		others(one.properties(), json);
		return json.toString();
	}

	static String image(long id, AnnotatedImage image) {
		StringJoiner json = entry().add("\"id\":" + id)
			.add("\"file_name\":" + JsonValues.quoted(image.name()));
		if (image.width() > 0)
			json.add("\"width\":" + image.width()).add("\"height\":" + image.height());
		others(image.properties(), json);
		return json.toString();
	}

	static String annotation(long id, long image, long category, Annotation annotation,
		AnnotatedImage of, Losses losses)
	{
		StringJoiner json = entry().add("\"id\":" + id)
			.add("\"image_id\":" + image)
			.add("\"category_id\":" + category);
		Shape shape = annotation.shape();
		if (shape instanceof Shape.WholeImage) losses.add(NO_BOX);
		else {
			json.add("\"segmentation\":" + segmentation(shape, of)).add("\"bbox\":" + box(shape.box()));
			if (!annotation.properties().containsKey("area"))
				json.add("\"area\":" + Decimals.of(shape.area()));
		}
		json.add(annotation.crowd() ? "\"iscrowd\":1" : "\"iscrowd\":0");
		if (!Double.isNaN(annotation.score())) json.add("\"score\":" + Decimals.of(annotation.score()));
		others(annotation.properties(), json);
		return json.toString();
	}

	private static StringJoiner entry() {
		return new StringJoiner(",", "{", "}");
	}

	private static void others(Map<String, String> properties, StringJoiner json) {
		properties.forEach((key, value) -> {
			if (!key.equals("id")) json.add(JsonValues.quoted(key) + ":" + JsonValues.json(value));
		});
	}

	private static String box(Box b) {
		return "[" + Decimals.of(b.x1()) + "," + Decimals.of(b.y1()) + ","
			+ Decimals.length(b.x1(), b.x2()) + "," + Decimals.length(b.y1(), b.y2()) + "]";
	}

	private static String segmentation(Shape shape, AnnotatedImage image) {
		if (shape instanceof Shape.Rectangle) return "[]";
		if (shape instanceof Shape.Polygon polygon && !polygon.hasHoles()) return rings(polygon);
		if (image.width() == 0)
			throw new TriptychException("The size of the image \"" + image.name()
				+ "\" is not known, without which COCO holds neither masks nor outlines with holes; put"
				+ " the image beside its annotations.");
		String runs = Rle.compressed(shape.pixels(image.width(), image.height()), image.height(),
			image.width());
		return "{\"size\":[" + image.height() + "," + image.width() + "],\"counts\":"
			+ JsonValues.quoted(runs) + "}";
	}

	private static String rings(Shape.Polygon polygon) {
		StringBuilder json = new StringBuilder("[");
		for (Ring ring : polygon.rings()) {
			if (json.length() > 1) json.append(',');
			char before = '[';
			for (double v : ring.xy()) {
				json.append(before).append(Decimals.of(v));
				before = ',';
			}
			json.append(']');
		}
		return json.append(']').toString();
	}
}
