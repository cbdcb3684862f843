package triptych.options;

import java.util.Set;

/** What a run can give back to ImageJ. */
public enum Output {
	TABLE, SUMMARY, OVERLAY, IDS, LEGEND, LABELS, ROIS, PROBABILITIES, UNCERTAINTY, PLOTS, REPORT,
	PICTURE;

	/**
	 * True where something is drawn over the image; ids and legend come with the outlines that they
	 * are about.
	 */
	public static boolean draws(Set<Output> outputs) {
		return outputs.contains(OVERLAY) || outputs.contains(IDS) || outputs.contains(LEGEND);
	}

	/** True where outlines are made, to be drawn or to be given back. */
	public static boolean outlines(Set<Output> outputs) {
		return draws(outputs) || outputs.contains(ROIS) || outputs.contains(PICTURE);
	}
}
