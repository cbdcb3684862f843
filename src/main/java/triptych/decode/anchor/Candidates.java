package triptych.decode.anchor;

import java.util.Arrays;
import java.util.Optional;

import triptych.core.Detections;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.decode.BoxList;
import triptych.decode.OutputCheck;
import triptych.decode.Thresholds;
import triptych.model.ModelSpec;

/** What passed its class's limit, in pixels of the input, before weaker ones are dropped. */
final class Candidates {

	private final ModelSpec model;
	private final Thresholds limits;
	private final float[] limit;
	private float[] boxes = new float[4 * 256];
	private float[] scores = new float[256];
	private int[] classes = new int[256];
	private int count;

	/** @param classes how many classes there are scores for */
	Candidates(ModelSpec model, Thresholds limits, int classes) {
		this.model = model;
		this.limits = limits;
		limit = limits.forClasses(classes);
	}

	/** Scores of one anchor or cell. */
	@FunctionalInterface
	interface Scores {

		float of(int classId);
	}

	/**
	 * The best class where it passes its limit, else -1.
	 *
	 * @throws triptych.core.TriptychException where a score is none
	 */
	int best(Scores scores) {
		int best = 0;
		float most = scores.of(0);
		for (int c = 1; c < limit.length; c++) {
			float v = scores.of(c);
			// NaN is not less either, and stays.
			if (v <= most || most != most) continue;
			most = v;
			best = c;
		}
		OutputCheck.score(most, model);
		return most >= limit[best] ? best : -1;
	}

	/** Corners in pixels of the input; those without area are left out. */
	void add(double x1, double y1, double x2, double y2, int classId, double score) {
		if (Double.isNaN(x2 - x1 + y2 - y1)) throw OutputCheck.noNumber(model);
		if (!(x2 > x1 && y2 > y1)) return;
		if (count == scores.length) {
			boxes = Arrays.copyOf(boxes, 8 * count);
			scores = Arrays.copyOf(scores, 2 * count);
			classes = Arrays.copyOf(classes, 2 * count);
		}
		boxes[4 * count] = (float) x1;
		boxes[4 * count + 1] = (float) y1;
		boxes[4 * count + 2] = (float) x2;
		boxes[4 * count + 3] = (float) y2;
		scores[count] = (float) Math.min(1, score);
		classes[count++] = classId;
	}

	Detections kept(Placement placement) {
		BoxList list = new BoxList(model, placement);
		for (int i : limits.suppression().keep(boxes, scores, classes, count, limits.overlap()))
			add(list, i);
		return new Detections(list.strongest(count));
	}

	Optional<NearMiss> closest(Placement placement, Thresholds asked) {
		BoxList list = new BoxList(model, placement);
		for (int i = 0; i < count; i++)
			add(list, i);
		return list.closest(asked);
	}

	private void add(BoxList list, int i) {
		list.add(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3], classes[i],
			scores[i]);
	}
}
