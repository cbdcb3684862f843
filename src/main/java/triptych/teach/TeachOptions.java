package triptych.teach;

import triptych.options.ImageOptions;
import triptych.options.Option;
import triptych.options.YesNo;

/** Keys of Teach Classes... */
public record TeachOptions(
	@Option(
		value = "auto",
		help = "the objects with their classes: auto takes the ROIs of the overlay, or else of the ROI "
			+ "Manager, by group or name; or a file of ROIs, a label image that knows its classes, "
			+ "annotations of a data set, or a folder with a folder of crops for each class",
		form = "auto, overlay, manager, an image's title, a file or a folder")
	String examples,
	@Option(
		help = "where the images of a data set lie, if not beside its annotations",
		form = "a folder")
	String images,
	@Option(
		help = "what the model is to be called; model= and classify= then take this name",
		form = "letters, digits, dots, - and _")
	String name,
	@Option(
		value = "0.99", min = 0, max = 1,
		help = "the balanced accuracy for which the report tells how many more examples it would need")
	double goal,
	@Option(
		help = "a folder for the model; where it is empty, the one of installed models, where it is "
			+ "found by its name",
		form = "a folder")
	String save,
	@Option(value = "no", help = ImageOptions.OVERWRITE_HELP)
	YesNo overwrite)
{}
