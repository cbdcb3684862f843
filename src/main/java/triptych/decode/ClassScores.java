package triptych.decode;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import triptych.core.ClassScore;
import triptych.core.Classification;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.model.ModelSpec;

/**
 * One vector of class values, shape [1, n] or [1, n, 1, 1]. Parameters: activation (softmax, sigmoid, none) and
 * exclusive (yes: one class is true; no: several can be), which follows the activation where it is not told.
 */
final class ClassScores implements Decoder {

	private final ModelSpec model;
	private final Activation activation;
	private final boolean multiLabel;

	ClassScores(ModelSpec model) {
		this.model = model;
		activation = Activation.of(model.decoder());
		multiLabel = !model.decoder().yes("exclusive", activation != Activation.SIGMOID);
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		Tensor out = outputs.get(model.decoder().integer("output", 0));
		int n = out.size();
		if (out.squeezed().length != 1 || n < 2) throw new TriptychException("The model " + model.name()
			+ " does not give a score for each class: its output is " + out + (n == 1
				? ", a single number, as a regression model gives." : "."));
		if (!model.classes().isEmpty() && model.classes().size() != n) throw new TriptychException("The model "
			+ model.name() + " gives " + n + " scores, but its description names " + model.classes().size() + " classes.");
		FloatBuffer values = out.floats();
		double[] logits = new double[n];
		for (int i = 0; i < n; i++)
			logits[i] = values.get(i);
		double[] scores = activation.scores(logits);
		List<ClassScore> list = new ArrayList<>(n);
		for (int i = 0; i < n; i++)
			list.add(activation == Activation.NONE ? ClassScore.of(i, model.className(i), values.get(i)) : new ClassScore(i, model
				.className(i), scores[i]));
		if (activation == Activation.NONE) Arrays.fill(logits, Double.NaN);
		return new Classification(list, logits, multiLabel);
	}
}
