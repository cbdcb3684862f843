package triptych.model;

import java.util.List;

import triptych.core.Tensor;

/**
 * An opened model: tensors in, tensors out. Input data may be reused by the caller once {@code run} has returned;
 * output data belongs to the caller. Safe to call from several threads.
 */
public interface InferenceModel extends AutoCloseable {

	GraphInfo graph();

	/** The device that really runs this model, such as {@code cpu} or {@code gpu:0}. */
	String device();

	List<Tensor> run(List<Tensor> inputs);

	@Override
	void close();
}
