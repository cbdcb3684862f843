package triptych.decode;

import java.util.Map;

/**
 * The limits a decoder keeps to.
 *
 * @param confidence lowest score kept, in [0,1]
 * @param byClass for some class ids a limit of their own that wins over confidence
 * @param overlap IoU above which the weaker of two boxes is dropped, in [0,1]
 * @param cutoff soft mask to hard mask, in [0,1]
 */
public record Thresholds(double confidence, Map<Integer, Double> byClass, double overlap, Suppression suppression,
	double cutoff)
{

	/** The limit of each of {@code classes} classes, as an array for fast loops. */
	public float[] forClasses(int classes) {
		float[] limits = new float[classes];
		for (int c = 0; c < classes; c++)
			limits[c] = byClass.getOrDefault(c, confidence).floatValue();
		return limits;
	}
}
