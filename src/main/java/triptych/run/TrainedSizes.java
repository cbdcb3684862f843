package triptych.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

import triptych.core.Calibration;
import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.Task;
import triptych.model.InputSpec;
import triptych.model.ModelSpec;
import triptych.options.Key;

/**
 * How large the pixels and the objects of a run are beside those that the model was trained at,
 * where it tells that: a network that never saw objects of a size finds pieces of them, or heaps.
 */
final class TrainedSizes {

	/** From here on a network's results are doubtful. */
	private static final double MOST_RATIO = 1.5;

	/** Fewer objects say little about the size of those that were not found. */
	private static final int LEAST_OBJECTS = 5;

	private final ModelSpec model;
	private double[] diameters = new double[64];
	private int count;

	TrainedSizes(ModelSpec model) {
		this.model = model;
	}

	/** Adds what was found on a plane; those of another task than objects are not counted. */
	void add(Prediction prediction) {
		boolean objects = model.task() == Task.INSTANCE_SEGMENTATION && model.takesDiameter();
		if (!objects || !(prediction instanceof LabelMap map)) return;
		int[] pixels = new int[map.maxId() + 1];
		for (int id : map.ids())
			pixels[id]++;
		for (int id = 1; id < pixels.length; id++) {
			if (pixels[id] == 0) continue;
			if (count == diameters.length) diameters = Arrays.copyOf(diameters, 2 * count);
			diameters[count++] = 2 * Math.sqrt(pixels[id] / Math.PI);
		}
	}

	/**
	 * What was assumed, and that pixels or objects are of another size than those trained at; without
	 * its full stop, blank where all is well.
	 *
	 * @param asked the key diameter, in units of the calibration
	 */
	String note(double asked, Calibration calibration) {
		// Who tells the size of the objects has decided how large the network sees them.
		String pixels = asked > 0 ? "" : pixels(calibration);
		return pixels.isEmpty() ? objects(asked, calibration) : pixels;
	}

	private String pixels(Calibration calibration) {
		double trained = model.pixelSize(), here = calibration.micrometres();
		if (trained == 0 || here == 0) return "";
		double factor = here / trained;
		double seen = factor / model.input().magnification();
		if (seen <= MOST_RATIO && seen >= 1 / MOST_RATIO) return "";
		String remedy = model.takesDiameter()
			? "try diameter=" + rounded(model.diameter() * Math.sqrt(calibration.pixelArea()) / factor)
				+ " (" + calibration.unit() + ")"
			: "rescale the image by " + rounded(factor) + " first (Image > Scale...)";
		return "The model " + model.name() + " was trained at about " + rounded(trained)
			+ " micrometres a pixel, this image has " + rounded(here) + "; " + remedy + " and compare";
	}

	/**
	 * What was assumed, or that the objects are of another size than those trained at and which value
	 * to try; without its full stop, blank where all is well.
	 *
	 * @param asked the key diameter, in units of the calibration
	 */
	private String objects(double asked, Calibration calibration) {
		if (!model.takesDiameter()) return "";
		double pixel = Math.sqrt(calibration.pixelArea());
		if (asked > 0) return assumed(asked / pixel, model.input());
		if (count < LEAST_OBJECTS) return "";
		double found = median(), ratio = found / model.diameter();
		if (ratio <= MOST_RATIO && ratio >= 1 / MOST_RATIO) return "";
		return "The objects found are " + rounded(found) + " pixels across (median of " + count
			+ "), the model " + model.name() + " was trained at " + rounded(model.diameter())
			+ "; try diameter=" + rounded(found * pixel) + " (" + calibration.unit() + ") and compare";
	}

	private String assumed(double pixels, InputSpec in) {
		return "The network saw the image rescaled by " + Key.plain(in.magnification())
			+ ", so that objects of " + rounded(pixels) + " pixels across become about "
			+ rounded(pixels * in.magnification()) + ", near the " + rounded(model.diameter())
			+ " that the model was trained at";
	}

	private double median() {
		double[] sorted = Arrays.copyOf(diameters, count);
		Arrays.sort(sorted);
		return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
	}

	/** Three digits tell a size. */
	private static String rounded(double value) {
		return Key.plain(new BigDecimal(value).round(new MathContext(3)).doubleValue());
	}
}
