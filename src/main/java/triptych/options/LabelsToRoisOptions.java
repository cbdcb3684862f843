package triptych.options;

import java.util.Set;

/** Keys of Labels to ROIs... */
public record LabelsToRoisOptions(
	@Option(help = ObjectOrigin.LABELS_HELP, form = ObjectOrigin.LABELS_FORM)
	ObjectOrigin from,
	@Option(value = "all", help = SLICES_HELP, form = RANGE_FORM)
	PlaneRange slices,
	@Option(value = "all", help = FRAMES_HELP, form = RANGE_FORM)
	PlaneRange frames,
	@Option(
		value = "no",
		help = "whether the parts of a label that do not touch become objects of their own, as a "
			+ "binary mask needs it")
	YesNo split,
	@Option(
		value = "rois", choices = { "rois", "overlay", "ids", "legend", "picture" },
		help = "where the ROIs go: the ROI Manager, the image's overlay; ids and legend are drawn with "
			+ "the overlay")
	Set<Output> outputs,
	@Option(help = SAVE_HELP, form = "a folder")
	String save,
	@Option(value = "no", help = OVERWRITE_HELP)
	YesNo overwrite)
	implements ImageOptions
{}
