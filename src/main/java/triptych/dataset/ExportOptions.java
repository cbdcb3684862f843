package triptych.dataset;

import triptych.options.NameList;
import triptych.options.ObjectOrigin;
import triptych.options.Option;
import triptych.options.YesNo;

/** Keys of Export Annotations... */
public record ExportOptions(
	@Option(
		value = "auto",
		help = ObjectOrigin.HELP + "; or a folder of label images or zips of ROIs, one for each image",
		form = "auto, overlay, manager, an image's title, a file or a folder")
	ObjectOrigin from,
	@Option(
		value = "coco",
		choices = { "coco", "panoptic", "voc", "yolo", "geojson", "labels", "rois" },
		help = "how they are written")
	String format,
	@Option(
		help = "where to: a file for coco, else a folder",
		form = "a file or a folder")
	String path,
	@Option(
		help = "only objects of these classes; all where it is empty",
		form = "class names, separated by commas")
	NameList classes,
	@Option(
		value = "no",
		help = "whether the image is added to a data set that is there; else nothing may be there")
	YesNo append)
{}
