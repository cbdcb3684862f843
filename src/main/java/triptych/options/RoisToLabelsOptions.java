package triptych.options;

import java.util.Set;

/** Keys of ROIs to Labels... */
public record RoisToLabelsOptions(
	@Option(value = "auto", help = ObjectOrigin.ROIS_HELP, form = ObjectOrigin.ROIS_FORM)
	ObjectOrigin from,
	@Option(value = "all", help = SLICES_HELP, form = RANGE_FORM)
	PlaneRange slices,
	@Option(value = "all", help = FRAMES_HELP, form = RANGE_FORM)
	PlaneRange frames,
	@Option(help = SAVE_HELP, form = "a folder")
	String save,
	@Option(value = "no", help = OVERWRITE_HELP)
	YesNo overwrite)
	implements ImageOptions
{

	@Override
	public Set<Output> outputs() {
		return Set.of(Output.LABELS);
	}
}
