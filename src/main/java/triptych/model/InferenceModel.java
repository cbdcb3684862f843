package triptych.model;

import java.util.List;

import triptych.core.Tensor;

/**
 * Runs an opened model: tensors in, tensors out. Serves one thread at a time. The caller may reuse
 * the inputs once it has returned; the outputs are valid until its next run, which may write into
 * the same buffers.
 */
@FunctionalInterface
public interface InferenceModel {

	List<Tensor> run(List<Tensor> inputs);

	/**
	 * Ends the run that is in progress, from another thread: it throws
	 * {@link triptych.core.Stopped}. Does nothing where none is.
	 */
	default void end() {}
}
