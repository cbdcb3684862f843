package triptych.options;

import java.util.Set;

import triptych.engine.Device;
import triptych.pipeline.tiles.TileSize;

/** Keys of Classify Image... */
public record ClassifyOptions(
	@Option(help = MODEL_HELP, form = "a model's name or path")
	String model,
	@Option(value = "auto", help = DEVICE_HELP, form = DEVICE_FORM)
	Device device,
	@Option(
		value = "image", choices = { "image", "selection", "rois" },
		help = WITHIN_HELP + "; rois: each ROI of the overlay, or else of the ROI Manager, for itself")
	Within within,
	@Option(value = "current", help = SLICES_HELP, form = RANGE_FORM)
	PlaneRange slices,
	@Option(value = "current", help = FRAMES_HELP, form = RANGE_FORM)
	PlaneRange frames,
	@Option(value = "auto", help = CHANNELS_HELP, form = "auto, or a list such as 1,2")
	ChannelList channels,
	@Option(value = "auto", help = TILE_HELP, form = TILE_FORM)
	TileSize tile,
	@Option(value = "0", min = 0, help = DIAMETER_HELP)
	double diameter,
	@Option(value = "none", help = AUGMENT_HELP)
	Augment augment,
	@Option(value = "auto", help = "one class is true, or several can be; auto follows the model")
	Mode mode,
	@Option(value = "5", min = 1, help = "how many classes the table lists, best first")
	int top,
	@Option(
		value = "0", min = 0, max = 1,
		help = "lowest score that counts as an answer: Accepted is 1 from there on; with 0 the best "
			+ "class of an image always counts, however low its score, or where several can be true "
			+ "those above the model's own limit")
	double accept,
	@Option(help = THRESHOLDS_HELP, form = "class:score pairs")
	ClassLimits thresholds,
	@Option(
		value = "table", choices = { "table", "overlay", "picture", "probabilities" },
		help = "what is given back; picture is the image with what was found burnt in")
	Set<Output> outputs,
	@Option(help = SAVE_HELP, form = "a folder")
	String save,
	@Option(value = "no", help = OVERWRITE_HELP)
	YesNo overwrite)
	implements RunOptions
{

	/** How many classes may be true at once. */
	public enum Mode {
		AUTO, SINGLE, MULTI
	}
}
