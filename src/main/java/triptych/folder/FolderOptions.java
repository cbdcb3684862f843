package triptych.folder;

import triptych.options.Option;
import triptych.options.YesNo;

/** Keys of Process Folder... itself; those of the task's command stand beside them. */
public record FolderOptions(
	@Option(
		choices = { "classification", "detection", "semantic", "instance", "panoptic" },
		help = "what is done with each image: Classify Image..., Detect Objects..., Segment"
			+ " Regions..., Segment Objects... or Segment Scene...")
	String task,
	@Option(help = "the folder with the images", form = "a folder")
	String input,
	@Option(help = "the folder for the results; made where it is missing", form = "a folder")
	String save,
	@Option(
		value = "*",
		help = "which files: a pattern for the file name, in capitals or not; * is any text, ? any "
			+ "letter, {tif,png} a choice; * alone passes over what by its ending is no image",
		form = "such as *.tif")
	String pattern,
	@Option(
		value = "no",
		help = "whether the folders inside are taken too; the results get the same folders")
	YesNo recursive,
	@Option(
		value = "yes",
		help = "whether images that an earlier start has done are kept, or all are done again (with "
			+ "overwrite=yes)")
	YesNo resume,
	@Option(
		help = "which group of an experiment an image belongs to, for the column Group and the"
			+ " table and plots by group: folder takes the folder inside that it lies in (with"
			+ " recursive=yes), a pattern for the file name takes what stands at {group}",
		form = "folder, or such as {group}_*.tif")
	String group,
	@Option(
		value = "no",
		help = "when the folder for the results holds files of these names that are not from an "
			+ "earlier start: stop before running, or replace them")
	YesNo overwrite)
{}
