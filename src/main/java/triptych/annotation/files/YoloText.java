package triptych.annotation.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import triptych.annotation.Annotation;
import triptych.annotation.Ring;
import triptych.annotation.Shape;
import triptych.core.Box;
import triptych.core.TriptychException;

/** The lines of one YOLO file. */
final class YoloText {

	private static final String LINE = "\\d+(\\s+[-+.\\deE]+){4,}\\s*";

	/** In pixels, what computing with doubles may leave. */
	private static final double ROUNDING = 1e-9;

	private YoloText() {}

	/** True where the first line is a label; an empty file says nothing. */
	static boolean isLabels(Path file) {
		return Folders.text(file).lines().limit(1).anyMatch(line -> line.strip().matches(LINE));
	}

	/** The largest class number, -1 where there is none. */
	static int largestClass(Path file) {
		return Folders.text(file)
			.lines()
			.map(line -> line.strip().split("\\s+")[0])
			.filter(word -> word.matches("\\d{1,6}"))
			.mapToInt(Integer::parseInt)
			.max()
			.orElse(-1);
	}

	/**
	 * @param width and {@code height}: of the image
	 * @param names gives the name of a class by its number, null where there is none
	 * @throws TriptychException naming file and line where something is wrong with it
	 */
	static List<Annotation> read(Path file, int width, int height, IntFunction<String> names) {
		List<Annotation> annotations = new ArrayList<>();
		int number = 0;
		for (String line : Folders.text(file).split("\r?\n|\r")) {
			number++;
			if (line.isBlank()) continue;
			String where = "In \"" + file + "\", line " + number;
			double[] values = numbers(line.strip().split("\\s+"), where);
			String name = values[0] == Math.rint(values[0]) ? names.apply((int) values[0]) : null;
			if (name == null)
				throw new TriptychException(where + " names the class " + line.strip().split("\\s+")[0]
					+ ", which the data set's list of classes does not have.");
			annotations.add(annotation(values, name, width, height, where));
		}
		return annotations;
	}

	private static double[] numbers(String[] words, String where) {
		double[] values = new double[words.length];
		try {
			for (int i = 0; i < words.length; i++)
				values[i] = Double.parseDouble(words[i]);
		}
		catch (NumberFormatException e) {
			throw new TriptychException(where + " is no YOLO label: a class number and parts of the"
				+ " image's width and height, but \"" + String.join(" ", words).substring(0,
					Math.min(60, String.join(" ", words).length()))
				+ "\".", e);
		}
		return values;
	}

	private static Annotation annotation(double[] v, String name, int width, int height,
		String where)
	{
		int n = v.length - 1;
		if (n < 4) throw new TriptychException(where + " has " + n + " numbers behind the class; a box"
			+ " has four, and an outline three pairs or more.");
		boolean scored = n == 5 || n > 6 && n % 2 == 1;
		double score = scored ? v[v.length - 1] : Double.NaN;
		Shape shape = n < 6 ? box(v, width, height) : outline(v, n / 2, width, height);
		return new Annotation(name, score, false, shape, Map.of());
	}

	private static Shape box(double[] v, int width, int height) {
		return new Shape.Rectangle(new Box(start(v[1], v[3], width), start(v[2], v[4], height),
			end(v[1], v[3], width), end(v[2], v[4], height)));
	}

	static double start(double centre, double extent, int size) {
		return whole((centre - extent / 2) * size);
	}

	static double end(double centre, double extent, int size) {
		return whole((centre + extent / 2) * size);
	}

	/** No number of digits gives some whole pixels exactly, and ImageJ cuts 4.999... off to 4. */
	private static double whole(double pixels) {
		double nearest = Math.rint(pixels);
		return Math.abs(pixels - nearest) < ROUNDING ? nearest : pixels;
	}

	private static Shape outline(double[] v, int corners, int width, int height) {
		double[] xy = new double[2 * corners];
		for (int i = 0; i < corners; i++) {
			xy[2 * i] = v[2 * i + 1] * width;
			xy[2 * i + 1] = v[2 * i + 2] * height;
		}
		return new Shape.Polygon(List.of(new Ring(xy)));
	}
}
