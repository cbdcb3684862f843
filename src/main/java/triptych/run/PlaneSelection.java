package triptych.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import ij.ImagePlus;
import triptych.core.TriptychException;
import triptych.ij.convert.Position;
import triptych.options.ImageOptions;
import triptych.options.PlaneRange;

/** Which planes of an image the keys slices and frames name. */
public final class PlaneSelection {

	private PlaneSelection() {}

	/**
	 * The planes in the order of the stack. A plain stack is only counted, so there slices and frames
	 * mean the same.
	 *
	 * @param all true where the default of both keys is all, false where it is the current plane; on
	 *          a plain stack a key that has its default leaves the choice to the other
	 */
	public static List<Position> of(ImagePlus image, ImageOptions options, boolean all) {
		PlaneRange slices = options.slices(), frames = options.frames();
		if (!Position.hasDimensions(image)) return plain(image, slices, frames, all);
		int[] now = image.convertIndexToPosition(image.getCurrentSlice());
		List<Position> positions = new ArrayList<>();
		for (int t : frames.numbers(now[2], image.getNFrames()))
			for (int z : slices.numbers(now[1], image.getNSlices()))
				positions.add(Position.of(image, image.getStackIndex(now[0], z, t)));
		return positions;
	}

	private static List<Position> plain(ImagePlus image, PlaneRange slices, PlaneRange frames,
		boolean all)
	{
		// A grey image with channels only is one plane, which holds them all.
		boolean onePlane = image.getNSlices() * image.getNFrames() == 1;
		int n = onePlane ? 1 : image.getStackSize(), now = onePlane ? 1 : image.getCurrentSlice();
		int[] bySlice = slices.numbers(now, n), byFrame = frames.numbers(now, n);
		boolean both = !isUnsaid(slices, all) && !isUnsaid(frames, all);
		if (both && !slices.text().equals(frames.text())) throw new TriptychException("The image \""
			+ image.getTitle() + "\" is a plain stack, so slices=" + slices + " and frames=" + frames
			+ " name the same planes differently; give only one of them, or make it a hyperstack"
			+ " (Image > Hyperstacks).");
		if (onePlane) return List.of(Position.of(image));
		return IntStream.of(isUnsaid(slices, all) ? byFrame : bySlice)
			.mapToObj(i -> Position.of(image, i))
			.toList();
	}

	private static boolean isUnsaid(PlaneRange range, boolean all) {
		return all ? range.isAll() : range.isCurrent();
	}
}
