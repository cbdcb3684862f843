package triptych.decode.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import triptych.core.ClassScore;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.NearMiss;
import triptych.core.PixelScores;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.Activation;
import triptych.decode.BucketQueue;
import triptych.decode.Decoder;
import triptych.decode.NumberedOutput;
import triptych.decode.OutputCheck;
import triptych.decode.OutputShape;
import triptych.decode.Parameter.Kind;
import triptych.decode.Parameter;
import triptych.decode.ScoreMaps;
import triptych.decode.Thresholds;
import triptych.measure.ConnectedComponents;
import triptych.measure.LabelRuns;
import triptych.model.GraphInfo.Slot;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/**
 * Objects from a foreground map and a boundary or distance map, all in [0,1]. The landscape is
 * foreground - boundary, or the distance itself; its 8-connected parts above {@code seed} are the
 * seeds, or else the star-convex shapes of a second output are, where the foreground reaches them.
 * The seeds flood the foreground from the highest level downwards (Meyer, Topographic distance
 * and watershed lines, 1994; with 1024 levels, so the cost is linear). A part of the foreground
 * without a seed is an object where it has at least {@code unseeded} pixels, and with unseeded 0
 * none is. The score of an object is the mean foreground over its pixels.
 */
final class WatershedDecoder implements Decoder {

	private static final Parameter ACTIVATION = Parameter.choice("activation", "none",
		"what makes scores of the model's values; none: the model has done it", "sigmoid", "none");

	private static final Parameter FOREGROUND = Parameter.of("foreground", Kind.WHOLE, "0",
		"number of the foreground map, from 0");

	private static final Parameter BOUNDARY = Parameter.of("boundary", Kind.WHOLE, "1",
		"number of the boundary map, from 0");

	private static final Parameter DISTANCE = Parameter.of("distance", Kind.WHOLE, "none",
		"number of a map of the distance to the boundary, from 0; it takes the boundary's place");

	private static final Parameter STARS = Parameter.of("stars", Kind.WHOLE, "none",
		"number of an output of star-convex shapes, probability and then rays; they start the objects");

	private static final Parameter SEED = Parameter.of("seed", Kind.NUMBER, "0.5",
		"foreground - boundary (or distance), or the probability of a shape, above this starts an"
			+ " object");

	private static final Parameter UNSEEDED = Parameter.of("unseeded", Kind.WHOLE, "0",
		"least pixels of a part without a seed that still counts as object; 0: none does");

	private static final Parameter SMALLEST = Parameter.of("smallest", Kind.WHOLE, "1",
		"least pixels of an object");

	static final List<Parameter> PARAMETERS = List.of(Parameter.OUTPUT, ACTIVATION, FOREGROUND,
		BOUNDARY, DISTANCE, STARS, SEED, UNSEEDED, SMALLEST);

	private static final int LEVELS = 1024;

	/** The number of bands of rows in which maps are read at the same time. */
	private static final int BANDS = 4;

	private final ModelSpec model;
	private final Thresholds thresholds;
	private final boolean sigmoid, scores;

	WatershedDecoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		this.scores = scores;
		this.model = model;
		this.thresholds = thresholds;
		sigmoid = ACTIVATION.choice(model.decoder()).equals("sigmoid");
	}

	/** See {@link triptych.decode.ModelFamily#misfit}. */
	static String misfit(ModelSpec model, List<Slot> outputs) {
		int number = Parameter.OUTPUT.whole(model.decoder());
		long any = OutputShape.ANY;
		if (!OutputShape.fits(outputs, number, 1, any, any, any))
			return "output " + number + " must be maps [1, maps, height, width]";
		long maps = outputs.get(number).shape()[model.input().layout() == Layout.NHWC ? 3 : 1];
		int distance = DISTANCE.whole(model.decoder(), -1);
		int other = distance >= 0 ? distance : BOUNDARY.whole(model.decoder());
		int last = Math.max(FOREGROUND.whole(model.decoder()), other);
		if (maps > 0 && last >= maps)
			return "there is no map " + last + ", only " + maps + " from 0";
		return takesStars(model) && !OutputShape.fits(outputs, stars(model), 1, any, any, any)
			? "output " + stars(model) + " must be shapes [1, 1 + rays, height, width]" : "";
	}

	/** True where shapes of a second output start the objects. */
	static boolean takesStars(ModelSpec model) {
		return stars(model) >= 0;
	}

	private static int stars(ModelSpec model) {
		return STARS.whole(model.decoder(), -1);
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		ScoreMaps maps = ScoreMaps.of(outputs, model, placement);
		int width = placement.imageWidth(), height = placement.imageHeight();
		float[] foreground = foreground(maps, width, height);
		float[] landscape = landscape(maps, foreground, width, height);

		float cutoff = (float) thresholds.cutoff();
		Seeds seeds = seeds(outputs, placement, foreground, landscape);
		int[] ids = seeds.ids();
		flood(seeds.runs(), ids, foreground, cutoff, landscape);
		int count = addUnseeded(ids, seeds.count(), foreground, cutoff, width, height);
		LabelMap objects = objects(ids, count, foreground, width, height);
		if (!scores) return objects;
		PixelScores behind = scores(maps, foreground, width, height);
		return new LabelMap(width, height, objects.ids(), objects.segments(), Optional.of(behind));
	}

	private Seeds seeds(List<Tensor> outputs, Placement placement, float[] foreground,
		float[] landscape)
	{
		int width = placement.imageWidth(), height = placement.imageHeight();
		float cutoff = (float) thresholds.cutoff();
		double least = SEED.number(model.decoder());
		if (!takesStars(model))
			return Seeds.ofSummits(landscape, (float) least, foreground, cutoff, width, height);
		Tensor stars = NumberedOutput.of(outputs, stars(model), model);
		Thresholds limits = new Thresholds(least, Map.of(), thresholds.overlap(),
			thresholds.suppression(), cutoff);
		Detections shapes = new StarDistDecoder(model, limits).decode(List.of(stars), placement)
			.as(Detections.class);
		return Seeds.ofShapes(shapes.items(), foreground, cutoff, width, height);
	}

	@Override
	public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		Decoder lenient = new WatershedDecoder(model, thresholds.ofAnyScore(), false);
		OptionalDouble best = lenient.decode(outputs, placement).as(LabelMap.class).segments().stream()
			.mapToDouble(s -> s.best().score())
			.max();
		if (best.isPresent()) return Optional.of(NearMiss.below(2, "The strongest candidate",
			best.getAsDouble(), thresholds.written(0, model.className(0)), thresholds.of(0)));
		return Optional.of(closestPixel(ScoreMaps.of(outputs, model, placement), placement));
	}

	/** Where there is no object whatever its score. */
	private NearMiss closestPixel(ScoreMaps maps, Placement placement) {
		int width = placement.imageWidth(), height = placement.imageHeight();
		float[] foreground = foreground(maps, width, height);
		float[] landscape = landscape(maps, foreground, width, height);
		double cutoff = thresholds.cutoff();
		float highest = Float.NEGATIVE_INFINITY, middle = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < foreground.length; i++) {
			highest = Math.max(highest, foreground[i]);
			if (foreground[i] > cutoff) middle = Math.max(middle, landscape[i]);
		}
		if (highest <= cutoff) return NearMiss.below(0, "The pixel most like an object", highest,
			"cutoff=" + Thresholds.plain(cutoff), cutoff);
		double seed = SEED.number(model.decoder());
		if (middle > seed) return new NearMiss(1, middle, "What looks like an object has fewer pixels "
			+ "than the smallest that the model's description allows");
		return NearMiss.below(1, "The pixel most like the middle of an object", Math.max(0, middle),
			"the model's own limit of " + Thresholds.plain(seed), seed);
	}

	private float[] foreground(ScoreMaps maps, int width, int height) {
		if (maps.channels() < 2) throw new TriptychException("The model " + model.name()
			+ " gives one map only, but its decoder, watershed, needs two: one of the foreground, and one"
			+ " of the boundary or the distance to it.");
		float[] foreground = map(maps, FOREGROUND, width, height);
		OutputCheck.map(foreground, model);
		return foreground;
	}

	private float[] map(ScoreMaps maps, Parameter which, int width, int height) {
		int channel = which == DISTANCE ? which.whole(model.decoder(), -1)
			: which.whole(model.decoder());
		if (channel >= maps.channels())
			throw model.decoder().wrong(which.name(), ScoreMaps.allowed(maps.channels()));
		float[] map = new float[width * height];
		IntStream.range(0, BANDS).parallel().forEach(band -> {
			float[] row = new float[width];
			for (int y = height * band / BANDS; y < height * (band + 1) / BANDS; y++) {
				maps.row(channel, y, row);
				if (sigmoid) for (int x = 0; x < width; x++)
					row[x] = (float) Activation.sigmoid(row[x]);
				OutputCheck.numbers(row, model);
				System.arraycopy(row, 0, map, y * width, width);
			}
		});
		return map;
	}

	private float[] landscape(ScoreMaps maps, float[] foreground, int width, int height) {
		int distance = DISTANCE.whole(model.decoder(), -1);
		if (distance >= 0) return map(maps, DISTANCE, width, height);
		float[] boundary = map(maps, BOUNDARY, width, height);
		IntStream.range(0, height).parallel().forEach(y -> {
			for (int i = y * width; i < (y + 1) * width; i++)
				boundary[i] = foreground[i] - boundary[i];
		});
		return boundary;
	}

	private PixelScores scores(ScoreMaps maps, float[] foreground, int width, int height) {
		int distance = DISTANCE.whole(model.decoder(), -1);
		boolean far = distance >= 0;
		float[] other = map(maps, far ? DISTANCE : BOUNDARY, width, height);
		return new PixelScores(List.of("foreground", far ? "distance" : "boundary"),
			new float[][] { foreground, other }, new float[0]);
	}

	/**
	 * Grows the labels over the foreground, the highest pixel of the landscape next to a label first.
	 * A pixel gets the label of the neighbour that finds it and enters the queue of its level once;
	 * pixels of a level grow in the order in which they came, so that two labels share a plateau
	 * fairly. Pixels with nothing to grow into stay out of the queue.
	 */
	private static void flood(LabelRuns seeds, int[] ids, float[] foreground, float cutoff,
		float[] landscape)
	{
		int width = seeds.width();
		BucketQueue queues = new BucketQueue(LEVELS, ids.length);
		int[] around = new int[4];
		for (int r = 0; r < seeds.count(); r++)
			for (int i = seeds.start(r); i < seeds.end(r); i++) {
				neighbours(i, width, ids.length, around);
				boolean grows = false;
				for (int j : around)
					grows |= ids[j] == 0 && foreground[j] > cutoff;
				if (grows) queues.add(i, level(landscape[i]));
			}
		for (int i = queues.next(); i >= 0; i = queues.next()) {
			neighbours(i, width, ids.length, around);
			for (int j : around)
				if (ids[j] == 0 && foreground[j] > cutoff) {
					ids[j] = ids[i];
					queues.add(j, level(landscape[j]));
				}
		}
	}

	/** The four neighbours of a pixel; the pixel itself stands for one outside the image. */
	private static void neighbours(int i, int width, int pixels, int[] around) {
		int x = i % width;
		around[0] = x > 0 ? i - 1 : i;
		around[1] = x < width - 1 ? i + 1 : i;
		around[2] = i >= width ? i - width : i;
		around[3] = i < pixels - width ? i + width : i;
	}

	/** The landscape lies in [-1, 1]. */
	private static int level(float value) {
		return Math.max(0, Math.min(LEVELS - 1, (int) ((value + 1) / 2 * LEVELS)));
	}

	private int addUnseeded(int[] ids, int count, float[] foreground, float cutoff, int width,
		int height)
	{
		int least = UNSEEDED.whole(model.decoder());
		if (least == 0) return count;
		byte[] rest = new byte[ids.length];
		for (int i = 0; i < ids.length; i++)
			if (ids[i] == 0 && foreground[i] > cutoff) rest[i] = 1;
		ConnectedComponents parts = ConnectedComponents.of(LabelRuns.of(rest, width, height), true);
		int[] sizes = parts.sizes(), labels = parts.labels(), newId = new int[parts.count() + 1];
		for (int p = 1; p <= parts.count(); p++)
			if (sizes[p] >= least) newId[p] = ++count;
		for (int i = 0; i < ids.length; i++)
			if (labels[i] > 0) ids[i] = newId[labels[i]];
		return count;
	}

	private LabelMap objects(int[] ids, int count, float[] foreground, int width, int height) {
		double[] sum = new double[count + 1];
		int[] pixels = new int[count + 1];
		for (int i = 0; i < ids.length; i++) {
			int id = ids[i];
			if (id == 0) continue;
			sum[id] += foreground[i];
			pixels[id]++;
		}
		int smallest = SMALLEST.whole(model.decoder());
		double limit = thresholds.forClasses(1)[0];
		List<ClassScore> kept = new ArrayList<>(count);
		int[] object = new int[count + 1];
		for (int id = 1; id <= count; id++) {
			double score = Math.min(1, sum[id] / pixels[id]);
			if (pixels[id] < smallest || !(score >= limit)) continue;
			kept.add(new ClassScore(0, model.className(0), score));
			object[id] = kept.size();
		}
		return LabelMap.ofObjects(width, height, ids, object, kept);
	}
}
