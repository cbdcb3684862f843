package triptych.metrics.objects;

/**
 * One object that is there.
 *
 * @param classId from 0, in the order of the evaluation's class list
 * @param area in square pixels, by which COCO calls it small, medium or large
 */
public record Truth(int classId, double area, Kind kind) {

	/** What may be asked of a prediction of it. */
	public enum Kind {
		/** It is to be found, once. */
		OBJECT,
		/** It need not be found, and finding it is no mistake: VOC's difficult. */
		DIFFICULT,
		/**
		 * A region of many objects: any number of predictions inside it are no mistake: COCO's
		 * iscrowd.
		 */
		CROWD
	}

	public Truth(int classId, double area) {
		this(classId, area, Kind.OBJECT);
	}
}
