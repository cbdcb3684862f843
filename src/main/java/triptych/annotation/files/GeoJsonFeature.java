package triptych.annotation.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import triptych.annotation.Annotation;
import triptych.annotation.JsonValues;
import triptych.annotation.Ring;
import triptych.annotation.Shape;
import triptych.core.Box;

/** One feature of GeoJSON: its outlines, and what QuPath says of it. */
final class GeoJsonFeature {

	/** What an object is whose class nobody says. */
	static final String UNKNOWN = "object";
	static final String COLOUR = "classification/color";

	private final Map<String, String> properties = new LinkedHashMap<>();
	private final List<Ring> rings = new ArrayList<>();
	private String className = UNKNOWN, geometry = "";

	static GeoJsonFeature read(JsonReader json) throws IOException {
		GeoJsonFeature feature = new GeoJsonFeature();
		json.beginObject();
		while (json.hasNext())
			feature.value(json.nextName(), json);
		json.endObject();
		return feature;
	}

	void value(String key, JsonReader json) throws IOException {
		if (json.peek() == JsonToken.NULL) json.nextNull();
		else switch (key) {
			case "type" -> json.nextString();
			case "geometry" -> geometry(JsonParser.parseReader(json).getAsJsonObject());
			case "properties" -> properties(json);
			default -> properties.put("feature/" + key, JsonValues.text(json));
		}
	}

	private void properties(JsonReader json) throws IOException {
		json.beginObject();
		while (json.hasNext()) {
			String key = json.nextName();
			if (json.peek() == JsonToken.NULL) json.nextNull();
			else if (key.equals("classification")) classification(JsonParser.parseReader(json));
			else properties.put(key, JsonValues.text(json));
		}
		json.endObject();
	}

	/** A name, or the names of a class and of what is derived from it. */
	private void classification(JsonElement said) {
		if (!said.isJsonObject()) {
			className = said.getAsString();
			return;
		}
		JsonObject its = said.getAsJsonObject();
		if (its.has("name")) className = its.get("name").getAsString();
		else if (its.has("names")) {
			List<String> names = new ArrayList<>();
			its.getAsJsonArray("names").forEach(n -> names.add(n.getAsString()));
			className = String.join(": ", names);
		}
		JsonElement colour = its.has("color") ? its.get("color") : its.get("colorRGB");
		if (colour != null && colour.isJsonArray()) properties.put(COLOUR, colour.toString());
	}

	private void geometry(JsonObject its) {
		geometry = its.get("type").getAsString();
		JsonArray coordinates = its.getAsJsonArray("coordinates");
		if (geometry.equals("Polygon")) polygon(coordinates);
		if (geometry.equals("MultiPolygon"))
			coordinates.forEach(part -> polygon(part.getAsJsonArray()));
	}

	/** The first ring is the outline, the others are holes in it. */
	private void polygon(JsonArray outlines) {
		for (int i = 0; i < outlines.size(); i++) {
			JsonArray points = outlines.get(i).getAsJsonArray();
			double[] xy = new double[2 * points.size()];
			for (int k = 0; k < points.size(); k++) {
				JsonArray point = points.get(k).getAsJsonArray();
				xy[2 * k] = point.get(0).getAsDouble();
				xy[2 * k + 1] = point.get(1).getAsDouble();
			}
			int n = xy.length;
			// The last point is the first one again.
			if (n >= 4 && xy[0] == xy[n - 2] && xy[1] == xy[n - 1]) n -= 2;
			rings.add(new Ring(Arrays.copyOf(xy, n), i > 0));
		}
	}

	/** True for outlines; points and lines have no area. */
	boolean hasArea() {
		return geometry.endsWith("Polygon");
	}

	/** @throws IllegalArgumentException with the end of a sentence on what is wrong with it */
	Annotation annotation() {
		if (rings.isEmpty()) throw new IllegalArgumentException("has no outline");
		for (Ring ring : rings)
			if (ring.corners() < 3) throw new IllegalArgumentException(
				"has a polygon of " + ring.corners() + " points; an outline needs 3");
		boolean crowd = "1".equals(properties.remove("iscrowd"));
		return new Annotation(className, score(), crowd, shape(), properties);
	}

	/** What Triptych has written; of others it stays a property where it is no number. */
	private double score() {
		try {
			double score = Double.parseDouble(properties.getOrDefault("score", "NaN"));
			properties.remove("score");
			return score;
		}
		catch (NumberFormatException e) {
			return Double.NaN;
		}
	}

	private Shape shape() {
		double[] p = rings.get(0).xy();
		boolean one = rings.size() == 1 && p.length == 8;
		// As QuPath writes rectangles: from the upper left corner to the right and round.
		boolean upright = one && p[0] == p[6] && p[1] == p[3] && p[2] == p[4] && p[5] == p[7]
			&& p[0] < p[2] && p[1] < p[5];
		if (upright) return new Shape.Rectangle(new Box(p[0], p[1], p[2], p[5]));
		return new Shape.Polygon(rings);
	}
}
