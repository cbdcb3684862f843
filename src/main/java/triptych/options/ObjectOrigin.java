package triptych.options;

/**
 * The value of {@code from}: where the objects are that somebody has looked through.
 *
 * @param text as it was written: the title or file of a label image, or the file of ROIs, where the
 *          kind is NAMED
 */
public record ObjectOrigin(Kind kind, String text) {

	/** AUTO takes the overlay's ROIs, or else the ROI Manager's; THIS is the image itself. */
	public enum Kind {
		AUTO, OVERLAY, MANAGER, NAMED, THIS
	}

	public static final String ROIS_HELP = "where the ROIs are: auto takes the overlay's, or else the"
		+ " ROI Manager's; or a .zip or "
		+ ".roi file";
	public static final String ROIS_FORM = "auto, overlay, manager, or a file's path";
	public static final String HELP = "where the objects are: auto takes the ROIs of the overlay, or"
		+ " else of the ROI Manager; or a "
		+ ".zip or .roi file, or the title or file of a label image";
	public static final String LABELS_HELP = "the label image, by title or file, whose objects become"
		+ " ROIs on this image; empty where "
		+ "this image is the label image";
	public static final String LABELS_FORM = "an image's title or a file's path";
	public static final String FORM = "auto, overlay, manager, a file's path or an image's title";

	public static ObjectOrigin parse(String text) {
		Kind kind = switch (text) {
			case "" -> Kind.THIS;
			case "auto" -> Kind.AUTO;
			case "overlay" -> Kind.OVERLAY;
			case "manager" -> Kind.MANAGER;
			default -> Kind.NAMED;
		};
		return new ObjectOrigin(kind, text);
	}

	/** As a macro writes it. */
	@Override
	public String toString() {
		return text;
	}
}
