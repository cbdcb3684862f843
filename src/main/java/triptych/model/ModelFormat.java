package triptych.model;

/**
 * One way of telling what a model is: a description beside the file, or what the file says of
 * itself. A new format is one class and one line in {@link ModelFormats}.
 */
interface ModelFormat {

	/** True where this format describes the model; looks only, and has no errors of its own. */
	boolean accepts(ModelFiles files, GraphInfo graph);

	/**
	 * Everything that is needed to run the model, checked against its graph: sizes in pixels of the
	 * network's input as the graph fixes them, one mean and std for each channel.
	 *
	 * @param usual what counts for limits that the format does not tell
	 * @throws triptych.core.TriptychException where something is missing, wrong or does not fit the
	 *           graph; its sentence says where to write what
	 */
	ModelSpec read(ModelFiles files, GraphInfo graph, UsualLimits usual);
}
