package triptych.decode;

import java.util.List;

import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.model.ModelSpec;

/** The outputs of a model by their numbers. */
public final class NumberedOutput {

	private NumberedOutput() {}

	/** @throws TriptychException where the model has fewer outputs */
	public static Tensor of(List<Tensor> outputs, int number, ModelSpec model) {
		if (number >= 0 && number < outputs.size()) return outputs.get(number);
		throw new TriptychException("The description of " + model.name() + " names output " + number
			+ ", but the model has only the outputs " + outputs + ", numbered from 0.");
	}
}
