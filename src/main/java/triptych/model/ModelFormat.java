package triptych.model;

/** One way of telling what a model is. A new format is one class and one line in {@link ModelFormats}. */
interface ModelFormat {

	boolean accepts(ModelFiles files, GraphInfo graph);

	ModelSpec read(ModelFiles files, GraphInfo graph);
}
