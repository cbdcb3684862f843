package triptych.ij.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import triptych.core.ClassScore;
import triptych.core.Segment;

/**
 * Class and score of the ids of a label image. Pixels hold ids only, so the rest is kept in two
 * properties of the image, which ImageJ writes into a TIFF and copies with the image: a line a
 * class ({@code index name}), and a line a plane with {@code id class-index score} for each
 * segment, the score {@code -} where there is none.
 */
public final class LabelClasses {

	private static final String CLASSES = "triptych-classes", SEGMENTS = "triptych-objects";

	private final Map<Integer, String> names = new LinkedHashMap<>();
	private final Map<String, Integer> indices = new HashMap<>();
	private final List<String> planes = new ArrayList<>();

	public void add(List<Segment> segments) {
		StringBuilder entries = new StringBuilder();
		for (Segment s : segments) {
			ClassScore best = s.best();
			boolean scored = s.thing() && !Double.isNaN(best.score());
			if (entries.length() > 0) entries.append(';');
			entries.append(s.id()).append(' ').append(index(best)).append(' ');
			if (scored) entries.append(Math.round(best.score() * 1e4) / 1e4);
			else entries.append('-');
		}
		planes.add(entries.toString());
	}

	/**
	 * ROIs of two models, or drawn ones among those of a model, may have the same index and not the
	 * same class.
	 */
	private int index(ClassScore best) {
		String name = best.className().replace('\n', ' ');
		Integer known = indices.get(name);
		if (known != null) return known;
		int index = best.classId();
		while (!names.getOrDefault(index, name).equals(name)) index++;
		names.put(index, name);
		indices.put(name, index);
		return index;
	}

	public void putInto(ImagePlus image) {
		List<String> classes = new ArrayList<>();
		names.forEach((id, name) -> classes.add(id + " " + name));
		image.setProp(CLASSES, String.join("\n", classes));
		image.setProp(SEGMENTS, String.join("\n", planes));
	}

	/** True for an image that Triptych has filled with ids, while its planes are still all there. */
	static boolean isIn(ImagePlus image) {
		String segments = image.getProp(SEGMENTS);
		return segments != null && segments.split("\n", -1).length == image.getStackSize();
	}

	/**
	 * What the image says about the ids of one plane; nothing where it says nothing, or something
	 * else was made of it.
	 */
	static Map<Integer, ClassScore> of(ImagePlus image, int plane) {
		Map<Integer, ClassScore> known = new HashMap<>();
		String classes = image.getProp(CLASSES), segments = image.getProp(SEGMENTS);
		if (classes == null || segments == null) return known;
		String[] lines = segments.split("\n", -1);
		if (lines.length != image.getStackSize() || lines[plane - 1].isEmpty()) return known;
		Map<Integer, String> names = new HashMap<>();
		try {
			for (String line : classes.split("\n"))
				putName(line, names);
			for (String entry : lines[plane - 1].split(";")) {
				String[] parts = entry.split(" ");
				int classId = Integer.parseInt(parts[1]);
				String name = names.getOrDefault(classId, "class " + classId);
				double score = parts[2].equals("-") ? Double.NaN : Double.parseDouble(parts[2]);
				known.put(Integer.valueOf(parts[0]), new ClassScore(classId, name, score));
			}
			return known;
		}
		catch (NumberFormatException | IndexOutOfBoundsException e) {
			// The ids are still right; a note that somebody has changed is no reason to fail.
			return Map.of();
		}
	}

	/** Takes apart {@code index name}. */
	private static void putName(String line, Map<Integer, String> names) {
		int blank = line.indexOf(' ');
		names.put(Integer.valueOf(line.substring(0, blank)), line.substring(blank + 1));
	}
}
