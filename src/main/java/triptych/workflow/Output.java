package triptych.workflow;

/** What a run can give back to ImageJ. */
public enum Output {
	TABLE, SUMMARY, OVERLAY, LABELS, ROIS, PROBABILITIES, UNCERTAINTY
}
