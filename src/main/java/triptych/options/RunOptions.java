package triptych.options;

import java.util.OptionalDouble;

import triptych.decode.Suppression;
import triptych.engine.Device;
import triptych.pipeline.tiles.TileSize;

/** The keys that all runs share, and neutral values for those that only some have. */
public interface RunOptions extends ImageOptions {

	String DEVICE_HELP = "where to run: auto takes a usable GPU, else the CPU; gpu that cannot run is"
		+ " an error";
	String MODEL_HELP = "a bundled or installed model's name, or the path of an .onnx file, a"
		+ " description or a model folder";
	String THRESHOLDS_HELP = "limits of their own for single classes, such as cell:0.4,debris:0.8 (a"
		+ " class by name or index)";
	String WITHIN_HELP = "all of the plane, or only the area selection: its bounding box is"
		+ " processed, objects count when their"
		+ " centre lies inside";
	String CHANNELS_HELP = "channels fed to the model, counted from 1; auto takes all where their"
		+ " number fits, repeats grey for"
		+ " a colour model and averages RGB for a grey one";
	String AUGMENT_HELP = "flips also looks at three mirror images of each plane and joins what it"
		+ " finds (four times the time)";
	String LINK_HELP = "one id for what overlaps from slice to slice, or from frame to frame where"
		+ " one slice is worked on (intersection over union of 0.25 or more, as Cellpose does it)";
	String CLASSIFY_HELP = "a model that classifies, such as one made by Teach Classes...: every"
		+ " object that is found gets its class and score from it";
	String DEVICE_FORM = "auto, cpu, gpu or gpu:N";

	String TILE_HELP = "what large images are cut into: auto runs an image whole where that fits,"
		+ " none always, a number "
		+ "gives tiles with an edge of so many pixels";
	String DIAMETER_HELP = "diameter of the objects in calibrated units, for a model that tells the"
		+ " one it was trained at: the image is rescaled for the network, results come back in its own"
		+ " pixels; 0 leaves it as it is";
	String TILE_FORM = "auto, none or a number of pixels";

	String model();

	Device device();

	Within within();

	ChannelList channels();

	TileSize tile();

	double diameter();

	Augment augment();

	default ClassLimits thresholds() {
		return ClassLimits.NONE;
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

	/** The model that gives the objects their classes; blank where they keep those they have. */
	default String classify() {
		return "";
	}

	/** Whether objects get one id through slices or frames. */
	default YesNo link() {
		return YesNo.NO;
	}

	/** See {@link triptych.decode.Thresholds}. */
	default double share() {
		return 0.5;
	}

	/** The model of the objects, where a scene is composed of two models. */
	default String things() {
		return "";
	}

	/** The model of the regions around them. */
	default String stuff() {
		return "";
	}
}
