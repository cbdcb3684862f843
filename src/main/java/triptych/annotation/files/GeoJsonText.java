package triptych.annotation.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.Decimals;
import triptych.annotation.JsonValues;
import triptych.annotation.Losses;
import triptych.annotation.MaskOutline;
import triptych.annotation.NestedRings;
import triptych.annotation.Ring;
import triptych.annotation.Shape;
import triptych.core.Box;

/** The GeoJSON of an image's annotations. */
final class GeoJsonText {

	private static final Losses.Kind CLASS = new Losses.Kind("class of a whole image was left out",
		"classes of whole images were left out");
	private static final Losses.Kind MASK = new Losses.Kind("mask became its outline",
		"masks became their outlines");
	private static final String FEATURE = "feature/";

	private final Losses losses;

	GeoJsonText(Losses losses) {
		this.losses = losses;
	}

	String of(AnnotatedImage image) {
		StringJoiner features = new StringJoiner(",\n",
			"{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}\n");
		for (Annotation annotation : image.annotations())
			if (annotation.shape() instanceof Shape.WholeImage) losses.add(CLASS);
			else features.add(feature(annotation));
		return features.toString();
	}

	private String feature(Annotation annotation) {
		Map<String, String> own = new LinkedHashMap<>(), said = new LinkedHashMap<>();
		said.put("objectType", "annotation");
		annotation.properties().forEach((key, value) -> {
			if (key.startsWith(FEATURE)) own.put(key.substring(FEATURE.length()), value);
			else said.put(key, value);
		});
		String colour = said.remove(GeoJsonFeature.COLOUR);
		StringJoiner json = new StringJoiner(",", "{", "}").add("\"type\":\"Feature\"");
		own.forEach((key, value) -> json.add(member(key, value)));
		json.add("\"geometry\":" + geometry(annotation.shape()));
		StringJoiner properties = new StringJoiner(",", "{", "}");
		said.forEach((key, value) -> properties.add(member(key, value)));
		if (!annotation.className().equals(GeoJsonFeature.UNKNOWN))
			properties.add("\"classification\":" + classification(annotation.className(), colour));
		if (!Double.isNaN(annotation.score()))
			properties.add("\"score\":" + Decimals.of(annotation.score()));
		if (annotation.crowd()) properties.add("\"iscrowd\":1");
		return json.add("\"properties\":" + properties).toString();
	}

	private static String member(String key, String value) {
		return JsonValues.quoted(key) + ":" + JsonValues.json(value);
	}

	private static String classification(String name, String colour) {
		String with = colour == null ? "" : ",\"color\":" + colour;
		return "{\"name\":" + JsonValues.quoted(name) + with + "}";
	}

	private String geometry(Shape shape) {
		if (shape instanceof Shape.Rectangle r) return polygons(List.of(List.of(corners(r.box()))));
		if (shape instanceof Shape.Polygon p) return polygons(NestedRings.parts(p.rings()));
		losses.add(MASK);
		return polygons(NestedRings.parts(MaskOutline.of(((Shape.Pixels) shape).mask())));
	}

	private static Ring corners(Box b) {
		return new Ring(b.x1(), b.y1(), b.x2(), b.y1(), b.x2(), b.y2(), b.x1(), b.y2());
	}

	private static String polygons(List<List<Ring>> parts) {
		String all = parts.stream()
			.map(rings -> rings.stream()
				.map(GeoJsonText::ring)
				.collect(Collectors.joining(",", "[", "]")))
			.collect(Collectors.joining(","));
		if (parts.size() == 1) return "{\"type\":\"Polygon\",\"coordinates\":" + all + "}";
		return "{\"type\":\"MultiPolygon\",\"coordinates\":[" + all + "]}";
	}

	/** Closed by its first point. */
	private static String ring(Ring ring) {
		StringBuilder json = new StringBuilder("[");
		double[] xy = ring.xy();
		for (int i = 0; i <= xy.length; i += 2)
			json.append(i == 0 ? "[" : ",[")
				.append(Decimals.of(xy[i % xy.length]))
				.append(',')
				.append(Decimals.of(xy[i % xy.length + 1]))
				.append(']');
		return json.append(']').toString();
	}
}
