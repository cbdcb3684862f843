package triptych.pipeline.tiles;

import java.util.ArrayList;
import java.util.List;

import triptych.core.Box;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Mask;
import triptych.core.Prediction;
import triptych.core.Region;
import triptych.decode.Suppression;

/**
 * Boxes or masks: what several tiles show of one object becomes one detection (see {@link Views}), then overlapping
 * objects are suppressed as they would have been on the whole plane.
 */
final class DetectionMerge implements TileMerge {

	private final int width, height;
	private final Suppression suppression;
	private final double overlap;
	private final List<Tile> tiles = new ArrayList<>();
	private final List<List<View>> found = new ArrayList<>();

	/** @param suppression as the decoder does it; NONE for models that have done it themselves */
	DetectionMerge(int width, int height, Suppression suppression, double overlap) {
		this.width = width;
		this.height = height;
		this.suppression = suppression;
		this.overlap = overlap;
	}

	@Override
	public void add(Tile tile, Prediction prediction) {
		List<View> views = new ArrayList<>();
		for (Detection d : prediction.as(Detections.class).items()) {
			Region moved = moved(d.region(), tile.x().from(), tile.y().from());
			views.add(new View(new Detection(moved, d.best()), tiles.size(), cut(moved.bounds(), tile)));
		}
		tiles.add(tile);
		found.add(views);
	}

	private static Region moved(Region region, int dx, int dy) {
		if (region instanceof Mask m) return new Mask(m.x() + dx, m.y() + dy, m.width(), m.height(), m.inside());
		Box b = region.bounds();
		return new Box(b.x1() + dx, b.y1() + dy, b.x2() + dx, b.y2() + dy);
	}

	/** True where a box reaches an edge of its tile that is not the plane's. A model places it within about a hundredth. */
	private boolean cut(Box b, Tile tile) {
		double nearX = 2 + tile.x().length() / 100.0, nearY = 2 + tile.y().length() / 100.0;
		return tile.x().from() > 0 && b.x1() < tile.x().from() + nearX || tile.x().to() < width && b.x2() > tile.x().to()
			- nearX || tile.y().from() > 0 && b.y1() < tile.y().from() + nearY || tile.y().to() < height && b.y2() > tile.y()
				.to() - nearY;
	}

	@Override
	public Detections merged() {
		List<Detection> objects = new Views(tiles, found, suppression == Suppression.AGNOSTIC, overlap).objects();
		int n = objects.size();
		float[] boxes = new float[4 * n], scores = new float[n];
		int[] classes = new int[n];
		for (int i = 0; i < n; i++) {
			Box b = objects.get(i).region().bounds();
			boxes[4 * i] = (float) b.x1();
			boxes[4 * i + 1] = (float) b.y1();
			boxes[4 * i + 2] = (float) b.x2();
			boxes[4 * i + 3] = (float) b.y2();
			scores[i] = (float) objects.get(i).best().score();
			classes[i] = objects.get(i).best().classId();
		}
		List<Detection> kept = new ArrayList<>(n);
		for (int i : suppression.keep(boxes, scores, classes, n, overlap))
			kept.add(objects.get(i));
		return new Detections(kept);
	}
}
