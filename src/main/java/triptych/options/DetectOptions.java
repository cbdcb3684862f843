package triptych.options;

import java.util.OptionalDouble;
import java.util.Set;

import triptych.decode.Suppression;
import triptych.engine.Device;
import triptych.pipeline.tiles.TileSize;

/** Keys of Detect Objects... */
public record DetectOptions(
	@Option(help = MODEL_HELP, form = "a model's name or path")
	String model,
	@Option(value = "auto", help = DEVICE_HELP, form = DEVICE_FORM)
	Device device,
	@Option(value = "image", choices = { "image", "selection" }, help = WITHIN_HELP)
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
	@Option(value = "no", help = LINK_HELP)
	YesNo link,
	@Option(help = CLASSIFY_HELP, form = "a model's name or path")
	String classify,
	@Option(value = "model", min = 0, max = 1, help = "lowest score kept")
	OptionalDouble confidence,
	@Option(
		value = "model", min = 0, max = 1,
		help = "of two boxes that share more than this (intersection over union) the weaker is dropped")
	OptionalDouble overlap,
	@Option(
		value = "per-class", help = "whether boxes compete within their class, with all, or not at all")
	Suppression suppression,
	@Option(help = THRESHOLDS_HELP, form = "class:score pairs")
	ClassLimits thresholds,
	@Option(value = "0", min = 0, help = "most objects kept, strongest first; 0 is no limit")
	int max,
	@Option(value = "all", help = "all objects, or only the best box of the image")
	Find find,
	@Option(
		value = "overlay,table",
		choices = { "overlay", "ids", "legend", "table", "summary", "rois", "labels", "picture" },
		help = OUTPUTS_HELP)
	Set<Output> outputs,
	@Option(help = SAVE_HELP, form = "a folder")
	String save,
	@Option(value = "no", help = OVERWRITE_HELP)
	YesNo overwrite)
	implements RunOptions
{

	/** All objects, or the one that the image is about. */
	public enum Find {
		ALL, BEST
	}
}
