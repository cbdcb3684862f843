package triptych.ij.convert;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.TriptychException;

/**
 * One plane of a label image of any origin as a label map; see {@link LabelClasses} for class and
 * score of its ids.
 */
public final class LabelPlane {

	/** Up to here a 32-bit image holds every whole number. */
	public static final int LARGEST_ID = 1 << 24;
	/** What an object is where nobody says. */
	public static final String UNKNOWN = "object";

	private LabelPlane() {}

	/** True for a label image that Triptych has made: its pixels are ids and no intensities. */
	public static boolean isOurs(ImagePlus image) {
		return LabelClasses.isIn(image);
	}

	/**
	 * What a label image of ours says about the ids of a plane, those without a pixel too; nothing
	 * where it is another's.
	 */
	public static Map<Integer, ClassScore> classes(ImagePlus image, Position position) {
		return LabelClasses.of(image, position.index());
	}

	/** @throws TriptychException where the image is in colour or holds values that are no ids */
	public static LabelMap of(ImagePlus image, Position position) {
		ImageProcessor pixels = image.getStack().getProcessor(position.index());
		if (pixels instanceof ColorProcessor) throw wrong(image, "is in colour");
		int[] ids = ids(pixels, image);
		BitSet used = new BitSet();
		int last = 0;
		for (int id : ids)
			// Neighbours mostly share their object.
			if (id != last) used.set(last = id);
		used.clear(0);
		if (!isOurs(image))
			LabelSpecks.check(image, ids, pixels.getWidth(), used.stream().toArray());
		Map<Integer, ClassScore> known = LabelClasses.of(image, position.index());
		List<Segment> segments = new ArrayList<>();
		ClassScore unknown = new ClassScore(0, UNKNOWN, Double.NaN);
		for (int id = used.nextSetBit(1); id > 0; id = used.nextSetBit(id + 1))
			segments.add(new Segment(id, known.getOrDefault(id, unknown), true));
		return new LabelMap(pixels.getWidth(), pixels.getHeight(), ids, segments);
	}

	private static int[] ids(ImageProcessor pixels, ImagePlus image) {
		int n = pixels.getPixelCount();
		int[] ids = new int[n];
		// Signed 16-bit and calibrated images show other values than they store.
		float[] shown = image.getCalibration().getCTable();
		if (pixels.getPixels() instanceof float[] values) for (int i = 0; i < n; i++)
			ids[i] = id(values[i], image);
		else if (shown != null) for (int i = 0; i < n; i++)
			ids[i] = id(shown[pixels.get(i)], image);
		else for (int i = 0; i < n; i++)
			ids[i] = pixels.get(i);
		return ids;
	}

	private static int id(float value, ImagePlus image) {
		int id = (int) value;
		if (id != value || id < 0 || id > LARGEST_ID) throw wrong(image, "holds the value " + value);
		return id;
	}

	private static TriptychException wrong(ImagePlus image, String why) {
		return new TriptychException("The image \"" + image.getTitle() + "\" " + why
			+ ", so it is no label image: there every pixel is 0 (background) or the whole number of its"
			+ " object, up to " + LARGEST_ID + ".");
	}
}
