package triptych.options;

import java.util.Set;

/** Keys of Measure Objects... */
public record MeasureOptions(
	@Option(value = "auto", help = ObjectOrigin.HELP, form = ObjectOrigin.FORM)
	ObjectOrigin from,
	@Option(value = "all", help = SLICES_HELP, form = RANGE_FORM)
	PlaneRange slices,
	@Option(value = "all", help = FRAMES_HELP, form = RANGE_FORM)
	PlaneRange frames,
	@Option(
		help = "only objects of these classes; all where it is empty",
		form = "class names, separated by commas")
	NameList classes,
	@Option(
		value = "0", min = 0, max = 1,
		help = "lowest score kept; objects without a score, such as those drawn by hand, are always "
			+ "kept")
	double confidence,
	@Option(value = "0", min = 0, help = "objects of a smaller area are left out (calibrated units)")
	double smallest,
	@Option(
		value = "0", min = 0,
		help = "objects of a larger area are left out (calibrated units); 0 is no limit")
	double largest,
	@Option(value = "keep", help = "whether objects that touch the image's edge are kept")
	ObjectsOptions.Border border,
	@Option(
		value = "standard",
		help = "standard: the columns of Segment Objects...; all: also Major, Minor and Angle of the "
			+ "fitted ellipse, the Median of every channel, Parts, AtBorder and ProbablyMerged")
	Columns columns,
	@Option(help = "a column whose distribution is plotted", form = "a column such as Area")
	String histogram,
	@Option(
		help = "two columns that are plotted against each other",
		form = "two columns such as Area,Circ.")
	String scatter,
	@Option(
		value = "table", choices = { "table", "summary", "labels", "rois", "picture" },
		help = "what is given back; picture is the image with outlines, ids and legend burnt in")
	Set<Output> outputs,
	@Option(help = SAVE_HELP, form = "a folder")
	String save,
	@Option(value = "no", help = OVERWRITE_HELP)
	YesNo overwrite)
	implements ImageOptions
{

	/** Which measurements the table has. */
	public enum Columns {
		STANDARD, ALL
	}
}
