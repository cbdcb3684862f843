package triptych.dataset;

import triptych.options.Option;

/** Keys of Import Annotations... */
public record ImportOptions(
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
		value = "rois",
		help = "rois: outlines with class, group and properties, which may overlap; labels: a label "
			+ "image")
	As as,
	@Option(
		help = "a folder that gets a label image or a zip of ROIs for each image of the data set; "
			+ "where it is empty, the annotations of the open image are put onto it",
		form = "a folder")
	String save)
{

	/** What annotations become. */
	public enum As {
		ROIS, LABELS
	}
}
