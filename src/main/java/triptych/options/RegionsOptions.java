package triptych.options;

import java.util.Set;

import triptych.engine.Device;
import triptych.pipeline.tiles.TileSize;

/** Keys of Segment Regions... */
public record RegionsOptions(
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
	@Option(
		help = THRESHOLDS_HELP + "; for models whose classes do not exclude each other",
		form = "class:score pairs")
	ClassLimits thresholds,
	@Option(
		value = "0", min = 0,
		help = "connected regions of a smaller area are cleaned away (calibrated units)")
	double smallest,
	@Option(
		value = "labels,table",
		choices = { "labels", "table", "overlay", "legend", "rois", "picture", "probabilities",
			"uncertainty" },
		help = "what is given back; the legend is drawn with the overlay")
	Set<Output> outputs,
	@Option(help = SAVE_HELP, form = "a folder")
	String save,
	@Option(value = "no", help = OVERWRITE_HELP)
	YesNo overwrite)
	implements RunOptions
{}
