package triptych.result;

import triptych.core.ClassScore;
import triptych.core.Classification;
import triptych.core.table.Quantity;

/** The columns of Classify Image..., a row for each of the best classes. */
final class ClassificationColumns {

	/**
	 * @param ofRoi true where each ROI is classified for itself
	 * @param accepted for each class id whether its score counts as an answer
	 */
	record Plane(TablePlane plane, boolean ofRoi, Classification found, boolean[] accepted)
		implements TablePlane.Shared
	{}

	/** @param rank 1 for the best */
	record Answer(int rank, ClassScore score) {}

	private static final Occurrence<Plane> OF_ROIS = Occurrence.where("within=rois", Plane::ofRoi);

	static final Columns<Plane, Answer> ALL = Columns.<Plane, Answer>ofPlane()
		.and(OF_ROIS, "ROI", Quantity.TEXT, "the ROI's name, or its number on this plane",
			(p, a, i) -> p.plane().roi())
		.and("Rank", Quantity.INDEX, "1 for the class with the highest score", (p, a) -> a.rank())
		.and(Tables.CLASS, Quantity.CLASS, "the class", (p, a) -> a.score().className())
		.and("Score", Quantity.SCORE, "the model's score of this class", (p, a) -> a.score().score())
		.and("Logit", Quantity.NUMBER,
			"what the score was made from; blank where the model gives scores only",
			(p, a) -> p.found().logits()[a.score().classId()])
		.and("Accepted", Quantity.YES_NO, "whether the score counts as an answer",
			(p, a) -> p.accepted()[a.score().classId()] ? 1 : 0)
		.and(TablePlane.Shared.augmented(), Tables.DISAGREEMENT, Quantity.RATIO,
			"0: the plane and its three mirror images have the same score; the largest difference",
			(p, a, i) -> a.score().disagreement());


	private ClassificationColumns() {}
}
