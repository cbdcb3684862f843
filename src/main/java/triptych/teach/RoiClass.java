package triptych.teach;

import java.util.Locale;

import ij.gui.Roi;

/**
 * The class that a ROI was given. One that a model has found keeps that model's class until
 * somebody gives it another group or another name. Elsewhere it is the property {@code class}, else
 * the group, else the name without the number at its end.
 *
 * @param name blank where the ROI has none
 * @param predicted true where it is a model's
 */
record RoiClass(String name, boolean predicted) {

	static RoiClass of(Roi roi) {
		String told = roi.getProperty("class"), score = roi.getProperty("score");
		if (told == null) return new RoiClass(byHand(roi), false);
		if (score == null || score.isBlank()) return new RoiClass(told, false);
		if (roi.getGroup() > 0 && roi.getGroup() != group(roi))
			return new RoiClass(groupName(roi), false);
		String name = stem(roi);
		boolean renamed = !name.isEmpty() && !letters(name).equals(letters(told));
		return renamed ? new RoiClass(name, false) : new RoiClass(told, true);
	}

	private static String byHand(Roi roi) {
		return roi.getGroup() > 0 ? groupName(roi) : stem(roi);
	}

	/** That of the class which the model gave. */
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
}
