package triptych.run;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ij.ImagePlus;
import ij.io.FileInfo;
import triptych.core.LabelMap;
import triptych.core.TriptychException;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.LutUse;
import triptych.measure.ConnectedComponents;
import triptych.measure.LabelRuns;

/**
 * Whether the values of an image can be the numbers of objects. The pixels of an object hang
 * together; the values of a photograph, or of a mask that a JPEG or a resize has blurred, lie
 * scattered in specks.
 */
final class LabelCheck {

	/** A value in so many parts, of fewer pixels than these on average, is scattered. */
	private static final int PARTS = 3, SPECK = 4;
	/** So many scattered values, when they are half of all values, are no ids. */
	private static final int SCATTERED = 2;
	/** More parts than these, of fewer pixels than two on average, are noise; ids do not repeat. */
	private static final int MANY = 200;

	private final ImagePlus labels;
	private final Set<String> notes = new LinkedHashSet<>();

	LabelCheck(ImagePlus labels) {
		this.labels = labels;
	}

	/**
	 * @param map of one plane
	 * @throws TriptychException where its values are no ids
	 */
	void check(LabelMap map) {
		int values = map.segments().size();
		if (values == 0 || LabelPlane.isOurs(labels)) return;
		LabelRuns runs = LabelRuns.of(map.ids(), map.width(), map.height());
		if (values > 1) checkParts(runs, values);
		if (isFull(runs)) notes.add("No pixel of " + labels.getTitle() + " is 0, so its largest object"
			+ " (label " + largest(runs) + ") may be the background");
		if (LutUse.of(labels, false) == LutUse.INVERTED) notes.add("The image " + labels.getTitle()
			+ " has an inverting LUT: its background, 0, is shown white");
	}

	private void checkParts(LabelRuns runs, int values) {
		if (isJpeg()) throw new TriptychException("\"" + labels.getTitle() + "\" is a JPEG, which"
			+ " blurs values: its " + values + " different ones are no numbers of objects. Save the mask"
			+ " as PNG or TIFF where it is made, or make it black and white"
			+ " (Image > Adjust > Threshold...) and save it as TIFF.");
		ConnectedComponents parts = ConnectedComponents.of(runs, true);
		int[] sizes = parts.sizes(), valueOf = parts.values();
		Map<Integer, int[]> byValue = new HashMap<>();
		long pixels = 0;
		for (int part = 1; part <= parts.count(); part++) {
			int[] sum = byValue.computeIfAbsent(valueOf[part], v -> new int[2]);
			sum[0]++;
			sum[1] += sizes[part];
			pixels += sizes[part];
		}
		long scattered = byValue.values()
			.stream()
			.filter(sum -> sum[0] >= PARTS && sum[1] < SPECK * sum[0])
			.count();
		boolean specks = scattered >= SCATTERED && 2 * scattered >= values;
		boolean noise = parts.count() > Math.max(MANY, 2 * values) && pixels < 2L * parts.count();
		if (specks || noise) throw new TriptychException("\"" + labels.getTitle()
			+ "\" does not look like a label image: its " + values + " values lie in " + parts.count()
			+ " separate parts. Segment it first; where it is a mask, make it black and white first"
			+ " (Image > Adjust > Threshold...).");
	}

	private boolean isJpeg() {
		FileInfo info = labels.getOriginalFileInfo();
		return info != null && info.fileName != null && info.fileName.matches("(?i).*\\.jpe?g");
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
