package triptych.pipeline.tiles;

import java.util.ArrayList;
import java.util.List;

import triptych.core.Box;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Prediction;
import triptych.core.Region;
import triptych.decode.Suppression;
import triptych.pipeline.tiles.Tile.Span;
import triptych.pipeline.tiles.Views.View;

/**
 * Boxes or masks: what several tiles show of one object becomes one detection (see {@link Views}),
 * then overlapping objects are suppressed as they would have been on the whole plane.
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
			Region moved = d.region().moved(tile.x().from(), tile.y().from());
			boolean cut = cut(Box.around(moved), tile);
			views.add(new View(new Detection(moved, d.best()), tiles.size(), cut));
		}
		tiles.add(tile);
		found.add(views);
	}

	/** True where a box reaches an edge of its tile that is not the plane's. */
	private boolean cut(Box b, Tile tile) {
		return cut(b.x1(), b.x2(), tile.x(), width) || cut(b.y1(), b.y2(), tile.y(), height);
	}

	/** A model places an edge within about a hundredth of the tile. */
	private static boolean cut(double from, double to, Span span, int planeLength) {
		double near = 2 + span.length() / 100.0;
		return span.from() > 0 && from < span.from() + near
			|| span.to() < planeLength && to > span.to() - near;
	}

	@Override
	public Detections merged() {
		boolean anyClass = suppression == Suppression.AGNOSTIC;
		List<Detection> objects = new Views(tiles, found, anyClass, overlap).objects();
		int n = objects.size();
		float[] boxes = new float[4 * n], scores = new float[n];
		int[] classes = new int[n];
		for (int i = 0; i < n; i++) {
			Box b = Box.around(objects.get(i).region());
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
