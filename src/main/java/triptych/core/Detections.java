package triptych.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import triptych.core.Region.RotatedBox;

/**
 * "Where": the objects found on a plane, strongest first. The id of an object is its position in
 * the list plus 1.
 */
public record Detections(List<Detection> items) implements Prediction {

	@Override
	public boolean isEmpty() {
		return items.isEmpty();
	}

	@Override
	public Task task() {
		return Task.DETECTION;
	}

	/** Of each object its place from 1, by which it goes where nothing else is said. */
	public int[] ids() {
		return IntStream.rangeClosed(1, items.size()).toArray();
	}

	/**
	 * Paints the objects into a label map, the weakest first, so that the strongest wins where they
	 * overlap. A box covers the pixels whose centres lie inside it. Objects that end up without a
	 * pixel keep their id and segment.
	 */
	public LabelMap toLabelMap(int width, int height) {
		int[] ids = new int[Math.multiplyExact(width, height)];
		List<Segment> segments = new ArrayList<>(items.size());
		for (int i = items.size() - 1; i >= 0; i--)
			paint(items.get(i).region(), i + 1, ids, width, height);
		for (int i = 0; i < items.size(); i++)
			segments.add(new Segment(i + 1, items.get(i).best(), true));
		return new LabelMap(width, height, ids, segments);
	}

	private static void paint(Region region, int id, int[] ids, int width, int height) {
		if (region instanceof Mask m) {
			byte[] inside = m.inside();
			int from = Math.max(0, -m.x()), to = Math.min(m.width(), width - m.x());
			for (int j = Math.max(0, -m.y()); j < m.height() && m.y() + j < height; j++)
				for (int i = from, mask = j * m.width(), map = (m.y() + j) * width + m.x(); i < to; i++)
					if (inside[mask + i] != 0) ids[map + i] = id;
			return;
		}
		Box b = Box.around(region).clipped(width, height);
		RotatedBox turned = region instanceof RotatedBox r ? r : null;
		int x1 = (int) Math.ceil(b.x1() - 0.5), x2 = (int) Math.ceil(b.x2() - 0.5);
		int y1 = (int) Math.ceil(b.y1() - 0.5), y2 = (int) Math.ceil(b.y2() - 0.5);
		for (int y = y1; turned != null && y < y2; y++)
			for (int x = x1; x < x2; x++)
				if (turned.holds(x + 0.5, y + 0.5)) ids[y * width + x] = id;
		for (int y = y1; turned == null && y < y2; y++)
			Arrays.fill(ids, y * width + x1, y * width + Math.max(x1, x2), id);
	}
}
