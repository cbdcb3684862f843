package triptych.core;

/**
 * A class with its score in [0,1]; {@code classId} counts from 0 in the model's class list.
 *
 * @param disagreement how much a plane and its mirror images differ on it, in [0,1]; NaN where only
 *          the plane itself was looked at
 */
public record ClassScore(int classId, String className, double score, double disagreement) {

	public ClassScore(int classId, String className, double score) {
		this(classId, className, score, Double.NaN);
	}

	public ClassScore withDisagreement(double other) {
		return new ClassScore(classId, className, score, other);
	}

	/**
	 * A score that a model computed as a float, without the digits that widening it to a double would
	 * invent.
	 */
	public static ClassScore of(int classId, String className, float score) {
		return new ClassScore(classId, className, Double.parseDouble(Float.toString(score)));
	}
}
