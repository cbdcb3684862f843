package triptych.pipeline.join;

import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.PixelScores;
import triptych.core.Plane;
import triptych.core.Prediction;

/** A plane as it is and its three mirror images; each is its own inverse. */
public enum Mirror {

	NONE(false, false), ACROSS(true, false), DOWN(false, true), BOTH(true, true);

	private final boolean across, down;

	Mirror(boolean across, boolean down) {
		this.across = across;
		this.down = down;
	}

	/** The plane in this mirror; nothing is copied. */
	public Plane of(Plane plane) {
		return this == NONE ? plane : new MirroredPlane(plane, across, down);
	}

	/** What was found in the mirror image, in pixels of the plane itself. */
	public Prediction back(Prediction found, int width, int height) {
		if (this == NONE) return found;
		if (found instanceof Detections d)
			return new Detections(d.items()
				.stream()
				.map(i -> new Detection(i.region().mirrored(across, down, width, height), i.best()))
				.toList());
		return found instanceof LabelMap map ? back(map) : found;
	}

	private LabelMap back(LabelMap map) {
		int[] ids = new int[map.ids().length];
		for (int i = 0; i < ids.length; i++)
			ids[i] = map.ids()[at(i, map.width(), map.height())];
		return new LabelMap(map.width(), map.height(), ids, map.segments(),
			map.scores().map(s -> back(s, map.width(), map.height())));
	}

	private PixelScores back(PixelScores scores, int width, int height) {
		float[][] maps = new float[scores.maps().length][];
		for (int k = 0; k < maps.length; k++)
			maps[k] = back(scores.maps()[k], width, height);
		return new PixelScores(scores.names(), maps, back(scores.uncertainty(), width, height));
	}

	private float[] back(float[] map, int width, int height) {
		float[] back = new float[map.length];
		for (int i = 0; i < map.length; i++)
			back[i] = map[at(i, width, height)];
		return back;
	}

	private int at(int i, int width, int height) {
		int x = i % width, y = i / width;
		return (down ? height - 1 - y : y) * width + (across ? width - 1 - x : x);
	}
}
