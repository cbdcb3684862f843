package triptych.session;

import triptych.options.Option;

/** Keys of Install Model... */
public record InstallOptions(
	@Option(
		help = "what is installed: an .onnx file, its description, a model folder or a .zip package; to"
			+ " rename or to remove, the name of an installed model",
		form = "a file, a folder or a name")
	String model,
	@Option(
		help = "the name that model= takes afterwards, the file's or folder's own where it is empty;"
			+ " to rename the new one",
		form = "letters, digits, _, - and .")
	String name,
	@Option(
		value = "install",
		help = "install copies the model with its description into the user's model folder; rename and"
			+ " remove are for models there")
	Action action)
{

	/** What is done with the model. */
	public enum Action {
		INSTALL, RENAME, REMOVE
	}
}
