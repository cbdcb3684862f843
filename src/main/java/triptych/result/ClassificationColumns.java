package triptych.result;

import triptych.core.table.Quantity;

/** The columns of Classify Image..., a row for each of the best classes. */
final class ClassificationColumns {

	/**
	 * @param ofRoi true where each ROI is classified for itself
	 * @param reviewed what a review has made of the answer; blank where nobody looked
	 */
	record Plane(TablePlane plane, boolean ofRoi, String reviewed) implements TablePlane.Shared {}

	private static final Occurrence<Plane> OF_ROIS = Occurrence.where("within=rois", Plane::ofRoi);

	private static final Occurrence<Plane> REVIEWED = Occurrence.where("after Review Folder...",
		p -> !p.reviewed().isEmpty());

	static final Columns<Plane, RankedClass> ALL = Columns.<Plane, RankedClass>ofPlane()
		.and(OF_ROIS, "ROI", Quantity.TEXT, "the ROI's name, or its number on this plane",
			(p, a, i) -> p.plane().roi())
		.and("Rank", Quantity.INDEX,
			"1 for the class with the highest score, or that a review has named",
			(p, a) -> a.rank())
		.and(Tables.CLASS, Quantity.CLASS, "the class", (p, a) -> a.score().className())
		.and("Score", Quantity.SCORE,
			"the model's score of this class; blank where it is none of its best",
			(p, a) -> a.score().score())
		.and("Logit", Quantity.NUMBER,
			"what the score was made from; blank where the model gives scores only",
			(p, a) -> a.logit())
		.and("Accepted", Quantity.YES_NO, "whether the score counts as an answer",
			(p, a) -> a.accepted() ? 1 : 0)
		.and(TablePlane.Shared.augmented(), Tables.DISAGREEMENT, Quantity.RATIO,
			"0: the plane and its three mirror images have the same score; the largest difference",
			(p, a, i) -> a.score().disagreement())
		.and(REVIEWED, Tables.REVIEWED, Quantity.TEXT,
			"what a review has made of the answer: kept, or reclassified, and then the classes that"
				+ " somebody has named come first; no where the image was not reviewed",
			(p, a, i) -> p.reviewed());

	private ClassificationColumns() {}
}
