package triptych.decode.query;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.PixelScores;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Segment;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.decode.Contest;
import triptych.decode.Decoder;
import triptych.decode.Entropy;
import triptych.decode.OutputCheck;
import triptych.decode.ScoreMaps;
import triptych.model.InputSpec.Fit;
import triptych.model.ModelSpec;
import triptych.model.Windows;

/**
 * A class for each pixel from queries (Cheng et al. 2021, section 3.4): the score of a class is the
 * sum of all queries' class score times mask score, without the class of no object. It is made at
 * the size where masks become scores and enlarged bilinearly; the highest wins. Windows of an image
 * are averaged where they overlap.
 */
final class MaskRegionsDecoder implements Decoder {

	private static final int BANDS = 8;

	private final ModelSpec model;
	private final boolean scores;

	MaskRegionsDecoder(ModelSpec model, boolean scores) {
		this.model = model;
		this.scores = scores;
	}

	/** Sums of classes, [classes][height * width] of what the network sees. */
	private record Sums(float[][] classes, int width, int height) {}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		boolean cut = model.input().fit() == Fit.WINDOWS;
		Sums sums = cut ? joined(outputs, placement)
			: sums(new MaskQueries(outputs, model, placement), placement.inputWidth(),
				placement.inputHeight());
		ScoreMaps maps = new ScoreMaps(tensor(sums), placement, false);
		int width = placement.imageWidth(), height = placement.imageHeight();
		int[] ids = new int[width * height];
		IntStream.range(0, BANDS).parallel().forEach(band -> {
			int from = (int) ((long) height * band / BANDS);
			int to = (int) (height * (band + 1L) / BANDS);
			strongest(maps, from, to, ids);
		});
		Optional<PixelScores> behind = scores
			? Optional.of(behind(maps, width, height))
			: Optional.empty();
		return new LabelMap(width, height, ids, segments(maps.channels()), behind);
	}

	private Sums sums(MaskQueries queries, int inputWidth, int inputHeight) {
		MaskSize masks = queries.masks();
		int width = masks.width(inputWidth), height = masks.height(inputHeight);
		float[][] weights = queries.weights();
		float[][] sums = new float[weights[0].length][width * height];
		IntStream.range(0, BANDS).parallel().forEach(band -> {
			int from = (int) ((long) height * band / BANDS);
			int to = (int) (height * (band + 1L) / BANDS);
			ScoreMaps own = masks.at(width, height);
			float[] row = new float[width];
			for (int y = from; y < to; y++)
				for (int q = 0; q < weights.length; q++) {
					MaskSize.scores(own, q, y, row);
					OutputCheck.numbers(row, model);
					add(sums, weights[q], y * width, row);
				}
		});
		return new Sums(sums, width, height);
	}

	private static void add(float[][] sums, float[] weights, int at, float[] row) {
		for (int k = 0; k < weights.length; k++) {
			float weight = weights[k];
			if (weight == 0) continue;
			float[] sum = sums[k];
			for (int x = 0; x < row.length; x++)
				sum[at + x] += weight * row[x];
		}
	}

	private Sums joined(List<Tensor> outputs, Placement placement) {
		Windows windows = new Windows(placement.inputWidth(), placement.inputHeight());
		int edge = windows.edge(), width = windows.width(), height = windows.height();
		int[] starts = windows.starts();
		Placement own = new Placement(1, 1, 0, 0, edge, edge, edge, edge);
		float[][] all = new float[0][];
		float[] seen = new float[width * height];
		for (int i = 0; i < starts.length; i++) {
			Sums part = sums(new MaskQueries(outputs, i, starts.length, model, own), edge, edge);
			if (i == 0) all = new float[part.classes().length][width * height];
			int left = windows.left(starts[i]), top = windows.top(starts[i]);
			for (int y = 0; y < edge; y++) {
				int to = (top + y) * width + left;
				for (int x = 0; x < edge; x++)
					seen[to + x]++;
				for (int k = 0; k < all.length; k++)
					for (int x = 0; x < edge; x++)
						all[k][to + x] += part.classes()[k][y * edge + x];
			}
		}
		for (float[] map : all)
			for (int i = 0; i < map.length; i++)
				map[i] /= Math.max(1, seen[i]);
		return new Sums(all, width, height);
	}

	private static Tensor tensor(Sums sums) {
		int classes = sums.classes().length;
		ByteBuffer bytes = ByteBuffer.allocateDirect(4 * classes * sums.width() * sums.height());
		FloatBuffer floats = bytes.order(ByteOrder.nativeOrder()).asFloatBuffer();
		for (float[] map : sums.classes())
			floats.put(map);
		return new Tensor("regions", new long[] { 1, classes, sums.height(), sums.width() },
			TensorType.FLOAT, bytes);
	}

	private static void strongest(ScoreMaps maps, int from, int to, int[] ids) {
		int[] bits = new int[maps.imageWidth()];
		float[] row = new float[bits.length];
		Contest contest = new Contest(bits.length);
		for (int y = from; y < to; y++) {
			contest.begin();
			for (int k = 0; k < maps.channels(); k++) {
				maps.bits(k, y, row, bits);
				contest.enter(bits, k + 1);
			}
			System.arraycopy(contest.winners(), 0, ids, y * bits.length, bits.length);
		}
	}

	private List<Segment> segments(int classes) {
		List<Segment> segments = new ArrayList<>();
		for (int k = 0; k < classes; k++)
			segments.add(new Segment(k + 1, new ClassScore(k, model.className(k), 1), false));
		return segments;
	}

	/** Shares of the sum of all classes. */
	private PixelScores behind(ScoreMaps maps, int width, int height) {
		int classes = maps.channels();
		List<String> names = IntStream.range(0, classes).mapToObj(model::className).toList();
		float[][] shares = new float[classes][width * height];
		float[] row = new float[width], uncertain = new float[width * height];
		double[] values = new double[classes];
		for (int y = 0; y < height; y++) {
			for (int k = 0; k < classes; k++) {
				maps.row(k, y, row);
				System.arraycopy(row, 0, shares[k], y * width, width);
			}
			for (int i = y * width; i < (y + 1) * width; i++) {
				double sum = 0;
				for (float[] share : shares)
					sum += share[i];
				for (int k = 0; k < classes; k++) {
					values[k] = sum > 0 ? shares[k][i] / sum : 1.0 / classes;
					shares[k][i] = (float) values[k];
				}
				uncertain[i] = (float) Entropy.exclusive(values);
			}
		}
		return new PixelScores(names, shares, uncertain);
	}

	@Override
	public Optional<LabelMap> ofScores(PixelScores mean, int width, int height) {
		float[][] maps = mean.maps();
		int[] ids = new int[width * height];
		double[] values = new double[maps.length];
		for (int i = 0; i < ids.length; i++) {
			int best = 0;
			for (int k = 0; k < values.length; k++) {
				values[k] = maps[k][i];
				if (values[k] > values[best]) best = k;
			}
			ids[i] = best + 1;
			mean.uncertainty()[i] = (float) Entropy.exclusive(values);
		}
		return Optional.of(new LabelMap(width, height, ids, segments(maps.length), Optional.of(mean)));
	}
}
