package triptych.options;

import java.util.OptionalDouble;
import java.util.Set;

import triptych.engine.Device;
import triptych.pipeline.tiles.TileSize;

/** Keys of Segment Objects... */
public record ObjectsOptions(
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
		help = "of two objects whose boxes share more than this (intersection over union) the weaker "
			+ "is dropped")
	OptionalDouble overlap,
	@Option(help = THRESHOLDS_HELP, form = "class:score pairs")
	ClassLimits thresholds,
	@Option(value = "0.5", min = 0, max = 1, help = "from where on a soft mask counts as object")
	double cutoff,
	@Option(value = "0", min = 0, help = "objects of a smaller area are dropped (calibrated units)")
	double smallest,
	@Option(value = "keep", help = "whether objects that touch the image's edge are kept")
	Border border,
	@Option(
		value = "overlay,labels,table",
		choices = { "overlay", "ids", "legend", "labels", "table", "summary", "rois", "picture",
			"probabilities" },
		help = OUTPUTS_HELP)
	Set<Output> outputs,
	@Option(help = SAVE_HELP, form = "a folder")
	String save,
	@Option(value = "no", help = OVERWRITE_HELP)
	YesNo overwrite)
	implements RunOptions
{

	/** What happens to objects at the image's edge. */
	public enum Border { KEEP, EXCLUDE }
}
