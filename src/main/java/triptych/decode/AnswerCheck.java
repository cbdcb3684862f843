package triptych.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import triptych.core.Classification;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Region;
import triptych.core.Segment;

/**
 * Answers that fit the description of their model but hardly any image, as models give them that
 * are described wrongly: told with the likely reason, since they look like a result.
 */
public final class AnswerCheck {

	/** So many objects are no chance. */
	private static final int FEW = 3, SEVERAL = 10;

	/** Boxes in fractions of the input, read as pixels, lie in this part of the image at most. */
	private static final double CORNER = 0.02;

	/** Of logits: one class is e^30 times as probable as the next. */
	private static final double FAR = 30;

	private static final double ALIKE = 1e-4;

	private int detected;
	private boolean corner = true, oneEverywhere = true;
	private double lowest = Double.POSITIVE_INFINITY, highest = Double.NEGATIVE_INFINITY;
	private String values = "", everywhere = "";

	/** @param prediction what the model answered on the plane */
	public void add(Prediction prediction, Plane plane) {
		if (prediction instanceof Detections found) add(found, plane);
		if (prediction instanceof Classification answer) add(answer);
		if (prediction instanceof LabelMap map) add(map);
	}

	private void add(Detections found, Plane plane) {
		double right = Math.max(2, CORNER * plane.width());
		double bottom = Math.max(2, CORNER * plane.height());
		for (Detection d : found.items()) {
			Region r = d.region();
			corner &= r.x2() <= right && r.y2() <= bottom;
			lowest = Math.min(lowest, d.best().score());
			highest = Math.max(highest, d.best().score());
			detected++;
		}
	}

	private void add(Classification c) {
		double[] logits = c.logits();
		if (!values.isEmpty() || c.multiLabel() || logits.length < 2 || Double.isNaN(logits[0])) return;
		double[] sorted = logits.clone();
		Arrays.sort(sorted);
		double first = sorted[sorted.length - 1], gap = first - sorted[sorted.length - 2];
		double sum = Arrays.stream(sorted).sum();
		boolean scored = sorted[0] >= 0 && first <= 1 && Math.abs(sum - 1) < 1e-3;
		if (scored) values = "The model's values are scores already (they add up to 1), so that a"
			+ " softmax makes them too alike; activation: none is meant in its description";
		else if (first - sorted[0] < ALIKE) values = "All classes got the same score, as where the"
			+ " image does not reach the model; compare scale, mean and std with its training";
		else if (gap > FAR) values = String.format(Locale.ROOT, "The score of 1.00 comes from values"
			+ " that are very far apart (%.0f and %.0f), as where scale, mean or std do not fit the"
			+ " model", first, first - gap);
	}

	private void add(LabelMap map) {
		int id = map.ids().length > 0 ? map.ids()[0] : 0;
		boolean regions = map.segments().stream().noneMatch(Segment::thing);
		boolean same = regions && id > 0 && map.segments().size() > 1 && map.ids().length > 4096;
		for (int i = 0; same && i < map.ids().length; i++)
			same = map.ids()[i] == id;
		oneEverywhere &= same;
		if (!same) return;
		everywhere = map.segments().stream()
			.filter(s -> s.id() == id)
			.map(s -> s.best().className())
			.findFirst()
			.orElse("");
	}

	/** A sentence without its full stop, blank where nothing is strange. */
	public String note() {
		List<String> notes = new ArrayList<>();
		if (detected >= FEW && corner) notes.add("All " + detected + " boxes are tiny and lie in the"
			+ " upper left corner, as where fractions of the image are read as pixels; compare corners"
			+ " or layout in the model's description");
		if (detected >= SEVERAL && highest - lowest < ALIKE)
			notes.add(String.format(Locale.ROOT, "All %d objects got the same score of %.2f, as where"
				+ " another output is read as scores", detected, highest));
		if (!values.isEmpty()) notes.add(values);
		if (oneEverywhere && !everywhere.isEmpty()) notes.add("Every pixel is " + everywhere
			+ ", as where scale, mean, std or activation do not fit the model");
		return String.join(". ", notes);
	}
}
