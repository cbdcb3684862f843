package triptych.decode;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import triptych.model.ModelSpec;

/**
 * The limits a decoder keeps to.
 *
 * @param confidence lowest score kept, in [0,1]
 * @param byClass for some class ids a limit of their own that wins over confidence
 * @param overlap IoU above which the weaker of two boxes is dropped, in [0,1]
 * @param cutoff soft mask to hard mask, in [0,1]
 * @param share of an object's own pixels that stronger ones must leave it in a scene, in [0,1]
 */
public record Thresholds(double confidence, Map<Integer, Double> byClass, double overlap,
	Suppression suppression, double cutoff, double share)
{

	/** For what is no scene; the share is that of Kirillov et al., Panoptic FPN, 2019. */
	public Thresholds(double confidence, Map<Integer, Double> byClass, double overlap,
		Suppression suppression, double cutoff)
	{
		this(confidence, byClass, overlap, suppression, cutoff, 0.5);
	}

	/** The limits that a model tells itself. */
	public static Thresholds of(ModelSpec model) {
		return new Thresholds(model.confidence(), Map.of(), model.overlap(), Suppression.PER_CLASS,
			0.5);
	}

	/** The same, but for scores: any is enough. */
	public Thresholds ofAnyScore() {
		return new Thresholds(0, Map.of(), overlap, suppression, cutoff, share);
	}

	/** With limits on the score that are so many times as high. */
	public Thresholds timesScore(double factor) {
		Map<Integer, Double> classes = new HashMap<>();
		byClass.forEach((classId, limit) -> classes.put(classId, factor * limit));
		return new Thresholds(factor * confidence, classes, overlap, suppression, cutoff, share);
	}

	/** The limit of one class. */
	public double of(int classId) {
		return byClass.getOrDefault(classId, confidence);
	}

	/** The same as the user writes it. */
	public String written(int classId, String className) {
		boolean own = byClass.containsKey(classId);
		String key = own ? "thresholds=" + className + ":" : "confidence=";
		return key + plain(of(classId));
	}

	public static String plain(double limit) {
		return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
	}

	/** The limit of each of {@code classes} classes, as an array for fast loops. */
	public float[] forClasses(int classes) {
		float[] limits = new float[classes];
		for (int c = 0; c < classes; c++)
			limits[c] = byClass.getOrDefault(c, confidence).floatValue();
		return limits;
	}
}
