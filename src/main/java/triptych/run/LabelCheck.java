package triptych.run;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ij.ImagePlus;
import triptych.core.LabelMap;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.LutUse;
import triptych.measure.LabelRuns;

/** What is unusual about a label image: no background, or a background that is shown white. */
final class LabelCheck {

	private final ImagePlus labels;
	private final Set<String> notes = new LinkedHashSet<>();

	LabelCheck(ImagePlus labels) {
		this.labels = labels;
	}

	/** @param map of one plane */
	void look(LabelMap map) {
		if (map.segments().isEmpty() || LabelPlane.isOurs(labels)) return;
		LabelRuns runs = LabelRuns.of(map.ids(), map.width(), map.height());
		if (isFull(runs)) notes.add("No pixel of " + labels.getTitle() + " is 0, so its largest object"
			+ " (label " + largest(runs) + ") may be the background");
		if (LutUse.of(labels, false) == LutUse.INVERTED) notes.add("The image " + labels.getTitle()
			+ " has an inverting LUT: its background, 0, is shown white");
	}

	private static boolean isFull(LabelRuns runs) {
		long pixels = 0;
		for (int r = 0; r < runs.count(); r++)
			pixels += runs.end(r) - runs.start(r);
		return pixels == (long) runs.width() * runs.height();
	}

	private static int largest(LabelRuns runs) {
		Map<Integer, Integer> sizes = new HashMap<>();
		for (int r = 0; r < runs.count(); r++)
			sizes.merge(runs.value(r), runs.end(r) - runs.start(r), Integer::sum);
		return sizes.entrySet()
			.stream()
			.max(Map.Entry.comparingByValue())
			.orElseThrow()
			.getKey();
	}

	/** What the user should know about the label image, in sentences without full stop. */
	List<String> notes() {
		return List.copyOf(notes);
	}
}
