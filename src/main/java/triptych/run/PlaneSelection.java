package triptych.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import ij.ImagePlus;
import triptych.core.TriptychException;
import triptych.ij.convert.Position;

/** Reads the keys slices, frames and channels: which planes of an image a run works on, and with which channels. */
final class PlaneSelection {

	private PlaneSelection() {}

	/**
	 * The planes in the order of the stack. A plain stack is only counted, so there slices and frames mean the same.
	 *
	 * @param unsaid the default of both keys: on a plain stack one that has it leaves the choice to the other
	 */
	static List<Position> of(ImagePlus image, String slices, String frames, String unsaid) {
		if (!Position.hasDimensions(image)) return plain(image, slices, frames, unsaid);
		int[] now = image.convertIndexToPosition(image.getCurrentSlice());
		List<Position> positions = new ArrayList<>();
		for (int t : numbers("frames", frames, now[2], image.getNFrames()))
			for (int z : numbers("slices", slices, now[1], image.getNSlices()))
				positions.add(Position.of(image, image.getStackIndex(now[0], z, t)));
		return positions;
	}

	private static List<Position> plain(ImagePlus image, String slices, String frames, String unsaid) {
		// A grey image with channels only is one plane, which holds them all.
		boolean onePlane = image.getNSlices() * image.getNFrames() == 1;
		int n = onePlane ? 1 : image.getStackSize(), now = onePlane ? 1 : image.getCurrentSlice();
		int[] bySlice = numbers("slices", slices, now, n), byFrame = numbers("frames", frames, now, n);
		boolean both = !slices.equals(unsaid) && !frames.equals(unsaid);
		if (both && !slices.equals(frames)) throw new TriptychException("The image \"" + image.getTitle()
			+ "\" is a plain stack, so slices=" + slices + " and frames=" + frames
			+ " name the same planes differently; give only one of them, or make it a hyperstack (Image > Hyperstacks).");
		int[] chosen = slices.equals(unsaid) ? byFrame : bySlice;
		if (onePlane) return List.of(Position.of(image));
		return IntStream.of(chosen).mapToObj(i -> Position.of(image, i)).toList();
	}

	/** Channel numbers, empty for auto. */
	static int[] channels(String channels) {
		if (channels.equals("auto")) return new int[0];
		String[] parts = channels.split(",", -1);
		int[] numbers = new int[parts.length];
		for (int i = 0; i < parts.length; i++) {
			if (!parts[i].strip().matches("\\d{1,4}")) throw new TriptychException("The key channels has the value \""
				+ channels + "\"; it must be auto or a list of channel numbers such as 1,2.");
			numbers[i] = Integer.parseInt(parts[i].strip());
		}
		return numbers;
	}

	/** Numbers from 1 to n: current, all, or a list of numbers and ranges such as 2-5,8. */
	private static int[] numbers(String key, String text, int current, int n) {
		check(key, text);
		if (text.equals("current")) return new int[] { current };
		if (text.equals("all")) return IntStream.rangeClosed(1, n).toArray();
		Set<Integer> numbers = new TreeSet<>();
		for (String part : text.split(",")) {
			String[] ends = part.strip().split("-");
			int from = Integer.parseInt(ends[0]), to = Integer.parseInt(ends[ends.length - 1]);
			if (from < 1 || to > n || from > to) throw wrong(key, text, ", and this image has " + (n == 1 ? "only 1" : "1 to "
				+ n));
			for (int i = from; i <= to; i++)
				numbers.add(i);
		}
		return numbers.stream().mapToInt(i -> i).toArray();
	}

	/** Ends with a sentence where the text cannot be right for any image. */
	static void check(String key, String text) {
		String range = "\\s*\\d{1,7}(-\\d{1,7})?\\s*";
		if (!text.matches("current|all|" + range + "(," + range + ")*")) throw wrong(key, text, "");
	}

	private static TriptychException wrong(String key, String text, String why) {
		return new TriptychException("The key " + key + " has the value \"" + text
			+ "\"; it must be current, all, or a range such as 2-5" + why + ".");
	}
}
