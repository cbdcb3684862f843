package triptych.metrics.objects;

/**
 * One predicted object.
 *
 * @param classId from 0, in the order of the evaluation's class list
 * @param area in square pixels
 * @param score in [0,1]; 1 where the predictions bring none, as a label image; NaN counts as 0
 */
public record Found(int classId, double area, double score) {

	public Found {
		if (Double.isNaN(score)) score = 0;
	}
}
