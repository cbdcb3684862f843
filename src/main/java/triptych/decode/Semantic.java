package triptych.decode;

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
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/**
 * A class for each pixel from C maps, which are brought to the image's size before the decision. Exclusive classes
 * compete (argmax); independent ones must each pass their threshold, and the strongest wins where several do. The id
 * of a pixel is the class index where the model has a background class 0, else the index + 1. Parameters: activation,
 * exclusive, background, channels (which maps are the classes; all where not told).
 */
final class Semantic implements Decoder {

	private static final int BANDS = 8;

	private final ModelSpec model;
	private final Thresholds thresholds;
	private final Activation activation;
	private final boolean scores;

	Semantic(ModelSpec model, Thresholds thresholds, boolean scores) {
		this.model = model;
		this.scores = scores;
		this.thresholds = thresholds;
		activation = Activation.of(model.decoder());
	}

	/** True where each class has a threshold of its own, rather than competing with the others. */
	static boolean independent(ModelSpec model) {
		return !model.decoder().yes("exclusive", Activation.of(model.decoder()) != Activation.SIGMOID);
	}

	/** The pixel value of class 0. */
	static int firstId(ModelSpec model) {
		return model.decoder().yes("background", false) ? 0 : 1;
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		boolean channelsLast = model.input().layout() == Layout.NHWC;
		ScoreMaps maps = new ScoreMaps(outputs.get(model.decoder().integer("output", 0)), placement, channelsLast);
		int[] channels = channels(maps.channels());
		if (!model.classes().isEmpty() && model.classes().size() != channels.length) throw new TriptychException(
			"The model " + model.name() + " gives " + channels.length + " maps, but its description names " + model.classes()
				.size() + " classes.");
		int width = placement.imageWidth(), height = placement.imageHeight(), firstId = firstId(model);
		int[] ids = new int[width * height];
		float[] limits = limitsOnMaps(channels.length);
		// Rows in bands: each band has its own buffers, and no pixel depends on another.
		IntStream.range(0, BANDS).parallel().forEach(band -> {
			int from = (int) ((long) height * band / BANDS), to = (int) (height * (band + 1L) / BANDS);
			if (independent(model)) strongestAbove(limits, maps, channels, from, to, ids);
			else strongest(maps, channels, from, to, ids);
		});
		List<Segment> segments = new ArrayList<>();
		for (int k = 0; k < channels.length; k++)
			if (k + firstId > 0) segments.add(new Segment(k + firstId, new ClassScore(k, model.className(k), 1), false));
		return new LabelMap(width, height, ids, segments, scores ? Optional.of(scores(maps, channels, width, height))
			: Optional.empty());
	}

	private void strongest(ScoreMaps maps, int[] channels, int from, int to, int[] ids) {
		int[] bits = new int[maps.imageWidth()];
		float[] row = new float[bits.length];
		Contest contest = new Contest(bits.length);
		for (int y = from; y < to; y++) {
			contest.begin();
			for (int k = 0; k < channels.length; k++) {
				maps.bits(channels[k], y, row, bits);
				contest.enter(bits, k + firstId(model));
			}
			System.arraycopy(contest.winners(), 0, ids, y * bits.length, bits.length);
		}
	}

	private void strongestAbove(float[] limits, ScoreMaps maps, int[] channels, int from, int to, int[] ids) {
		float[] row = new float[maps.imageWidth()], best = new float[row.length];
		for (int y = from; y < to; y++) {
			Arrays.fill(best, Float.NEGATIVE_INFINITY);
			for (int k = 0; k < channels.length; k++) {
				maps.row(channels[k], y, row);
				for (int x = 0; x < row.length; x++)
					if (row[x] > best[x] && row[x] >= limits[k]) {
						best[x] = row[x];
						ids[y * row.length + x] = k + firstId(model);
					}
			}
		}
	}

	@Override
	public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		ScoreMaps maps = new ScoreMaps(outputs.get(model.decoder().integer("output", 0)), placement, model.input()
			.layout() == Layout.NHWC);
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
				for (int k = firstId(model) > 0 ? 0 : 1; k < channels.length; k++)
					if (values[k] > highest) {
						highest = values[k];
						best = k;
					}
			}
		}
		if (best < 0) return Optional.empty();
		String what = "The pixel most like " + model.className(best);
		return Optional.of(independent(model) ? NearMiss.below(0, what, highest, "thresholds=" + model.className(best)
			+ ":" + Thresholds.plain(thresholds.of(best)), thresholds.of(best)) : new NearMiss(0, highest, what
				// A map without activation may hold anything.
				+ (highest >= 0 && highest <= 1 ? String.format(Locale.ROOT, " scored %.2f,", highest) : " scored")
				+ " less than the background there"));
	}

	private PixelScores scores(ScoreMaps maps, int[] channels, int width, int height) {
		PixelScores all = new PixelScores(IntStream.range(0, channels.length).mapToObj(model::className).toList(),
			new float[channels.length][width * height], new float[width * height]);
		float[] row = new float[width];
		double[] values = new double[channels.length];
		for (int y = 0; y < height; y++) {
			for (int k = 0; k < channels.length; k++) {
				maps.row(channels[k], y, row);
				System.arraycopy(row, 0, all.maps()[k], y * width, width);
			}
			for (int i = y * width; i < (y + 1) * width; i++) {
				for (int k = 0; k < values.length; k++)
					values[k] = all.maps()[k][i];
				activation.apply(values);
				for (int k = 0; k < values.length; k++)
					all.maps()[k][i] = (float) values[k];
				all.uncertainty()[i] = (float) (independent(model) ? Entropy.independent(values) : Entropy.exclusive(values));
			}
		}
		return all;
	}

	/** Sigmoid rises with its logit, so the maps are compared with the logit of each limit instead of activated. */
	private float[] limitsOnMaps(int classes) {
		float[] limits = thresholds.forClasses(classes);
		if (activation == Activation.SIGMOID) for (int k = 0; k < classes; k++)
			limits[k] = (float) Activation.logit(limits[k]);
		return limits;
	}

	private int[] channels(int available) {
		String told = model.decoder().text("channels", "");
		if (told.isEmpty()) {
			int[] all = new int[available];
			for (int i = 0; i < available; i++)
				all[i] = i;
			return all;
		}
		int[] wanted = Arrays.stream(told.split(",")).mapToInt(s -> Integer.parseInt(s.strip())).toArray();
		for (int c : wanted)
			if (c >= available) throw new TriptychException("The description of " + model.name() + " names map " + c
				+ ", but the model gives only " + available + ".");
		return wanted;
	}
}
