package triptych.decode.yolo;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.OutputCheck;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.model.ModelSpec;

/**
 * The candidates of a YOLO output that pass their class's threshold, with their boxes in input
 * pixels and the row each came from.
 */
final class YoloCandidates {

	/** Candidates of which the scores of a class stay in the processor's first cache. */
	private static final int BLOCK = 2048;

	float[] boxes = new float[4 * 256];
	float[] scores = new float[256];
	int[] classes = new int[256];
	int[] origin = new int[256];
	int count;

	private final FloatBuffer data;
	private final ModelSpec model;
	private final YoloLayout layout;
	private final int attributes, candidates, extra;
	/** True where only the strongest candidate is wanted. */
	private final boolean strongest;
	/** Weaker ones need not be looked at; grows with the strongest one so far, if that is wanted. */
	private float lowest;

	/**
	 * @param extra values after the class scores that belong to something else, such as mask
	 *          coefficients
	 */
	YoloCandidates(Tensor out, ModelSpec model, int extra, Thresholds thresholds) {
		this(out, model, extra, thresholds, false);
	}

	/** The strongest candidate alone, whatever its score. */
	static YoloCandidates strongest(Tensor out, ModelSpec model, int extra, Thresholds thresholds) {
		return new YoloCandidates(out, model, extra, thresholds.ofAnyScore(), true);
	}

	private YoloCandidates(Tensor out, ModelSpec model, int extra, Thresholds thresholds,
		boolean strongest)
	{
		this.model = model;
		this.strongest = strongest;
		layout = YoloLayout.of(model.decoder());
		int[] shape = Arrays.stream(out.shape()).mapToInt(Math::toIntExact).toArray();
		if (shape.length != 3 || shape[0] != 1) throw misfit(out);
		boolean columns = layout == YoloLayout.COLUMNS;
		candidates = columns ? shape[2] : shape[1];
		attributes = columns ? shape[1] : shape[2];
		this.extra = extra;
		data = out.floats();
		int n = attributes - layout.fixed - extra;
		if (!fits(n)) throw misfit(out);
		switch (layout) {
			case END_TO_END -> readFinal(thresholds, Math.max(model.classes().size(), 1));
			case COLUMNS -> readColumns(thresholds.forClasses(n));
			case ROWS, GRID -> readRows(thresholds.forClasses(n));
		}
	}

	/** @param n values that are left for the classes */
	private boolean fits(int n) {
		if (layout == YoloLayout.END_TO_END) return n == 0;
		return n > 0 && (model.classes().isEmpty() || n == model.classes().size());
	}

	private TriptychException misfit(Tensor out) {
		return new TriptychException("The output " + out + " of the model " + model.name()
			+ " does not fit its layout " + YoloLayout.PARAMETER.choice(model.decoder()) + " with "
			+ model.classes().size() + " classes.");
	}

