package triptych.run;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Mask;
import triptych.core.Plane;
import triptych.core.Segment;
import triptych.core.PlaneCrop;
import triptych.core.TriptychException;
import triptych.options.Within;

/**
 * The part of a plane that a run looks at: all of it, or the bounding box of an area selection.
 * Results found in it are put back into the pixels of the whole plane here.
 *
 * @param mask non-zero where a pixel of the box lies inside the selection; null where all do
 */
public record Crop(int x, int y, int width, int height, int planeWidth, int planeHeight,
	byte[] mask)
{

	public static Crop whole(int width, int height) {
		return new Crop(0, 0, width, height, width, height, null);
	}

	/**
	 * The image's area selection, where that is the part to look at.
	 *
	 * @throws TriptychException where it is wanted and there is none
	 */
	public static Optional<Crop> selected(ImagePlus image, Within within) {
		if (within != Within.SELECTION) return Optional.empty();
		Optional<Crop> crop = of(image.getRoi(), image.getWidth(), image.getHeight());
		if (crop.isEmpty())
			throw new TriptychException("within=selection needs an area selection on the"
				+ " image, such as a rectangle or an outline; draw one first.");
		return crop;
	}

	/** The part inside an area ROI; empty where the ROI is no area or lies beside the plane. */
	public static Optional<Crop> of(Roi roi, int width, int height) {
		if (roi == null || !roi.isArea()) return Optional.empty();
		Rectangle all = roi.getBounds(), box = all.intersection(new Rectangle(width, height));
		if (box.isEmpty()) return Optional.empty();
		ImageProcessor inside = roi.getMask();
		byte[] mask = null;
		if (inside != null) {
			mask = new byte[box.width * box.height];
			for (int j = 0; j < box.height; j++)
				for (int i = 0; i < box.width; i++)
					mask[j * box.width + i] = (byte) inside.get(box.x - all.x + i, box.y - all.y + j);
		}
		return Optional.of(new Crop(box.x, box.y, box.width, box.height, width, height, mask));
	}

	public boolean isWhole() {
		return width == planeWidth && height == planeHeight && mask == null;
	}

	Plane of(Plane plane) {
		return width == planeWidth && height == planeHeight ? plane
			: new PlaneCrop(plane, x, y, width, height);
	}

	/** The pixels inside as those of one object. */
	public Mask object() {
		byte[] inside = mask;
		if (inside == null) {
			inside = new byte[width * height];
			Arrays.fill(inside, (byte) 1);
		}
		return new Mask(x, y, width, height, inside);
	}

	/** Pixels inside. */
	long pixels() {
		if (mask == null) return (long) width * height;
		long n = 0;
		for (byte b : mask)
			if (b != 0) n++;
		return n;
	}

	/** True where a point, in pixels of the box, lies inside the selection. */
	boolean holds(double px, double py) {
		int i = (int) Math.floor(px), j = (int) Math.floor(py);
		return i >= 0 && j >= 0 && i < width && j < height
			&& (mask == null || mask[j * width + i] != 0);
	}

	/**
	 * What was found in the box, in pixels of the plane; objects count when their centre lies inside
	 * the selection.
	 */
	Detections placed(Detections found) {
		if (isWhole()) return found;
		return new Detections(found.items()
			.stream()
			.filter(d -> holds(middle(d.region().x1(), d.region().x2()),
				middle(d.region().y1(), d.region().y2())))
			.map(d -> new Detection(d.region().moved(x, y), d.best()))
			.toList());
	}

	private static double middle(double from, double to) {
		return (from + to) / 2;
	}

	/** What was found in the box, in pixels of the plane. */
	LabelMap placed(LabelMap found) {
		return found.placed(x, y, planeWidth, planeHeight);
	}

	/** Turns those pixels of stuff that lie outside the selection into background. */
	LabelMap stuffInside(LabelMap found) {
		if (mask == null) return found;
		boolean[] stuff = new boolean[found.maxId() + 1];
		for (Segment s : found.segments())
			stuff[s.id()] = !s.thing();
		int[] ids = found.ids().clone();
		for (int i = 0; i < ids.length; i++)
			if (mask[i] == 0 && stuff[ids[i]]) ids[i] = 0;
		return found.withIds(ids);
	}

	/** Turns the pixels of the box that lie outside the selection into background. */
	LabelMap inside(LabelMap found) {
		if (mask == null) return found;
		int[] ids = found.ids().clone();
		for (int i = 0; i < ids.length; i++)
			if (mask[i] == 0) ids[i] = 0;
		return found.withIds(ids);
	}
}
