package triptych.options;

/** Which part of a plane a run looks at. */
public enum Within {
	/** All of it. */
	IMAGE,
	/** The image's area selection. */
	SELECTION,
	/** Each ROI for itself: classification only. */
	ROIS
}
