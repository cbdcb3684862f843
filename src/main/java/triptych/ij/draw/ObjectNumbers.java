package triptych.ij.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import ij.gui.Roi;
import ij.gui.TextRoi;
import triptych.ij.convert.Position;

/**
 * The ids of the objects of one plane, written on them. None lies on another: where the middle of
 * an object is taken, its number stands above or below it, and where there is no room it is left
 * out.
 */
public final class ObjectNumbers {

	private static final Color GROUND = new Color(0, 0, 0, 140);
	private static final int SMALLEST_FONT = 7, LARGEST_FONT = 40;

	private final int width, height, cell;
	private final boolean[] taken;
	private final Font font;

	private ObjectNumbers(int width, int height, Font font) {
		this.width = width;
		this.height = height;
		this.font = font;
		// A grid finds free places in a crowd without comparing each number with all.
		cell = Math.max(1, font.getSize() / 5);
		taken = new boolean[(width / cell + 1) * (height / cell + 1)];
	}

	/**
	 * @param objects ROIs of ours on this plane
	 * @param occupied where something else stands already
	 */
	public static List<Roi> of(List<Roi> objects, int width, int height, Position position,
		Collection<Rectangle> occupied)
	{
		ObjectNumbers numbers = new ObjectNumbers(width, height,
			new Font(Font.SANS_SERIF, Font.PLAIN, size(objects)));
		occupied.forEach(numbers::take);
		List<Roi> texts = new ArrayList<>();
		for (Roi roi : objects)
			numbers.add(roi, position, texts);
		return texts;
	}

	/** Two fifths of a usual object. */
	private static int size(List<Roi> objects) {
		double[] sides = objects.stream()
			.mapToDouble(r -> Math.sqrt(r.getFloatWidth() * r.getFloatHeight()))
			.sorted()
			.toArray();
		double usual = sides.length == 0 ? 0 : sides[sides.length / 2];
		return (int) Math.max(SMALLEST_FONT, Math.min(LARGEST_FONT, 0.4 * usual));
	}

	private void add(Roi roi, Position position, List<Roi> texts) {
		TextRoi text = new TextRoi(0, 0, roi.getProperty("id"), font);
		int w = text.getBounds().width, h = text.getBounds().height;
		Rectangle object = roi.getBounds();
		int x = object.x + (object.width - w) / 2, middle = object.y + (object.height - h) / 2;
		for (int y : new int[] { middle, object.y - h, object.y + object.height }) {
			Rectangle place = new Rectangle(Math.max(0, Math.min(width - w, x)),
				Math.max(0, Math.min(height - h, y)), w, h);
			if (!isFree(place)) continue;
			take(place);
			text.setLocation(place.x, place.y);
			text.setStrokeColor(Color.WHITE);
			text.setFillColor(GROUND);
			texts.add(Rois.note(text, "id", position));
			return;
		}
	}

	private boolean isFree(Rectangle place) {
		return count(place, false) == 0;
	}

	private void take(Rectangle place) {
		count(place, true);
	}

	/** How many cells of the place are taken, before all of them are taken if so wanted. */
	private int count(Rectangle place, boolean take) {
		int columns = width / cell + 1, rows = height / cell + 1, n = 0;
		int left = Math.max(0, place.x / cell), top = Math.max(0, place.y / cell);
		int right = Math.min(columns - 1, (place.x + place.width - 1) / cell);
		int bottom = Math.min(rows - 1, (place.y + place.height - 1) / cell);
		for (int y = top; y <= bottom; y++)
			for (int x = left; x <= right; x++) {
				if (taken[y * columns + x]) n++;
				taken[y * columns + x] |= take;
			}
		return n;
	}
}
