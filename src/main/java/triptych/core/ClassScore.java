package triptych.core;

/** A class with its score in [0,1]; {@code classId} counts from 0 in the model's class list. */
public record ClassScore(int classId, String className, double score) {

	/**
	 * A score that a model computed as a float, without the digits that widening it to a double would
	 * invent.
	 */
	public static ClassScore of(int classId, String className, float score) {
		return new ClassScore(classId, className, Double.parseDouble(Float.toString(score)));
	}
}
