package triptych.dataset;

import triptych.options.Option;
import triptych.options.YesNo;

/** Flags of {@code convert}. */
public record ConvertOptions(
	@Option(
		help = "the annotations: a file, or the folder of a data set",
		form = "a file or a folder")
	String path,
	@Option(
		value = "auto",
		choices = { "auto", "coco", "voc", "yolo", "labelme", "geojson", "labels", "rois" },
		help = "how they are written; auto looks at the files")
	String format,
	@Option(
		choices = { "coco", "panoptic", "voc", "yolo", "geojson", "labels", "rois" },
		help = "how they are to be written")
	String to,
	@Option(
		help = "where to: a file for coco, else a folder",
		form = "a file or a folder")
	String save,
	@Option(
		value = "no",
		help = "whether the images are added to a data set that is there; else nothing may be there")
	YesNo append)
{}
