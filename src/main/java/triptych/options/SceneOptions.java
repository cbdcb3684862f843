package triptych.options;

import java.util.OptionalDouble;
import java.util.Set;

import triptych.engine.Device;
import triptych.pipeline.tiles.TileSize;

/** Keys of Segment Scene... */
public record SceneOptions(
	@Option(help = MODEL_HELP, form = "a model's name or path")
	String model,
	@Option(
		help = "without a panoptic model: the model of the single objects, which lie over what stuff"
			+ " finds",
		form = "a model's name or path")
	String things,
	@Option(
		help = "without a panoptic model: the model of the regions around the objects",
		form = "a model's name or path")
	String stuff,
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
	@Option(value = "model", min = 0, max = 1, help = "lowest score kept")
	OptionalDouble confidence,
	@Option(
		value = "0.5", min = 0, max = 1,
		help = "an object that stronger ones leave less than this share of its own pixels goes")
	double share,
	@Option(
		value = "0", min = 0,
		help = "regions of a class with a smaller area in all are removed (calibrated units)")
	double smallest,
	@Option(
		value = "labels,table",
		choices = { "labels", "table", "overlay", "ids", "legend", "rois", "picture" },
		help = OUTPUTS_HELP)
	Set<Output> outputs,
	@Option(help = SAVE_HELP, form = "a folder")
	String save,
	@Option(value = "no", help = OVERWRITE_HELP)
	YesNo overwrite)
	implements RunOptions
{}
