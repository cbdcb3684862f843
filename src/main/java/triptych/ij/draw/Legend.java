package triptych.ij.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import triptych.ij.convert.Position;

/**
 * Names of classes with their colours and amounts, as lines of text in that corner of the image
 * which covers the fewest objects. The lines are ours, as the outlines are, but texts, which no
 * command takes for objects.
 */
public final class Legend {

	private static final Color GROUND = new Color(0, 0, 0, 200);
	/** Where objects of a class have a colour each. */
	private static final Color MANY = Color.WHITE;
	private static final int MOST_LINES = 20, LONGEST_NAME = 24, SMALLEST_FONT = 6;

	private final ImagePlus image;
	private final Map<String, Color> colours;
	private final ByteProcessor ruler = new ByteProcessor(1, 1);

	private Legend(ImagePlus image, Map<String, Color> colours) {
		this.image = image;
		this.colours = colours;
	}

	/**
	 * @param positions planes that get a legend, all in the same corner
	 * @param objects ROIs of ours on these planes
	 * @param amount how much there is of a class on a plane
	 */
	public static List<Roi> of(ImagePlus image, List<Position> positions, List<Roi> objects,
		BiFunction<Position, String, String> amount)
	{
		Map<String, Color> colours = colours(objects);
		if (colours.isEmpty()) return List.of();
		return new Legend(image, colours).lines(positions, objects, amount);
	}

	/**
	 * Classes in the order of their model; where there are several models two may have the same
	 * index.
	 */
	private static Map<String, Color> colours(List<Roi> objects) {
		Map<String, Integer> indices = new LinkedHashMap<>();
		Map<String, Color> byName = new LinkedHashMap<>(), ordered = new LinkedHashMap<>();
		for (Roi roi : objects) {
			indices.putIfAbsent(roi.getProperty("class"), Integer.parseInt(roi.getProperty("classId")));
			byName.merge(roi.getProperty("class"), roi.getStrokeColor(),
				(a, b) -> a.equals(b) ? a : MANY);
		}
		indices.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue())
			.forEach(e -> ordered.put(e.getKey(), byName.get(e.getKey())));
		return ordered;
	}

	private List<Roi> lines(List<Position> positions, List<Roi> objects,
		BiFunction<Position, String, String> amount)
	{
		Map<Position, List<String>> texts = new LinkedHashMap<>();
		for (Position p : positions)
			texts.put(p, texts(name -> amount.apply(p, name)));
		Font font = font(texts.values().iterator().next().size(), texts.values());
		ruler.setFont(font);
		int line = Math.round(1.4f * font.getSize()), width = width(texts.values()) + font.getSize();
		int height = line * texts.values().iterator().next().size();
		Rectangle box = emptiest(width, height, font.getSize() / 2, objects);
		List<Roi> lines = new ArrayList<>();
		texts.forEach((position, names) -> {
			for (int i = 0; i < names.size(); i++)
				lines.add(line(padded(names.get(i), width), box.x, box.y + i * line, width, line, font,
					colour(i), position));
		});
		return lines;
	}

	private Color colour(int line) {
		if (line >= Math.min(MOST_LINES, colours.size())) return MANY;
		return List.copyOf(colours.values()).get(line);
	}

	private List<String> texts(UnaryOperator<String> amount) {
		List<String> texts = new ArrayList<>();
		for (String name : colours.keySet()) {
			if (texts.size() == MOST_LINES) {
				texts.add("and " + (colours.size() - MOST_LINES) + " more");
				break;
			}
			texts.add(shortened(name) + "  " + amount.apply(name));
		}
		return texts;
	}

	private static String shortened(String name) {
		return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 3) + "..." : name;
	}

	/** As large as can be read, as small as leaves most of the image free. */
	private Font font(int lines, Iterable<List<String>> texts) {
		int size = Math.max(10, Math.min(72, Math.min(image.getWidth(), image.getHeight()) / 28));
		for (; size > SMALLEST_FONT; size--) {
			ruler.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
			boolean fits = 1.4 * size * lines < 0.5 * image.getHeight();
			if (fits && width(texts) + size < 0.5 * image.getWidth()) break;
		}
		return new Font(Font.SANS_SERIF, Font.PLAIN, size);
	}

	private int width(Iterable<List<String>> texts) {
		int width = 0;
		for (List<String> some : texts)
			for (String text : some)
				width = Math.max(width, ruler.getStringWidth(text));
		return width;
	}

	private Rectangle emptiest(int width, int height, int margin, List<Roi> objects) {
		int right = image.getWidth() - margin - width, bottom = image.getHeight() - margin - height;
		Rectangle best = null;
		long least = Long.MAX_VALUE;
		int[][] corners = { { margin, margin }, { right, margin }, { margin, bottom },
			{ right, bottom } };
		for (int[] corner : corners) {
			Rectangle box = new Rectangle(corner[0], corner[1], width, height);
			long covered = objects.stream().mapToLong(roi -> covered(roi, box)).sum();
			if (covered < least) {
				least = covered;
				best = box;
			}
		}
		return best;
	}

	private static long covered(Roi roi, Rectangle box) {
		Rectangle all = roi.getBounds(), shared = all.intersection(box);
		if (shared.isEmpty()) return 0;
		// The regions of a class are one ROI, whose bounds tell little.
		ImageProcessor mask = roi.getMask();
		long n = 0;
		for (int y = shared.y; y < shared.y + shared.height; y++)
			for (int x = shared.x; x < shared.x + shared.width; x++)
				if (mask == null || mask.get(x - all.x, y - all.y) != 0) n++;
		return n;
	}

	/** ImageJ gives each line a ground as wide as its text. */
	private String padded(String text, int width) {
		int blanks = (width - ruler.getStringWidth(" " + text))
			/ Math.max(1, ruler.getStringWidth(" "));
		return " " + text + " ".repeat(Math.max(0, blanks));
	}

	private static Roi line(String text, int x, int y, int width, int height, Font font, Color colour,
		Position position)
	{
		TextRoi line = new TextRoi(x, y, width, height, text, font);
		line.setStrokeColor(colour);
		line.setFillColor(GROUND);
		return Rois.note(line, "legend", position);
	}
}
