package triptych.review;

import triptych.core.Task;
import triptych.core.TriptychException;

/** What the results of a folder are made of, and so what somebody can correct in them. */
public enum ReviewKind {

	/** Outlines that share no pixel. */
	OBJECTS,
	/** Boxes, upright or turned, or outlines, which may overlap. */
	BOXES,
	/** The class of each pixel. */
	REGIONS,
	/** The classes of an image, or of each ROI of it. */
	ANSWERS;

	/** @throws TriptychException for results that nobody can correct yet */
	public static ReviewKind of(Task task) {
		return switch (task) {
			case INSTANCE_SEGMENTATION -> OBJECTS;
			case DETECTION -> BOXES;
			case SEMANTIC_SEGMENTATION -> REGIONS;
			case CLASSIFICATION -> ANSWERS;
			case PANOPTIC_SEGMENTATION -> throw new TriptychException("Review Folder... cannot correct"
				+ " scenes (task=panoptic), in which objects and regions share the pixels; run the same"
				+ " images with task=instance for the objects, or with task=semantic for the regions, and"
				+ " review that folder.");
		};
	}

	/** True where what is drawn counts as a box and not as pixels. */
	public boolean takesBoxes() {
		return this == BOXES;
	}
}
