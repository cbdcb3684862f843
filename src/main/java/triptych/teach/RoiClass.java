package triptych.teach;

import java.util.Locale;

import ij.gui.Roi;
import triptych.ij.convert.LabelPlane;

/**
 * The class that a ROI was given. One that Triptych has made keeps the class that it was made with,
 * a model's or another, until somebody gives it another group or another name. Elsewhere it is the
 * property {@code class}, else the group, else the name without the number at its end.
 *
 * @param name blank where the ROI has none
 * @param predicted true where it is a model's
 */
record RoiClass(String name, boolean predicted) {

	/** Of an object in a name that Triptych has given, its score, and what the ROI Manager adds. */
	private static final String OWN_NUMBER = "-\\d{4,}( [\\d.]+)?(-\\d+)*$";

	static RoiClass of(Roi roi) {
		String told = roi.getProperty("class"), score = roi.getProperty("score");
		if (told == null) return new RoiClass(byHand(roi), false);
		boolean predicted = score != null && !score.isBlank();
		// Other programs call and group their ROIs as they like.
		boolean ours = predicted || roi.getProperty("classId") != null;
		if (!ours || !predicted && namedWithScore(roi)) return new RoiClass(told, false);
		if (roi.getGroup() > 0 && roi.getGroup() != group(roi))
			return new RoiClass(groupName(roi), false);
		String other = renamed(roi, told);
		if (!other.isEmpty()) return new RoiClass(other, false);
		boolean none = !predicted && told.equals(LabelPlane.UNKNOWN);
		return new RoiClass(none ? "" : told, predicted);
	}

	/** Whoever took the score away, but not out of the name, means the properties. */
	private static boolean namedWithScore(Roi roi) {
		return roi.getName() != null && roi.getName().matches(".*-\\d{4,} [\\d.]+(-\\d+)*");
	}

	/** The class of the name, where that is another than what was told; else blank. */
	private static String renamed(Roi roi, String told) {
		String stem = stem(roi);
		if (stem.isEmpty()) return "";
		boolean numbered = told.matches(".*\\d.*");
		if (!numbered) return letters(stem).equals(letters(told)) ? "" : stem;
		// In G1 and G2 the number is a part of the class.
		String name = roi.getName().replaceFirst(OWN_NUMBER, "").strip();
		String shorter = name.replaceFirst("[ _-]+\\d+$", "");
		if (plain(name).equals(plain(told)) || plain(shorter).equals(plain(told))) return "";
		boolean whole = letters(shorter).equals(letters(told)) && !shorter.matches(".*\\d.*");
		return whole ? name : shorter;
	}

	private static String byHand(Roi roi) {
		return roi.getGroup() > 0 ? groupName(roi) : stem(roi);
	}

	/** That of the class which it was made with. */
	private static int group(Roi roi) {
		String index = roi.getProperty("classId");
		boolean whole = index != null && index.matches("\\d{1,6}");
		return whole ? Math.min(255, Integer.parseInt(index) + 1) : 0;
	}

	private static String groupName(Roi roi) {
		String name = Roi.getGroupName(roi.getGroup());
		return name == null || name.isBlank() ? "group " + roi.getGroup() : name.strip();
	}

	/** Such as debris of "debris-0007 0.93" or "debris 3"; nothing of ImageJ's own "0034-0120". */
	private static String stem(Roi roi) {
		String name = roi.getName() == null ? "" : roi.getName();
		return name.replaceFirst("[\\d. _-]*$", "").strip();
	}

	private static String letters(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
	}
}
