package triptych.decode.query;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;

import triptych.core.Placement;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.Activation;
import triptych.decode.NumberedOutput;
import triptych.decode.OutputCheck;
import triptych.decode.OutputShape;
import triptych.decode.Parameter;
import triptych.decode.Parameter.Kind;
import triptych.model.GraphInfo.Slot;
import triptych.model.ModelSpec;

/**
 * What MaskFormer (Cheng et al. 2021) and Mask2Former (Cheng et al. 2022) answer: a class and a
 * mask for each of a fixed number of queries. Class scores are a softmax whose last class is no
 * object; masks are logits at a part of the input's size.
 */
final class MaskQueries {

	static final Parameter LOGITS = Parameter.of("logits", Kind.OUTPUT, "0",
		"which output holds the class logits of the queries, from 0");

	static final Parameter MASKS = Parameter.of("masks", Kind.OUTPUT, "1",
		"which output holds the mask logits of the queries, from 0");

	static final Parameter STUFF = Parameter.of("stuff", Kind.MAPS, "none",
		"which classes are regions and no objects, by their index from 0");

	private final MaskSize masks;
	private final int[] stuff;
	private final int[] classes;
	private final double[] scores;
	private final boolean[] none;
	private final float[][] weights;

	/** @throws TriptychException where the outputs are none of queries */
	MaskQueries(List<Tensor> outputs, ModelSpec model, Placement placement) {
		this(outputs, 0, 1, model, placement);
	}

	/**
	 * Those of one of several images in a batch.
	 *
	 * @throws TriptychException where the outputs are none of queries
	 */
	MaskQueries(List<Tensor> outputs, int image, int batch, ModelSpec model, Placement placement) {
		Tensor logits = part(NumberedOutput.of(outputs, LOGITS.whole(model.decoder()), model), image,
			batch);
		Tensor maps = part(NumberedOutput.of(outputs, MASKS.whole(model.decoder()), model), image,
			batch);
		long[] c = logits.shape(), m = maps.shape();
		boolean fits = c.length == 3 && m.length == 4 && c[0] == 1 && m[0] == 1 && c[1] == m[1];
		if (!fits || c[2] < 2 || m[1] * m[2] * m[3] == 0)
			throw new TriptychException("The outputs " + logits + " and " + maps + " of the model "
				+ model.name() + " are no logits [1, queries, classes + 1] and masks [1, queries, height,"
				+ " width].");
		int known = (int) c[2] - 1, named = model.classes().size();
		if (named > 0 && named != known)
			throw new TriptychException("The model " + model.name() + " gives scores for " + known
				+ " classes, but its description names " + named + ".");
		masks = new MaskSize(MaskSize.CUT.choice(model.decoder()), maps, placement);
		stuff = STUFF.maps(model.decoder());
		for (int k : stuff)
			if (k >= known) throw model.decoder().wrong(STUFF.name(), "less than " + known
				+ ", the number of classes");
		classes = new int[(int) c[1]];
		scores = new double[classes.length];
		none = new boolean[classes.length];
		weights = new float[classes.length][known];
		choose(logits.floats(), known, model);
	}

	private static Tensor part(Tensor all, int image, int batch) {
		long[] shape = all.shape().clone();
		if (batch == 1 || shape[0] != batch) return all;
		shape[0] = 1;
		int bytes = Math.toIntExact(Tensor.elements(shape) * all.type().bytes());
		ByteBuffer part = all.data().slice(image * bytes, bytes).order(ByteOrder.nativeOrder());
		return new Tensor(all.name(), shape, all.type(), part);
	}

	/** See {@link triptych.decode.ModelFamily#misfit}. */
	static String misfit(ModelSpec model, List<Slot> outputs) {
		int logits = LOGITS.whole(model.decoder()), masks = MASKS.whole(model.decoder());
		long any = OutputShape.ANY;
		if (!OutputShape.fits(outputs, logits, 1, any, OutputShape.plusClasses(1, model)))
			return "output " + logits + " must be logits [1, queries, classes + 1]";
		long queries = outputs.get(logits).shape()[1];
		return OutputShape.fits(outputs, masks, 1, Math.max(any, queries), any, any) ? ""
			: "output " + masks + " must be masks [1, queries, height, width]";
	}

	private void choose(FloatBuffer logits, int known, ModelSpec model) {
		double[] values = new double[known + 1];
		for (int q = 0; q < classes.length; q++) {
			for (int k = 0; k <= known; k++)
				values[k] = logits.get(q * (known + 1) + k);
			Activation.SOFTMAX.apply(values);
			// A softmax spreads NaN.
			if (Double.isNaN(values[0])) throw OutputCheck.noNumber(model);
			for (int k = 0; k < known; k++)
				weights[q][k] = (float) values[k];
			for (int k = 1; k < known; k++)
				if (values[k] > values[classes[q]]) classes[q] = k;
			scores[q] = values[classes[q]];
			none[q] = values[known] > scores[q];
		}
	}

	int count() {
		return classes.length;
	}

	/** The scores of all classes but no object, [queries][classes]. */
	float[][] weights() {
		return weights;
	}

	/** The query's best class that is an object. */
	int classId(int query) {
		return classes[query];
	}

	/** The score of that class, in [0,1]. */
	double score(int query) {
		return scores[query];
	}

	/** True where "no object" is more probable than any class. */
	boolean isNone(int query) {
		return none[query];
	}

	/** True where the query's class is one of regions. */
	boolean isStuff(int query) {
		return IntStream.of(stuff).anyMatch(k -> k == classes[query]);
	}

	/** Logits and scores of each query's mask at the pixels of the image. */
	MaskSize masks() {
		return masks;
	}
}
