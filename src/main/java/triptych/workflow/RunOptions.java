package triptych.workflow;

import java.util.OptionalDouble;
import java.util.Set;

import triptych.decode.Suppression;

/** The keys that all runs share, and neutral values for those that only some have. */
public interface RunOptions {

	String DEVICE_HELP = "where to run: auto takes a usable GPU, else the CPU; gpu that cannot run is an error";
	String MODEL_HELP = "a bundled or installed model's name, or the path of an .onnx file, a description or a model folder";
	String SAVE_HELP = "folder that gets the result files as well; nothing is written where it is empty";
	String OVERWRITE_HELP = "when a result file is there already: stop before running, or replace it";
	String THRESHOLDS_HELP = "limits of their own for single classes, such as cell:0.4,debris:0.8 (a class by name or index)";
	String WITHIN_HELP = "all of the plane, or only the area selection: its bounding box is processed, objects count when their"
		+ " centre lies inside";
	String SLICES_HELP = "z positions, or positions of a plain stack, to work on";
	String FRAMES_HELP = "time points to work on";
	String RANGE_FORM = "current, all, or a range such as 2-5";
	String CHANNELS_HELP = "channels fed to the model, counted from 1; auto takes all where their number fits, repeats grey for"
		+ " a colour model and averages RGB for a grey one";
	String DEVICE_FORM = "auto, cpu, gpu or gpu:N";

	String TILE_HELP = "what large images are cut into: auto runs an image whole where that fits, none always, a number gives tiles with an edge of so many pixels";
	String TILE_FORM = "auto, none or a number of pixels";

	String model();

	String device();

	Within within();

	String slices();

	String frames();

	String channels();

	String tile();

	Set<Output> outputs();

	String save();

	YesNo overwrite();

	default String thresholds() {
		return "";
	}

	default OptionalDouble confidence() {
		return OptionalDouble.empty();
	}

	default OptionalDouble overlap() {
		return OptionalDouble.empty();
	}

	default Suppression suppression() {
		return Suppression.PER_CLASS;
	}

	default double cutoff() {
		return 0.5;
	}
}
