package triptych.teach;

import triptych.core.Plane;
import triptych.core.Plural;
import triptych.core.TriptychException;

/** Sees to it that all images with examples have the same channels. */
public final class AlikePlanes {

	private int channels;
	private double micrometres;
	private String first = "";

	/** @throws TriptychException where it is not like the first, or pixels are no numbers */
	public Plane of(ExampleImage image) {
		ExampleImage.Seen seen = image.pixels().get();
		Plane plane = seen.plane();
		// Not-a-number pixels are told before anything is learnt from them.
		plane.maxValue();
		if (first.isEmpty()) {
			first = image.name();
			channels = plane.channels();
			micrometres = seen.micrometres();
		}
		if (plane.channels() == channels) return plane;
		throw new TriptychException("The image " + image.name() + " has "
			+ Plural.of(plane.channels(), "channel") + ", the image " + first + " "
			+ channels + "; examples must be of images of one kind.");
	}

	/** Of the images so far. */
	public int channels() {
		return channels;
	}

	/** Of a pixel's edge in the first image, 0 where that is not known. */
	public double micrometres() {
		return micrometres;
	}
}
