package triptych.teach.regions;

import triptych.options.ImageOptions;
import triptych.options.Option;
import triptych.options.YesNo;

/** Keys of Teach Regions... */
public record RegionOptions(
	@Option(
		value = "auto",
		help = "where regions are marked: auto takes the areas, lines and points of the overlay, or"
			+ " else of the ROI Manager, with their class by group or name; or a file of ROIs, a label"
			+ " image that knows its classes, or a folder of ROI files or annotations beside images",
		form = "auto, overlay, manager, an image's title, a file or a folder")
	String examples,
	@Option(
		help = "where the images of a folder's ROIs or annotations lie, if not beside them",
		form = "a folder")
	String images,
	@Option(
		help = "what the model is to be called; model= of Segment Regions... then takes this name",
		form = "letters, digits, dots, - and _")
	String name,
	@Option(
		value = "auto",
		help = "whether the inner maps of the bundled network for nuclei are looked at beside the"
			+ " filters: auto does where cross-validation is wrong a tenth less often with them; the"
			+ " model then takes longer")
	NetworkUse network,
	@Option(
		value = "0.95", min = 0, max = 1,
		help = "the balanced accuracy for which the report tells how many more examples it would need")
	double goal,
	@Option(
		help = "a folder for the model; where it is empty, the one of installed models, where it is"
			+ " found by its name",
		form = "a folder")
	String save,
	@Option(value = "no", help = ImageOptions.OVERWRITE_HELP)
	YesNo overwrite)
{

	/** Whether the inner maps of a bundled network are looked at. */
	public enum NetworkUse {
		AUTO, NO, YES
	}
}
