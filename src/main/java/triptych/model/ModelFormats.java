package triptych.model;

import java.util.List;

import triptych.core.TriptychException;

/**
 * The formats in the order in which they are asked; the first that accepts a model describes it.
 */
public final class ModelFormats {

	private static final List<ModelFormat> FORMATS = List.of(
		new DescriptionFormat(),
		new UltralyticsFormat());

	private ModelFormats() {}

	/**
	 * What the model is, or a sentence that says what is missing and where to write it.
	 *
	 * @param usual what counts for limits that nothing tells
	 */
	public static ModelSpec read(ModelFiles files, GraphInfo graph, UsualLimits usual) {
		for (ModelFormat format : FORMATS)
			if (format.accepts(files, graph)) return format.read(files, graph, usual);
		ImageInputs.imageInput(graph, files.name());
		throw new TriptychException("The model " + files.name()
			+ " does not say what it is for, and that cannot be told from its shapes; "
			+ "describe it in a file "
			+ files.descriptionFile() + " (Inspect Model... prints one to fill in).");
	}

	/** True where some format can describe the model. */
	public static boolean described(ModelFiles files, GraphInfo graph) {
		return FORMATS.stream().anyMatch(f -> f.accepts(files, graph));
	}
}
