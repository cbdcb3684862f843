package triptych.teach.regions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import triptych.model.onnx.OnnxGraph;

/**
 * Filters at scales that double. The image is smoothed by the cubic B-spline [1 4 6 4 1] / 16,
 * again and again with gaps twice as wide (Starck and Murtagh, Image restoration with noise
 * suppression using the wavelet transform, 1994), which is as good as a Gaussian and costs the same
 * at every scale; nothing is made smaller, so a tile answers as the whole image does. On each scale
 * come the length of the gradient, the Hessian and the structure tensor (Bigun and Granlund,
 * Optimal orientation detection of linear symmetry, 1987) by what does not change when the image is
 * turned, and the deviation from the smoothed image around a pixel. Instead of the two eigenvalues
 * of a tensor stand their mean and their difference, which say the same to a linear classifier, and
 * which rounding does not spoil where one of them is 0.
 *
 * <p>
 * Beyond its edges the image goes on with its edge pixels. Maps carry that border along, and
 * convolutions beyond it see zeros that never reach the image.
 */
final class FilterMaps {

	private static final int SCALES = 4;

	/** So many pixels around a pixel are looked at: all smoothing, then the last tensor's window. */
	static final int REACH = reach();

	private static final float[] SPLINE = { 1 / 16f, 4 / 16f, 6 / 16f, 4 / 16f, 1 / 16f };

	/**
	 * The derivatives by x and y, half the Laplacian, half the difference of the second derivatives,
	 * and the mixed one.
	 */
	private static final float[][] DERIVATIVES = { { 0, 0, 0, -0.5f, 0, 0.5f, 0, 0, 0 },
		{ 0, -0.5f, 0, 0, 0, 0, 0, 0.5f, 0 }, { 0, 0.5f, 0, 0.5f, -2, 0.5f, 0, 0.5f, 0 },
		{ 0, -0.5f, 0, 0.5f, 0, 0.5f, 0, -0.5f, 0 }, { 0.25f, 0, -0.25f, 0, 0, 0, -0.25f, 0, 0.25f } };

	private static final int KINDS = DERIVATIVES.length;

	/** So many maps at a time are what ONNX Runtime convolves fastest. */
	private static final int BLOCK = 16;

	private final OnnxGraph graph;
	private final int channels, maps;

	private FilterMaps(OnnxGraph graph, int channels) {
		this.graph = graph;
		this.channels = channels;
		maps = (KINDS * channels + BLOCK - 1) / BLOCK * BLOCK;
	}

	private static int reach() {
		int gaps = 1 << SCALES, smoothing = 2 * (gaps - 1);
		return smoothing + gaps / 2 + 2 * gaps;
	}

	/** @param image [1, channels, height, width] with values from 0 to 1 */
	static List<FeatureMaps> of(OnnxGraph graph, String image, int channels) {
		return new FilterMaps(graph, channels).of(image);
	}

	private List<FeatureMaps> of(String image) {
		String frame = graph.wholes(0, 0, REACH, REACH, 0, 0, REACH, REACH);
		String original = graph.op("Pad", Map.of("mode", "edge"), image, frame);
		List<FeatureMaps> features = new ArrayList<>();
		features.add(new FeatureMaps(original, named("value"), REACH, 1));
		String smooth = smoothed(original, channels, 1);
		for (int scale = 1; scale <= SCALES; scale++) {
			String at = String.format(Locale.ROOT, " at sigma %.1f", sigma(scale));
			smooth = scale(original, smooth, 1 << scale, at, features);
		}
		features.add(new FeatureMaps(smooth,
			named(String.format(Locale.ROOT, "smoothed at sigma %.1f", sigma(SCALES + 1))), REACH, 1));
		return features;
	}

	/** The standard deviation of all smoothing so far, in pixels. */
	private static double sigma(int scale) {
		return Math.sqrt((Math.pow(4, scale) - 1) / 3);
	}

