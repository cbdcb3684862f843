package triptych.teach.features;

import java.util.Arrays;

import triptych.core.Mask;
import triptych.core.Plane;

/**
 * The levels of brightness above which shares of an object are told: those that part the pixels of
 * the examples into equal shares, each example counting alike, so that dark images and images of
 * few values are told apart as finely as others.
 */
public final class Levels {

	private static final int COUNT = 10, OF_EACH = 64, MOST = 2000;

	/**
	 * Below a value that pixels have, so that another program's rounding does not move pixels from
	 * one side to the other; values of 16 bits are 15 times as far apart.
	 */
	private static final float BELOW = 1e-6f;

	private final int channels;
	private final float[][] values;
	private int taken, examples;

	public Levels(int channels) {
		this.channels = channels;
		values = new float[FeatureGraph.rows(channels)][OF_EACH * MOST];
	}

	/** True once more examples would change little. */
	public boolean enough() {
		return examples == MOST;
	}

	/** @param plane with as many channels, whose pixels of the mask are looked at */
	public void add(Plane plane, Mask mask) {
		if (enough()) return;
		examples++;
		int w = mask.width(), h = mask.height(), n = (int) mask.area();
		float[] all = new float[w * h * channels], pixel = new float[channels],
			row = new float[values.length];
		plane.read(mask.x(), mask.y(), w, h, all);
		double full = plane.maxValue(), step = Math.max(1, n / (double) OF_EACH), next = step / 2;
		int last = taken + OF_EACH;
		for (int i = 0, seen = 0; i < w * h && taken < last; i++) {
			if (mask.inside()[i] == 0 || seen++ < (int) next) continue;
			next += step;
			for (int c = 0; c < channels; c++)
				pixel[c] = (float) (all[c * w * h + i] / full);
			FeatureGraph.rows(pixel, row);
			for (int r = 0; r < row.length; r++)
				values[r][taken] = row[r];
			taken++;
		}
	}

	public float[][] levels() {
		float[][] levels = new float[values.length][COUNT];
		for (int r = 0; r < values.length; r++) {
			float[] sorted = Arrays.copyOf(values[r], taken);
			Arrays.sort(sorted);
			for (int k = 0; k < COUNT && taken > 0; k++)
				levels[r][k] = sorted[(int) ((k + 0.5) / COUNT * taken)] - BELOW;
		}
		return levels;
	}
}
