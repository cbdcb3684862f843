package triptych.folder;

import triptych.options.Option;

/** Keys of Review Folder... */
public record ReviewOptions(
	@Option(
		help = "the folder that Process Folder... has saved its results into",
		form = "a folder")
	String results,
	@Option(
		value = "name",
		help = "which image comes first: by the name, or worst: those with most objects that probably"
			+ " are several, then those with the lowest scores")
	Order order)
{

	/** The name of the command in the menu and in macros. */
	public static final String COMMAND = "Review Folder...";

	/** Which image comes first. */
	public enum Order {
		NAME, WORST
	}
}