	/**
	 * @param gap between the pixels that the next smoothing joins, twice that of the derivatives
	 * @return the image of the next scale
	 */
	private String scale(String original, String smooth, int gap, String at,
		List<FeatureMaps> features)
	{
		String all = derivatives(smooth, gap / 2);
		String x = part(all, 0, 1), y = part(all, 1, 2), mean = part(all, 2, 3), half = part(all, 3, 4),
			mixed = part(all, 4, 5);
		String xx = square(x), yy = square(y), energy = graph.op("Add", xx, yy);
		String off = graph.op("Sub", original, smooth);
		List<String> products = new ArrayList<>(
			List.of(smooth, energy, graph.op("Mul", graph.op("Sub", xx, yy), graph.number(0.5)),
				graph.op("Mul", x, y), square(off)));
		// The maps that only fill the block are zeros.
		if (maps > KINDS * channels) products.add(slice(all, KINDS * channels, maps));
		String around = smoothed(joined(products), maps, gap);
		String next = part(around, 0, 1), strength = graph.op("Sqrt", part(around, 1, 2));
		String turn = length(part(around, 2, 3), part(around, 3, 4));
		String direction = graph.op("Div", turn, graph.op("Add", strength, graph.number(1e-6)));
		String deviation = graph.op("Sqrt", part(around, 4, 5));
		List<String> names = new ArrayList<>(named("smoothed" + at));
		names.addAll(named("gradient" + at));
		names.addAll(named("Hessian, mean eigenvalue" + at));
		names.addAll(named("Hessian, half difference of the eigenvalues" + at));
		names.addAll(named("structure tensor, strength" + at));
		names.addAll(named("structure tensor, direction" + at));
		names.addAll(named("deviation" + at));
		String joined = joined(List.of(smooth, graph.op("Sqrt", energy), mean, length(half, mixed),
			strength, direction, deviation));
		features.add(new FeatureMaps(joined, names, REACH, 1));
		return next;
	}

	private List<String> named(String what) {
		return IntStream.rangeClosed(1, channels).mapToObj(c -> "channel " + c + ": " + what).toList();
	}

	/** All derivatives of all channels, one kind after the other, with as many zeros as fill up. */
	private String derivatives(String smooth, int gap) {
		float[] weights = new float[maps * channels * 9];
		for (int kind = 0; kind < KINDS; kind++)
			for (int c = 0; c < channels; c++)
				System.arraycopy(DERIVATIVES[kind], 0, weights, ((kind * channels + c) * channels + c) * 9,
					9);
		return graph.op("Conv",
			Map.of("dilations", new long[]{ gap, gap }, "pads", new long[]{ gap, gap, gap, gap }), smooth,
			graph.numbers(new long[]{ maps, channels, 3, 3 }, weights));
	}

	/** Each map by itself, across and then down. */
	private String smoothed(String value, int count, int gap) {
		float[] weights = new float[count * SPLINE.length];
		for (int m = 0; m < count; m++)
			System.arraycopy(SPLINE, 0, weights, m * SPLINE.length, SPLINE.length);
		long reach = 2L * gap;
		String across = graph.op("Conv",
			Map.of("group", (long) count, "dilations", new long[]{ 1, gap }, "pads",
				new long[]{ 0, reach, 0, reach }),
			value, graph.numbers(new long[]{ count, 1, 1, SPLINE.length }, weights));
		return graph.op("Conv",
			Map.of("group", (long) count, "dilations", new long[]{ gap, 1 }, "pads",
				new long[]{ reach, 0, reach, 0 }),
			across, graph.numbers(new long[]{ count, 1, SPLINE.length, 1 }, weights));
	}

	private String part(String value, int from, int to) {
		return slice(value, from * channels, to * channels);
	}

	private String slice(String value, int from, int to) {
		return graph.op("Slice", value, graph.wholes(from), graph.wholes(to), graph.wholes(1));
	}

	private String square(String value) {
		return graph.op("Mul", value, value);
	}

	private String length(String a, String b) {
		return graph.op("Sqrt", graph.op("Add", square(a), square(b)));
	}

	private String joined(List<String> values) {
		return graph.op("Concat", Map.of("axis", 1L), values.toArray(String[]::new));
	}
}
