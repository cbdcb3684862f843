package triptych.annotation.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import triptych.annotation.Annotation;
import triptych.annotation.JsonValues;
import triptych.annotation.Losses;
import triptych.annotation.Ring;
import triptych.annotation.Shape;
import triptych.core.Box;
import triptych.core.Mask;
import triptych.core.TriptychException;
import triptych.core.pixels.RunMask;

/**
 * The shapes of one LabelMe file. Polygons of one label and group are the parts of one object;
 * points and lines, and what is to be ignored, are no objects.
 */
final class LabelMeShapes {

	private static final Losses.Kind NO_AREA = new Losses.Kind(
		"point or line of LabelMe was left out", "points or lines of LabelMe were left out");
	private static final Losses.Kind IGNORED = new Losses.Kind(
		"region that LabelMe is to ignore was left out",
		"regions that LabelMe is to ignore were left out");
	/** A circle is a centre and a point of its edge; drawn with so many corners. */
	private static final int CORNERS = 72;

	private final Path file;
	private final Map<String, Annotation> annotations = new LinkedHashMap<>();
	private final Losses left = new Losses();
	private int shapes;

	/** One shape as it stands in the file. */
	private static final class Entry {

		private String label = "", kind = "polygon", group = "", mask = "";
		private double[] points = {};
		private final Map<String, String> properties = new LinkedHashMap<>();
	}

	LabelMeShapes(Path file) {
		this.file = file;
	}

	void read(JsonReader json) throws IOException {
		json.beginArray();
		while (json.hasNext()) {
			shapes++;
			add(entry(json));
		}
		json.endArray();
	}

	List<Annotation> annotations() {
		return List.copyOf(annotations.values());
	}

	List<String> notes() {
		return left.phrases().stream().map(p -> "In \"" + file + "\", " + p).toList();
	}

	/** Where reading is, in words. */
	String where() {
		return "in shape " + shapes;
	}

	private static Entry entry(JsonReader json) throws IOException {
		Entry entry = new Entry();
		json.beginObject();
		while (json.hasNext()) {
			String key = json.nextName();
			if (json.peek() == JsonToken.NULL) json.nextNull();
			else switch (key) {
				case "label" -> entry.label = json.nextString();
				case "shape_type" -> entry.kind = json.nextString();
				case "group_id" -> entry.group = json.nextString();
				case "mask" -> entry.mask = json.nextString();
				case "points" -> entry.points = points(json);
				default -> entry.properties.put(key, JsonValues.text(json));
			}
		}
		json.endObject();
		entry.properties.values().removeIf(text -> text.isEmpty() || text.equals("{}"));
		if (!entry.group.isEmpty()) entry.properties.put("group_id", entry.group);
		return entry;
	}

	private static double[] points(JsonReader json) throws IOException {
		List<double[]> pairs = new ArrayList<>();
		json.beginArray();
		while (json.hasNext())
			pairs.add(JsonValues.numbers(json));
		json.endArray();
		return pairs.stream().flatMapToDouble(p -> Arrays.stream(p, 0, 2)).toArray();
	}

	private void add(Entry e) throws IOException {
		boolean noArea = e.kind.matches("point|points|line|linestrip");
		if (e.label.startsWith("__")) left.add(IGNORED);
		else if (noArea) left.add(NO_AREA);
		else {
			Annotation annotation = new Annotation(e.label, Double.NaN, false, shape(e), e.properties);
			boolean part = e.kind.equals("polygon") && !e.group.isEmpty();
			String object = part ? e.label + "\n" + e.group : "\n" + shapes;
			annotations.merge(object, annotation, LabelMeShapes::joined);
		}
	}

	private static Annotation joined(Annotation some, Annotation more) {
		List<Ring> rings = new ArrayList<>(((Shape.Polygon) some.shape()).rings());
		rings.addAll(((Shape.Polygon) more.shape()).rings());
		return some.withShape(new Shape.Polygon(rings));
	}

	private Shape shape(Entry e) throws IOException {
		double[] p = e.points;
		boolean two = e.kind.matches("rectangle|circle|mask");
		if (p.length < (two ? 4 : 6)) throw wrong("a " + e.kind + " of " + p.length / 2 + " points");
		return switch (e.kind) {
			case "polygon" -> new Shape.Polygon(List.of(new Ring(p)));
			case "rectangle" -> new Shape.Rectangle(box(p));
			case "circle" -> circle(p);
			case "mask" -> mask(e);
			default -> throw wrong("a shape of the kind \"" + e.kind + "\", which is not known");
		};
	}

	/** Between any two corners, or all four. */
	private static Box box(double[] p) {
		Box box = new Shape.Polygon(List.of(new Ring(p))).box();
		return new Box(box.x1(), box.y1(), box.x2(), box.y2());
	}

	private static Shape circle(double[] p) {
		double radius = Math.hypot(p[2] - p[0], p[3] - p[1]);
		double[] xy = new double[2 * CORNERS];
		for (int i = 0; i < CORNERS; i++) {
			double angle = 2 * Math.PI * i / CORNERS;
			xy[2 * i] = p[0] + radius * Math.cos(angle);
			xy[2 * i + 1] = p[1] + radius * Math.sin(angle);
		}
		return new Shape.Polygon(List.of(new Ring(xy)));
	}

	/** A PNG in letters, whose first pixel lies at the first point. */
	private Shape mask(Entry e) throws IOException {
		BufferedImage image = null;
		try {
			image = ImageIO.read(new ByteArrayInputStream(Base64.getMimeDecoder().decode(e.mask)));
		}
		catch (IllegalArgumentException | IOException damaged) {
			throw wrong("a mask that is no picture");
		}
		if (image == null) throw wrong("a mask that is no picture");
		byte[] inside = new byte[image.getWidth() * image.getHeight()];
		for (int i = 0; i < inside.length; i++) {
			int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
			if ((rgb & 0xFFFFFF) != 0) inside[i] = 1;
		}
		Mask mask = new Mask((int) e.points[0], (int) e.points[1], image.getWidth(),
			image.getHeight(), inside);
		return new Shape.Pixels(RunMask.of(mask));
	}

	private TriptychException wrong(String what) {
		return new TriptychException("In \"" + file + "\", shape " + shapes + " is " + what + ".");
	}
}
