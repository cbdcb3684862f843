package triptych.options;

/** The key {@code from} of the commands that take objects which are there already. */
public final class ObjectOrigin {

	public static final String ROIS_HELP = "where the ROIs are: auto takes the overlay's, or else the ROI Manager's; or a .zip or "
		+ ".roi file";
	public static final String ROIS_FORM = "auto, overlay, manager, or a file's path";
	public static final String HELP = "where the objects are: auto takes the ROIs of the overlay, or else of the ROI Manager; or a "
		+ ".zip or .roi file, or the title or file of a label image";
	public static final String LABELS_HELP = "the label image, by title or file, whose objects become ROIs on this image; empty where "
		+ "this image is the label image";
	public static final String LABELS_FORM = "an image's title or a file's path";
	public static final String FORM = "auto, overlay, manager, a file's path or an image's title";

	private ObjectOrigin() {}
}
