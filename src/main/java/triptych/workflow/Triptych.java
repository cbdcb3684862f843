package triptych.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.io.Opener;
import triptych.core.TriptychException;
import triptych.engine.Devices;

/**
 * Triptych for scripts: each command as one static method, an image and options in, a {@link Result} out. Options are
 * written as in a macro, {@code "model=cells confidence=0.4"}; a missing key means its default. Nothing is shown;
 * {@link Delivery#show} does that. Every failure is a {@link TriptychException} with a sentence for the user.
 */
public final class Triptych {

	private Triptych() {}

	/** Classify Image...: which class the image shows. */
	public static Result classify(ImagePlus image, String options) {
		return run(Verb.CLASSIFY, image, Options.tokens(options));
	}

	/** Detect Objects...: where objects are, as boxes. */
	public static Result detect(ImagePlus image, String options) {
		return run(Verb.DETECT, image, Options.tokens(options));
	}

	/** Segment Regions...: how much of each class there is. */
	public static Result segmentRegions(ImagePlus image, String options) {
		return run(Verb.SEGMENT_REGIONS, image, Options.tokens(options));
	}

	/** Segment Objects...: every object with its own label and measurements. */
	public static Result segmentObjects(ImagePlus image, String options) {
		return run(Verb.SEGMENT_OBJECTS, image, Options.tokens(options));
	}

	/** Any of the four, with values by key. */
	public static Result run(Verb verb, ImagePlus image, Map<String, String> keys) {
		return Run.run(verb, image, Options.of(verb.options(), keys));
	}

	/** Inspect Model...: task, inputs, outputs, classes, preprocessing, licence, where each fact came from. */
	public static String inspect(String model) {
		return Inspection.of(model);
	}

	/** Check Device: versions, devices, a timed run on each, and what would make a GPU usable. */
	public static String checkDevice() {
		return Devices.report() + DeviceTiming.report();
	}

	/** Release Models: closes all open models and tells how many there were. */
	public static int releaseModels() {
		return OpenModels.releaseAll();
	}

	/** The names that {@code model=} takes: installed models first, then the bundled ones. */
	public static List<String> models() {
		return OpenModels.library().names();
	}

	/** Opens an image file of any format that ImageJ opens itself. */
	public static ImagePlus open(Path file) {
		if (!Files.isRegularFile(file)) throw new TriptychException("There is no image file \"" + file + "\".");
		Opener opener = new Opener();
		opener.setSilentMode(true);
		ImagePlus image = opener.openImage(file.toString());
		if (image == null) throw new TriptychException("The file \"" + file
			+ "\" cannot be opened as an image; ImageJ opens TIFF, PNG, JPEG, GIF, BMP, DICOM and FITS.");
		return image;
	}
}