	/** In pixels of the image. */
	Box box(int candidate, Placement placement) {
		int at = 4 * candidate;
		return placement.toImage(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]);
	}

	ClassScore score(int candidate) {
		int c = classes[candidate];
		return ClassScore.of(c, model.className(c), scores[candidate]);
	}

	/** Value {@code 4 + 1 + classes + k} and so on of the row a candidate came from. */
	float extra(int candidate, int k) {
		int attribute = attributes - extra + k;
		if (layout == YoloLayout.COLUMNS) return data.get(attribute * candidates + origin[candidate]);
		return data.get(origin[candidate] * attributes + attribute);
	}

	/**
	 * Goes through the scores class by class, as they lie in memory, some candidates at a time: first
	 * for the best score alone, which is vectorised; the few candidates that may pass are looked at
	 * again.
	 */
	private void readColumns(float[] limits) {
		lowest = lowest(limits);
		// Blocks of one length: the last one would be worked on in full as well.
		int blocks = Math.max(1, (candidates + BLOCK - 1) / BLOCK);
		int length = (candidates + blocks - 1) / blocks;
		float[] best = new float[length], row = new float[length];
		for (int from = 0; from < candidates; from += length) {
			int n = Math.min(length, candidates - from);
			Arrays.fill(best, -1);
			for (int c = 0; c < limits.length; c++) {
				data.get((4 + c) * candidates + from, row, 0, n);
				raise(best, row);
			}
			for (int i = 0; i < n; i++)
				// NaN is not below either.
				if (!(best[i] < lowest)) readColumn(from + i, limits);
		}
	}

	private static void raise(float[] best, float[] row) {
		for (int i = 0; i < best.length; i++)
			best[i] = Math.max(best[i], row[i]);
	}

	private void readColumn(int i, float[] limits) {
		float best = -1;
		int bestClass = 0;
		for (int c = 0; c < limits.length; c++) {
			float v = data.get((4 + c) * candidates + i);
			if (v != v) throw OutputCheck.noNumber(model);
			if (v > best) {
				best = v;
				bestClass = c;
			}
		}
		if (best >= limits[bestClass]) {
			float cx = data.get(i), cy = data.get(candidates + i);
			float w = data.get(2 * candidates + i), h = data.get(3 * candidates + i);
			addCentred(i, cx, cy, w, h, best, bestClass);
		}
	}

	private static float lowest(float[] limits) {
		float lowest = 1;
		for (float l : limits)
			lowest = Math.min(lowest, l);
		return lowest;
	}

	private void readRows(float[] limits) {
		lowest = lowest(limits);
		Optional<YoloGrids> grids = layout == YoloLayout.GRID
			? Optional.of(YoloGrids.of(model, candidates)) : Optional.empty();
		FloatBuffer values = data;
		for (int i = 0, at = 4; i < candidates; i++, at += attributes)
			// NaN is not below either.
			if (!(values.get(at) < lowest)) readRow(i, limits, grids);
	}

	private void readRow(int i, float[] limits, Optional<YoloGrids> grids) {
		int at = i * attributes;
		float objectness = data.get(at + 4);
		if (objectness != objectness) throw OutputCheck.noNumber(model);
		float best = -1;
		int bestClass = 0;
		for (int c = 0; c < limits.length; c++) {
			float v = data.get(at + 5 + c);
			if (v != v) throw OutputCheck.noNumber(model);
			if (v > best) {
				best = v;
				bestClass = c;
			}
		}
		float score = best * objectness;
		if (score < limits[bestClass]) return;
		float x = data.get(at), y = data.get(at + 1), w = data.get(at + 2), h = data.get(at + 3);
		if (grids.isEmpty()) addCentred(i, x, y, w, h, score, bestClass);
		else {
			YoloGrids g = grids.get();
			addCentred(i, g.x(i, x), g.y(i, y), g.length(i, w), g.length(i, h), score, bestClass);
		}
	}

	private void readFinal(Thresholds thresholds, int knownClasses) {
		float[] limits = thresholds.forClasses(knownClasses);
		for (int i = 0, at = 0; i < candidates; i++, at += attributes) {
			float score = data.get(at + 4);
			if (score != score) throw OutputCheck.noNumber(model);
			int c = Math.round(data.get(at + 5));
			float limit = c >= 0 && c < limits.length ? limits[c] : (float) thresholds.of(c);
			// Rows that are left over have no score, and any class.
			if (score <= 0 || score < limit) continue;
			add(i, data.get(at), data.get(at + 1), data.get(at + 2), data.get(at + 3), score,
				OutputCheck.classId(data.get(at + 5), model));
		}
	}

	private void addCentred(int i, float cx, float cy, float w, float h, float score, int c) {
		add(i, cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2, score, c);
	}

	private void add(int row, float x1, float y1, float x2, float y2, float score, int c) {
		OutputCheck.score(score, model);
		if (Float.isNaN(x2 - x1 + y2 - y1)) throw OutputCheck.noNumber(model);
		if (!(x2 > x1 && y2 > y1)) return;
		score = Math.min(1, score);
		if (strongest && count == 1) {
			if (score <= scores[0]) return;
			count = 0;
		}
		if (strongest) lowest = score;
		if (count == scores.length) {
			boxes = Arrays.copyOf(boxes, 8 * count);
			scores = Arrays.copyOf(scores, 2 * count);
			classes = Arrays.copyOf(classes, 2 * count);
			origin = Arrays.copyOf(origin, 2 * count);
		}
		boxes[4 * count] = x1;
		boxes[4 * count + 1] = y1;
		boxes[4 * count + 2] = x2;
		boxes[4 * count + 3] = y2;
		scores[count] = score;
		classes[count] = c;
		origin[count++] = row;
	}

	/**
	 * Of {@link #strongest} candidates.
	 *
	 * @param lost why it was not found although it passes its limit
	 */
	Optional<NearMiss> closest(Thresholds thresholds, String lost) {
		if (count == 0) return Optional.empty();
		float score = scores[0];
		String name = model.className(classes[0]);
		String what = "The strongest candidate";
		if (model.classes().size() > 1) what += " (" + name + ")";
		double limit = thresholds.of(classes[0]);
		if (score < (float) limit) {
			String written = thresholds.written(classes[0], name);
			return Optional.of(NearMiss.below(0, what, score, written, limit));
		}
		String why = String.format(Locale.ROOT, "%s scored %.2f, but %s", what, score, lost);
		return Optional.of(new NearMiss(1, score, why));
	}

	/** Candidates that survive, strongest first. End-to-end models have suppressed already. */
	int[] kept(Thresholds thresholds) {
		boolean done = layout == YoloLayout.END_TO_END;
		Suppression suppression = done ? Suppression.NONE : thresholds.suppression();
		return suppression.keep(boxes, scores, classes, count, thresholds.overlap());
	}
}
