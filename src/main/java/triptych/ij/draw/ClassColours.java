package triptych.ij.draw;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.gui.Roi;
import triptych.core.LabelMap;
import triptych.core.Segment;

/**
 * The colours of objects whose classes nobody knows before all planes were seen. Where every class
 * has one id only, the labels are those of a class image and keep its colours.
 */
public final class ClassColours {

	private record Seen(int classId, int id, boolean oneId) {}

	private final Map<String, Seen> classes = new LinkedHashMap<>();

	public void add(LabelMap map) {
		for (Segment s : map.segments())
			classes.merge(s.best().className(), new Seen(s.best().classId(), s.id(), true),
				(a, b) -> a.id() == b.id() ? a : new Seen(a.classId(), a.id(), false));
	}

	/** Gives ROIs of the maps that were added their colour. */
	public void paint(List<Roi> rois) {
		for (Roi roi : rois)
			roi.setStrokeColor(of(roi));
	}

	private Color of(Roi roi) {
		if (byId()) return Palette.ofId(Integer.parseInt(roi.getProperty("id")));
		return of(roi.getProperty("class"));
	}

	/** The colour of a class in a plot, where an object has none of its own. */
	public Color of(String className) {
		Seen seen = classes.get(className);
		if (seen == null) return Palette.ofId(1);
		return byId() && seen.oneId() ? Palette.ofId(seen.id()) : Palette.ofClass(seen.classId());
	}

	private boolean byId() {
		return classes.size() < 2 || classes.values().stream().allMatch(Seen::oneId);
	}
}
