package triptych.decode.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.NearMiss;
import triptych.core.PixelScores;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Segment;
import triptych.core.Tensor;
import triptych.decode.Activation;
import triptych.decode.Decoder;
import triptych.decode.OutputShape;
import triptych.decode.Parameter;
import triptych.decode.Parameter.Kind;
import triptych.decode.ScoreMaps;
import triptych.decode.Thresholds;
import triptych.model.GraphInfo.Slot;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/**
 * Objects of Cellpose (Stringer et al. 2021, and its code of versions 2 to 4): the cutoff on the
 * probability of a cell (0.5 is its cellprob_threshold 0) says which pixels move; they follow the
 * flows at the image's own size, so that an image that was made smaller for the network gets more
 * steps; what ends together is an object, unless its flows are not those of its shape. Holes are
 * filled. The score of an object is the mean probability of its pixels.
 */
final class FlowsDecoder implements Decoder {

	private static final Parameter FLOWS = Parameter.of("flows", Kind.WHOLE, "0",
		"number of the map of flows downwards, from 0; the next one holds those to the right");

	private static final Parameter PROBABILITY = Parameter.of("probability", Kind.WHOLE, "2",
		"number of the map of the logits of being a cell, from 0");

	private static final Parameter FACTOR = Parameter.of("factor", Kind.NUMBER, "5",
		"length of the flows; Cellpose learns five times the unit vector");

	private static final Parameter STEPS = Parameter.of("steps", Kind.WHOLE, "200",
		"how many pixels of its input a pixel follows the flows (niter)");

	private static final Parameter ERROR = Parameter.of("error", Kind.NUMBER, "0.4",
		"most that an object's flows may differ from those of its shape (flow_threshold); 0: any");

	private static final Parameter SMALLEST = Parameter.of("smallest", Kind.WHOLE, "15",
		"least pixels of an object (min_size)");

	static final List<Parameter> PARAMETERS = List.of(Parameter.OUTPUT, FLOWS, PROBABILITY, FACTOR,
		STEPS, ERROR, SMALLEST);

	private final ModelSpec model;
	private final Thresholds thresholds;
	private final boolean scores;
	private final double error;

	FlowsDecoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		this(model, thresholds, scores, ERROR.number(model.decoder()));
		if (!(FACTOR.number(model.decoder()) > 0))
			throw model.decoder().wrong(FACTOR.name(), "a number above 0");
	}

	private FlowsDecoder(ModelSpec model, Thresholds thresholds, boolean scores, double error) {
		this.model = model;
		this.thresholds = thresholds;
		this.scores = scores;
		this.error = error;
	}

	/** See {@link triptych.decode.ModelFamily#misfit}. */
	static String misfit(ModelSpec model, List<Slot> outputs) {
		int number = Parameter.OUTPUT.whole(model.decoder());
		long any = OutputShape.ANY;
		if (!OutputShape.fits(outputs, number, 1, any, any, any))
			return "output " + number + " must be maps [1, maps, height, width]";
		long maps = outputs.get(number).shape()[model.input().layout() == Layout.NHWC ? 3 : 1];
		int last = Arrays.stream(numbers(model)).max().orElse(0);
		return maps > 0 && last >= maps ? "there is no map " + last + ", only " + maps + " from 0" : "";
	}

	private static int[] numbers(ModelSpec model) {
		int flows = FLOWS.whole(model.decoder());
		return new int[]{ flows, flows + 1, PROBABILITY.whole(model.decoder()) };
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		FlowField field = field(outputs, placement);
		LabelMap objects = objects(field, placement);
		if (!scores) return objects;
		float[] map = new float[field.logits.length];
		for (int i = 0; i < map.length; i++)
			map[i] = (float) Activation.sigmoid(field.logits[i]);
		PixelScores behind = new PixelScores(List.of("cell"), new float[][]{ map }, new float[0]);
		return new LabelMap(field.width, field.height, objects.ids(), objects.segments(),
			Optional.of(behind));
	}

	@Override
	public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		FlowField field = field(outputs, placement);
		OptionalDouble best = best(field, placement, error);
		if (best.isPresent()) return Optional.of(NearMiss.below(3, "The strongest candidate",
			best.getAsDouble(), thresholds.written(0, model.className(0)), thresholds.of(0)));
		OptionalDouble doubted = best(field, placement, 0);
		if (doubted.isPresent()) return Optional.of(new NearMiss(2, doubted.getAsDouble(),
			"What looks like an object has flows that are not those of its shape (error: "
				+ Thresholds.plain(error) + " in the model's description)"));
		float highest = Float.NEGATIVE_INFINITY;
		for (float logit : field.logits)
			highest = Math.max(highest, logit);
		double cutoff = thresholds.cutoff(), score = Activation.sigmoid(highest);
		if (score <= cutoff) return Optional.of(NearMiss.below(0, "The pixel most like a cell", score,
			"cutoff=" + Thresholds.plain(cutoff), cutoff));
		return Optional.of(new NearMiss(1, score,
			"What looks like cells does not flow together to objects of at least "
				+ SMALLEST.whole(model.decoder()) + " pixels"));
	}

	private OptionalDouble best(FlowField field, Placement placement, double most) {
		return new FlowsDecoder(model, thresholds.ofAnyScore(), false, most)
			.objects(field, placement)
			.segments()
			.stream()
			.mapToDouble(s -> s.best().score())
			.max();
	}

	private FlowField field(List<Tensor> outputs, Placement placement) {
		ScoreMaps maps = ScoreMaps.of(outputs, model, placement);
		for (int map : numbers(model))
			if (map >= maps.channels())
				throw model.decoder().wrong("flows and probability", ScoreMaps.allowed(maps.channels()));
		return new FlowField(maps, numbers(model), (float) Activation.logit(thresholds.cutoff()),
			(float) FACTOR.number(model.decoder()), placement.imageHeight(), model);
	}

	private LabelMap objects(FlowField field, Placement placement) {
		double scale = (placement.scaleX() + placement.scaleY()) / 2;
		int steps = (int) Math.round(STEPS.whole(model.decoder()) / scale);
		int[] ends = field.ends(steps);
		FlowSinks sinks = new FlowSinks(ends, field.width, field.height);
		// The pixels of each object, one object after the other.
		int[] first = new int[sinks.count() + 2];
		for (int end : ends)
			first[sinks.of(end) + 1]++;
		Arrays.parallelPrefix(first, Integer::sum);
		int[] pixels = new int[ends.length], next = first.clone();
		for (int k = 0; k < ends.length; k++)
			pixels[next[sinks.of(ends[k])]++] = field.cells[k];
		boolean[] kept = kept(field, pixels, first);
		int[] ids = new int[field.width * field.height];
		int n = 0;
		for (int s = 1; s <= sinks.count(); s++) {
			if (!kept[s]) continue;
			n++;
			for (int k = first[s]; k < first[s + 1]; k++)
				ids[pixels[k]] = n;
		}
		return scored(field, ids, n);
	}

	private boolean[] kept(FlowField field, int[] pixels, int[] first) {
		boolean[] kept = new boolean[first.length];
		int smallest = Math.max(1, SMALLEST.whole(model.decoder()));
		FlowCheck check = new FlowCheck(field);
		IntStream.range(1, first.length - 1).parallel().forEach(s -> {
			boolean large = first[s + 1] - first[s] >= smallest;
			kept[s] = large && (error <= 0 || check.error(pixels, first[s], first[s + 1]) <= error);
		});
		return kept;
	}

	/** Holes filled, and without the objects that are below their limit. */
	private LabelMap scored(FlowField field, int[] ids, int count) {
		ClassScore any = new ClassScore(0, model.className(0), 1);
		List<Segment> segments = IntStream.rangeClosed(1, count)
			.mapToObj(id -> new Segment(id, any, true))
			.toList();
		FilledHoles.fill(new LabelMap(field.width, field.height, ids, segments));
		double[] sum = new double[count + 1];
		int[] area = new int[count + 1];
		for (int i = 0; i < ids.length; i++) {
			if (ids[i] == 0) continue;
			sum[ids[i]] += Activation.sigmoid(field.logits[i]);
			area[ids[i]]++;
		}
		int[] object = new int[count + 1];
		List<ClassScore> found = new ArrayList<>(count);
		for (int id = 1; id <= count; id++) {
			double score = sum[id] / area[id];
			if (area[id] == 0 || !(score >= thresholds.of(0))) continue;
			found.add(new ClassScore(0, model.className(0), score));
			object[id] = found.size();
		}
		return LabelMap.ofObjects(field.width, field.height, ids, object, found);
	}
}
