package triptych.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.ImagePlus;
import triptych.annotation.AnnotatedImage;
import triptych.ij.convert.Position;

/**
 * The planes of an image. Annotations know images of one plane only, so a plane of a stack is an
 * image of its own there, called as Image > Stacks > Stack to Images calls it: cells-0003.
 */
final class Planes {

	private Planes() {}

	/** All planes, each in the channel that is shown; of an image that is no stack, its only one. */
	static List<Position> of(ImagePlus image) {
		int slices = image.getNSlices(), frames = image.getNFrames();
		if (slices * frames == 1) return List.of(Position.of(image));
		List<Position> planes = new ArrayList<>();
		for (int frame = 1; frame <= frames; frame++)
			for (int slice = 1; slice <= slices; slice++)
				planes.add(Position.of(image, image.getStackIndex(image.getC(), slice, frame)));
		return planes;
	}

	/**
	 * What a plane of a stack is called.
	 *
	 * @param image its name with an ending or without
	 */
	static String name(String image, Position plane) {
		String stem = AnnotatedImage.stem(image);
		if (plane.manySlices() && plane.manyFrames())
			return String.format(Locale.ROOT, "%s-z%04d-t%04d.tif", stem, plane.slice(), plane.frame());
		int number = plane.manyFrames() ? plane.frame() : plane.slice();
		return String.format(Locale.ROOT, "%s-%04d.tif", stem, number);
	}
}
