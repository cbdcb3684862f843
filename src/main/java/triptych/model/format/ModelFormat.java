package triptych.model.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import triptych.model.GraphInfo;
import triptych.model.ModelSpec;
import triptych.model.UsualLimits;

/**
 * One way of telling what a model is: a description beside the file, or what the file says of
 * itself. A new format is one class and one line in {@link ModelFormats}.
 */
interface ModelFormat {

	/**
	 * The names of the files from which this format starts, such as config.json; none where it needs
	 * the .onnx only.
	 */
	default List<String> starts() {
		return List.of();
	}

	/**
	 * True where the file, which ends with one of the names, is one of this format; looks only.
	 */
	default boolean isStart(Path file) {
		return false;
	}

	/**
	 * The .onnx that such a file belongs to.
	 *
	 * @throws triptych.core.TriptychException where it names none that is there
	 */
	default Path onnx(Path start) {
		throw new IllegalStateException(start.toString());
	}

	/** True where the file tells what this .onnx, which lies in its folder or below, is. */
	default boolean tells(Path start, Path onnx) {
		return onnx(start).equals(onnx);
	}

	/** The test that a model brings, if any; the files may be missing. */
	default Optional<TestTensors> test(Path start) {
		return Optional.empty();
	}

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
