package triptych.decode.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.NearMiss;
import triptych.core.PixelScores;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Segment;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.OutputCheck;
import triptych.decode.Activation;
import triptych.decode.Contest;
import triptych.decode.Decoder;
import triptych.decode.Entropy;
import triptych.decode.OutputShape;
import triptych.decode.Parameter.Kind;
import triptych.decode.Parameter;
import triptych.decode.ScoreMaps;
import triptych.decode.Thresholds;
import triptych.model.GraphInfo.Slot;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/**
 * A class for each pixel from C maps, which are brought to the image's size before the decision.
 * Exclusive classes compete (argmax); independent ones must each pass their threshold, and the
 * strongest wins where several do. The id of a pixel is the class index where the model has a
 * background class 0, else the index + 1.
 */
final class SemanticDecoder implements Decoder {

	static final Parameter BACKGROUND = Parameter.of("background", Kind.YES_NO, "no",
		"yes: class 0 is background");

	private static final Parameter CHANNELS = Parameter.of("channels", Kind.MAPS, "all",
		"which maps are the classes");

	static final List<Parameter> PARAMETERS = List.of(Parameter.OUTPUT, Activation.PARAMETER,
		Activation.EXCLUSIVE, BACKGROUND, CHANNELS);

	private static final int BANDS = 8;

	/** Of a sum of scores: more than rounding and quantised models are off by. */
	private static final double OFF = 0.1, MANY_ODD = 0.05;
	private static final int ROWS_LOOKED_AT = 16;

	private final ModelSpec model;
	private final Thresholds thresholds;
	private final Activation activation;
	private final boolean exclusive, scores;
	/** The pixel value of class 0. */
	private final int firstId;
	/** Numbers of the maps that are the classes, empty for all. */
	private final int[] told;

	SemanticDecoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		this.model = model;
		this.scores = scores;
		this.thresholds = thresholds;
		activation = Activation.of(model.decoder());
		exclusive = Activation.exclusive(model.decoder());
		firstId = BACKGROUND.yes(model.decoder(), false) ? 0 : 1;
		told = CHANNELS.maps(model.decoder());
	}

	/** See {@link triptych.decode.ModelFamily#misfit}. */
	static String misfit(ModelSpec model, List<Slot> outputs) {
		int number = Parameter.OUTPUT.whole(model.decoder());
		long any = OutputShape.ANY;
		if (OutputShape.fits(outputs, number, 1, any, any)) return onlyOne(model);
		if (!OutputShape.fits(outputs, number, 1, any, any, any))
			return "output " + number + " must be maps [1, classes, height, width]";
		long maps = outputs.get(number).shape()[model.input().layout() == Layout.NHWC ? 3 : 1];
		for (int map : CHANNELS.maps(model.decoder()))
			if (maps > 0 && map >= maps) return "there is no map " + map + ", only " + maps + " from 0";
		return maps == 1 ? onlyOne(model) : "";
	}

	/** False where there is another number of names than of maps. */
	static boolean hasNames(ModelSpec model, List<Slot> outputs) {
		Slot output = outputs.get(Parameter.OUTPUT.whole(model.decoder()));
		int[] told = CHANNELS.maps(model.decoder());
		long maps = output.shape().length < 4 ? 1 : OutputShape.maps(model, output);
		long classes = told.length == 0 ? maps : told.length, named = OutputShape.classes(model);
		return classes < 1 || named == OutputShape.ANY || named == classes;
	}

	/** What competes against nothing is 1 everywhere. */
	private static String onlyOne(ModelSpec model) {
		boolean alone = Activation.of(model.decoder()) == Activation.SOFTMAX
			|| Activation.exclusive(model.decoder());
		return alone ? "it has a single map, and a softmax or exclusive classes over one map give that"
			+ " class everywhere (activation: sigmoid, or none with exclusive: no, is meant)" : "";
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		ScoreMaps maps = ScoreMaps.of(outputs, model, placement);
		int[] channels = channels(maps.channels());
		int named = model.classes().size();
		if (named > 0 && named != channels.length) throw new TriptychException("The model "
			+ model.name() + " gives " + channels.length + " maps, but its description names " + named
			+ " classes.");
		float[] range = maps.middleRange(channels);
		activation.checkScores(range[0], range[1], model.name());
		if (channels.length == 3 || channels.length == 4) checkNoImage(range[0], range[1]);
		int width = placement.imageWidth(), height = placement.imageHeight();
		int[] ids = new int[width * height];
		float[] limits = limitsOnMaps(channels.length);
		// Rows in bands: each band has its own buffers, and no pixel depends on another.
		IntStream.range(0, BANDS).parallel().forEach(band -> {
			int from = (int) ((long) height * band / BANDS);
			int to = (int) (height * (band + 1L) / BANDS);
			if (exclusive) strongest(maps, channels, from, to, ids);
			else strongestAbove(limits, maps, channels, from, to, ids);
		});
		Optional<PixelScores> behind = scores
			? Optional.of(scores(maps, channels, width, height))
			: Optional.empty();
		return new LabelMap(width, height, ids, segments(channels.length), behind);
	}

	private List<Segment> segments(int classes) {
		List<Segment> segments = new ArrayList<>();
		for (int k = 0; k < classes; k++) {
			ClassScore sure = new ClassScore(k, model.className(k), 1);
			if (k + firstId > 0) segments.add(new Segment(k + firstId, sure, false));
		}
		return segments;
	}

	@Override
	public Optional<LabelMap> ofScores(PixelScores mean, int width, int height) {
		int classes = mean.maps().length;
		float[] limits = thresholds.forClasses(classes);
		int[] ids = new int[width * height];
		double[] values = new double[classes];
		for (int i = 0; i < ids.length; i++) {
			int best = -1;
			for (int k = 0; k < classes; k++) {
				values[k] = mean.maps()[k][i];
				boolean enters = exclusive || values[k] >= limits[k];
				if (enters && (best < 0 || values[k] > values[best])) best = k;
			}
			ids[i] = best < 0 ? 0 : best + firstId;
			mean.uncertainty()[i] = (float) uncertainty(values);
		}
		return Optional.of(new LabelMap(width, height, ids, segments(classes), Optional.of(mean)));
	}

	/** Scores of competing classes add up to 1; where they do not, each map may stand for itself. */
	@Override
	public String doubt(List<Tensor> outputs, Placement placement) {
		ScoreMaps maps = ScoreMaps.of(outputs, model, placement);
		int[] channels = channels(maps.channels());
		boolean all = exclusive && activation == Activation.NONE && told.length == 0;
		if (!all || channels.length < 2) return "";
		float[] row = new float[maps.imageWidth()], sum = new float[row.length];
		int odd = 0, height = placement.imageHeight(), rows = Math.min(height, ROWS_LOOKED_AT);
		for (int n = 0; n < rows; n++) {
			Arrays.fill(sum, 0);
			for (int channel : channels) {
				maps.row(channel, n * height / rows, row);
				for (int x = 0; x < row.length; x++) {
					if (row[x] < 0 || row[x] > 1) return "";
					sum[x] += row[x];
				}
			}
			for (float s : sum)
				if (Math.abs(s - 1) > OFF) odd++;
		}
		if (odd <= MANY_ODD * rows * row.length) return "";
		return "The scores of the classes do not add up to 1, so that they may not compete: where each"
			+ " map stands for itself, the description must say exclusive: no, and pixels of no class"
			+ " are background then";
	}

	private double uncertainty(double[] values) {
		return exclusive ? Entropy.exclusive(values) : Entropy.independent(values);
	}

	/** Three or four maps of brightness from 0 to about 255 are a picture. */
	private void checkNoImage(float low, float high) {
		boolean bright = high > 100 && high < 400 && low > -0.3 * high;
		if (activation != Activation.NONE && bright) throw new TriptychException(String.format(
			Locale.ROOT, "The model %s gives values from %.0f to %.0f, as a picture holds them and no"
				+ " logits: it makes an image of an image, which is no segmentation. Where it does segment,"
				+ " scale, mean or std of its description do not fit it.", model.name(), low, high));
	}

	private void strongest(ScoreMaps maps, int[] channels, int from, int to, int[] ids) {
		int[] bits = new int[maps.imageWidth()];
		float[] row = new float[bits.length];
		Contest contest = new Contest(bits.length);
		for (int y = from; y < to; y++) {
			contest.begin();
			for (int k = 0; k < channels.length; k++) {
				maps.bits(channels[k], y, row, bits);
				contest.enter(bits, k + firstId);
			}
			if (contest.metNaN()) throw OutputCheck.noNumber(model);
			System.arraycopy(contest.winners(), 0, ids, y * bits.length, bits.length);
		}
	}

	private void strongestAbove(float[] limits, ScoreMaps maps, int[] channels, int from, int to,
		int[] ids)
	{
		float[] row = new float[maps.imageWidth()];
		float[] best = new float[row.length];
		for (int y = from; y < to; y++) {
			Arrays.fill(best, Float.NEGATIVE_INFINITY);
			for (int k = 0; k < channels.length; k++) {
				maps.row(channels[k], y, row);
				if (activation == Activation.NONE) OutputCheck.map(row, model);
				else OutputCheck.numbers(row, model);
				for (int x = 0; x < row.length; x++)
					if (row[x] > best[x] && row[x] >= limits[k]) {
						best[x] = row[x];
						ids[y * row.length + x] = k + firstId;
					}
			}
		}
	}

	@Override
	public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		ScoreMaps maps = ScoreMaps.of(outputs, model, placement);
		int[] channels = channels(maps.channels());
		int width = placement.imageWidth(), best = -1;
		double highest = Double.NEGATIVE_INFINITY;
		float[][] rows = new float[channels.length][width];
		double[] values = new double[channels.length];
		for (int y = 0; y < placement.imageHeight(); y++) {
			for (int k = 0; k < channels.length; k++)
				maps.row(channels[k], y, rows[k]);
			for (int x = 0; x < width; x++) {
				for (int k = 0; k < channels.length; k++)
					values[k] = rows[k][x];
				activation.apply(values);
				for (int k = firstId > 0 ? 0 : 1; k < channels.length; k++)
					if (values[k] > highest) {
						highest = values[k];
						best = k;
					}
			}
		}
		if (best < 0) return Optional.empty();
		return Optional.of(exclusive ? lessThanBackground(best, highest) : belowLimit(best, highest));
	}

	private NearMiss belowLimit(int classId, double score) {
		double limit = thresholds.of(classId);
		String name = model.className(classId);
		return NearMiss.below(0, pixelMostLike(classId), score,
			"thresholds=" + name + ":" + Thresholds.plain(limit), limit);
	}

	private NearMiss lessThanBackground(int classId, double score) {
		// A map without activation may hold anything.
		boolean isScore = score >= 0 && score <= 1;
		String scored = isScore ? String.format(Locale.ROOT, " scored %.2f,", score) : " scored";
		return new NearMiss(0, score,
			pixelMostLike(classId) + scored + " less than the background there");
	}

	private String pixelMostLike(int classId) {
		return "The pixel most like " + model.className(classId);
	}

	private PixelScores scores(ScoreMaps maps, int[] channels, int width, int height) {
		List<String> names = IntStream.range(0, channels.length).mapToObj(model::className).toList();
		PixelScores all = new PixelScores(names, new float[channels.length][width * height],
			new float[width * height]);
		float[] row = new float[width];
		double[] values = new double[channels.length];
		for (int y = 0; y < height; y++) {
			for (int k = 0; k < channels.length; k++) {
				maps.row(channels[k], y, row);
				if (activation == Activation.NONE) OutputCheck.map(row, model);
				System.arraycopy(row, 0, all.maps()[k], y * width, width);
			}
			for (int i = y * width; i < (y + 1) * width; i++) {
				for (int k = 0; k < values.length; k++)
					values[k] = all.maps()[k][i];
				activation.apply(values);
				for (int k = 0; k < values.length; k++)
					all.maps()[k][i] = (float) values[k];
				all.uncertainty()[i] = (float) uncertainty(values);
			}
		}
		return all;
	}

	/** Sigmoid rises with its logit: each map is compared with the logit of its limit as it is. */
	private float[] limitsOnMaps(int classes) {
		float[] limits = thresholds.forClasses(classes);
		if (activation == Activation.SIGMOID)
			for (int k = 0; k < classes; k++)
				limits[k] = (float) Activation.logit(limits[k]);
		return limits;
	}

	private int[] channels(int available) {
		if (told.length == 0) return IntStream.range(0, available).toArray();
		for (int c : told)
			if (c >= available)
				throw model.decoder().wrong(CHANNELS.name(), ScoreMaps.allowed(available));
		return told;
	}
}
