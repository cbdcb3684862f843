package triptych.decode.family;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;

import triptych.core.ClassScore;
import triptych.core.Classification;
import triptych.core.Prediction;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.OutputCheck;
import triptych.decode.Activation;
import triptych.decode.Decoder;
import triptych.decode.ModelFamily;
import triptych.decode.NumberedOutput;
import triptych.decode.OutputShape;
import triptych.decode.Parameter;
import triptych.decode.Thresholds;
import triptych.decode.TileRule;
import triptych.model.GraphInfo.Slot;
import triptych.model.Limits;
import triptych.model.ModelSpec;

/** One vector of class values: what an image shows. */
final class ClassScores implements ModelFamily {

	@Override
	public String name() {
		return "class-scores";
	}

	@Override
	public String help() {
		return "One vector with a value for each class, [1, n] or [1, n, 1, 1]: the class of the whole "
			+ "image, or several of them.";
	}

	@Override
	public Set<Task> tasks() {
		return Set.of(Task.CLASSIFICATION);
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		int number = Parameter.OUTPUT.whole(model.decoder());
		boolean fits = OutputShape.fits(outputs, number, OutputShape.ANY)
			|| OutputShape.fits(outputs, number, 1, OutputShape.classes(model))
			|| OutputShape.fits(outputs, number, 1, OutputShape.classes(model), 1, 1)
			|| OutputShape.fits(outputs, number, 1, 1, 1, OutputShape.classes(model));
		return fits ? "" : "output " + number + " must be [1, classes]";
	}

	@Override
	public List<Parameter> parameters() {
		return List.of(Parameter.OUTPUT, Activation.PARAMETER, Activation.EXCLUSIVE);
	}

	@Override
	public Class<? extends Prediction> gives(ModelSpec model) {
		return Classification.class;
	}

	@Override
	public Set<String> usableKeys(ModelSpec model) {
		return Set.of("thresholds");
	}

	@Override
	public Limits usualLimits() {
		return new Limits(0.5, 0.45);
	}

	@Override
	public TileRule tiles(ModelSpec model) {
		return TileRule.WHOLE;
	}

	@Override
	public boolean givesScores(ModelSpec model) {
		return true;
	}

	@Override
	public Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		Activation activation = Activation.of(model.decoder());
		boolean exclusive = Activation.exclusive(model.decoder());
		return (outputs, placement) -> classification(outputs, model, activation, exclusive);
	}

	private static Classification classification(List<Tensor> outputs, ModelSpec model,
		Activation activation, boolean exclusive)
	{
		Tensor out = NumberedOutput.of(outputs, Parameter.OUTPUT.whole(model.decoder()), model);
		int n = out.size();
		checkCount(out, model);
		FloatBuffer values = out.floats();
		double[] logits = new double[n];
		for (int i = 0; i < n; i++)
			logits[i] = values.get(i);
		for (double logit : logits)
			if (Double.isNaN(logit)) throw OutputCheck.noNumber(model);
		boolean scored = activation == Activation.NONE;
		DoubleSummaryStatistics range = Arrays.stream(logits).summaryStatistics();
		activation.checkScores((float) range.getMin(), (float) range.getMax(), model.name());
		double[] scores = activation.scores(logits);
		for (double score : scores)
			OutputCheck.score((float) score, model);
		List<ClassScore> list = new ArrayList<>(n);
		for (int i = 0; i < n; i++) {
			String name = model.className(i);
			float told = Math.max(0, Math.min(1, values.get(i)));
			list.add(scored ? ClassScore.of(i, name, told) : new ClassScore(i, name, scores[i]));
		}
		if (scored) Arrays.fill(logits, Double.NaN);
		return new Classification(list, logits, !exclusive);
	}

	private static void checkCount(Tensor out, ModelSpec model) {
		int n = out.size(), named = model.classes().size();
		if (out.squeezed().length != 1 || n < 2) {
			String why = n == 1 ? ", a single number, as a regression model gives." : ".";
			throw new TriptychException("The model " + model.name()
				+ " does not give a score for each class: its output is " + out + why);
		}
		if (named > 0 && named != n) throw new TriptychException("The model " + model.name() + " gives "
			+ n + " scores, but its description names " + named + " classes.");
	}
}
