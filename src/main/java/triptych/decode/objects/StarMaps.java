package triptych.decode.objects;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.Activation;
import triptych.decode.NumberedOutput;
import triptych.decode.OutputCheck;
import triptych.decode.OutputShape;
import triptych.decode.Parameter;
import triptych.decode.Parameter.Kind;
import triptych.model.GraphInfo.Slot;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** The probability and the ray distances of a StarDist output, cell by cell. */
final class StarMaps {

	private static final Parameter PROBABILITY = Parameter.of("probability", Kind.OUTPUT, "0",
		"which output holds the probability, from 0; with a single output its first map");

	private static final Parameter DISTANCES = Parameter.of("distances", Kind.OUTPUT, "1",
		"which output holds the distances; with a single output all maps behind the first");

	private static final Parameter ACTIVATION = Parameter.choice("activation", "none",
		"what makes probabilities of the first map; none: the model has done it", "sigmoid", "none");

	static final List<Parameter> PARAMETERS = List.of(PROBABILITY, DISTANCES, ACTIVATION);

	/** Fewer rays are no outline. */
	private static final int FEWEST = 8;

	private final ModelSpec model;
	private final FloatBuffer probability, distances;
	private final boolean last, sigmoid;
	private final int firstRay, probabilityMaps, distanceMaps;
	final int width, height, rays;

	StarMaps(List<Tensor> outputs, ModelSpec model) {
		this.model = model;
		last = model.input().layout() == Layout.NHWC;
		sigmoid = ACTIVATION.choice(model.decoder()).equals("sigmoid");
		Tensor first = NumberedOutput.of(outputs, PROBABILITY.whole(model.decoder()), model);
		boolean single = outputs.size() == 1;
		Tensor second = single ? first
			: NumberedOutput.of(outputs, DISTANCES.whole(model.decoder()), model);
		int[] p = sizes(first), d = sizes(second);
		probabilityMaps = p[0];
		distanceMaps = d[0];
		firstRay = single ? 1 : 0;
		rays = d[0] - firstRay;
		height = p[1];
		width = p[2];
		boolean same = p[1] == d[1] && p[2] == d[2];
		if (!same || rays < FEWEST || !single && p[0] != 1)
			throw new TriptychException("The outputs " + first + " and " + second + " of the model "
				+ model.name() + " are no probability and distances of at least " + FEWEST
				+ " rays as StarDist gives them.");
		probability = first.floats();
		distances = second.floats();
	}

	/** Maps, height and width. */
	private int[] sizes(Tensor out) {
		int[] s = Arrays.stream(out.shape()).mapToInt(Math::toIntExact).toArray();
		if (s.length != 4 || s[0] != 1) throw new TriptychException("The output " + out
			+ " holds no maps [1, maps, height, width].");
		return last ? new int[] { s[3], s[1], s[2] } : new int[] { s[1], s[2], s[3] };
	}

	/** See {@link triptych.decode.ModelFamily#misfit}. */
	static String misfit(ModelSpec model, List<Slot> outputs) {
		long any = OutputShape.ANY;
		boolean last = model.input().layout() == Layout.NHWC, single = outputs.size() == 1;
		int first = PROBABILITY.whole(model.decoder());
		int second = single ? first : DISTANCES.whole(model.decoder());
		if (!OutputShape.fits(outputs, second, 1, any, any, any))
			return "output " + second + " must be distances [1, rays, height, width]";
		long one = single ? any : 1;
		boolean fits = last ? OutputShape.fits(outputs, first, 1, any, any, one)
			: OutputShape.fits(outputs, first, 1, one, any, any);
		if (!fits) return "output " + first + " must be a probability [1, 1, height, width]";
		long maps = outputs.get(second).shape()[last ? 3 : 1];
		return maps > 0 && maps < FEWEST ? "there are " + maps + " maps, and an outline needs at least "
			+ FEWEST + " rays" : "";
	}

	/** From 0 to 1, or a sentence. */
	float probability(int cell) {
		float p = probability.get(last ? cell * probabilityMaps : cell);
		if (sigmoid) p = (float) Activation.sigmoid(p);
		OutputCheck.score(p, model);
		return p;
	}

	/** In pixels of the input. */
	float distance(int cell, int ray) {
		int map = firstRay + ray;
		float d = distances.get(last ? cell * distanceMaps + map : map * width * height + cell);
		if (!Float.isFinite(d)) throw OutputCheck.noNumber(model);
		return d;
	}
}
