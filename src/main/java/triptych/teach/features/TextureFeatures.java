package triptych.teach.features;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import triptych.model.onnx.OnnxGraph;

/**
 * The texture of an object at three scales: mean and deviation of the gradient's length and of the
 * Laplacian of the image smoothed by a Gaussian, each scaled so that all scales compare (Lindeberg,
 * Feature detection with automatic scale selection, 1998). Beyond the edge of the crop its edge
 * pixels go on.
 */
final class TextureFeatures {

	private static final double[] SIGMAS = { 1, 2, 4 };

	/** The x and y derivative of central differences, and the Laplacian of four neighbours. */
	private static final float[] DERIVATIVES = { 0, 0, 0, -0.5f, 0, 0.5f, 0, 0, 0, 0, -0.5f, 0, 0, 0,
		0, 0, 0.5f, 0, 0, 1, 0, 1, -4, 1, 0, 1, 0 };

	private TextureFeatures() {}

	/** @param image [1, channels, height, width] */
	static void add(OnnxGraph graph, String image, ObjectPixels object, int channels,
		FeatureList features)
	{
		String single = graph.op("Transpose", Map.of("perm", new long[] { 1, 0, 2, 3 }), image);
		String derivatives = graph.numbers(new long[] { 3, 1, 3, 3 }, DERIVATIVES);
		for (double sigma : SIGMAS) {
			String smooth = smooth(graph, single, sigma);
			String all = graph.op("Conv", smooth, derivatives);
			String x = object.flat(part(graph, all, 0), channels);
			String y = object.flat(part(graph, all, 1), channels);
			String squares = graph.op("Add", graph.op("Mul", x, x), graph.op("Mul", y, y));
			String gradient = object.times(graph.op("Sqrt", squares), sigma);
			String laplacian = object.times(object.flat(part(graph, all, 2), channels), sigma * sigma);
			addBoth(object, gradient, "gradient at sigma " + (int) sigma, channels, features);
			addBoth(object, laplacian, "Laplacian at sigma " + (int) sigma, channels, features);
		}
	}

	private static void addBoth(ObjectPixels object, String values, String what, int channels,
		FeatureList features)
	{
		String mean = object.mean(values);
		features.addEach(named(channels, "mean " + what), mean);
		features.addEach(named(channels, "deviation of " + what),
			object.spread(object.deviation(values, mean)));
	}

	private static List<String> named(int channels, String what) {
		return IntStream.rangeClosed(1, channels).mapToObj(c -> "channel " + c + ": " + what).toList();
	}

	private static String part(OnnxGraph graph, String all, long i) {
		return graph.op("Slice", all, graph.wholes(i), graph.wholes(i + 1), graph.wholes(1));
	}

	/** One pixel larger on each side than the image, which the derivatives take off again. */
	private static String smooth(OnnxGraph graph, String image, double sigma) {
		float[] weights = gaussian(sigma);
		long reach = weights.length / 2 + 1, n = weights.length;
		String padded = graph.op("Pad", Map.of("mode", "edge"), image,
			graph.wholes(0, 0, reach, reach, 0, 0, reach, reach));
		String across = graph.op("Conv", padded, graph.numbers(new long[] { 1, 1, 1, n }, weights));
		return graph.op("Conv", across, graph.numbers(new long[] { 1, 1, n, 1 }, weights));
	}

	private static float[] gaussian(double sigma) {
		int reach = (int) Math.ceil(3 * sigma);
		double[] weights = IntStream.rangeClosed(-reach, reach)
			.mapToDouble(i -> Math.exp(-i * i / (2 * sigma * sigma)))
			.toArray();
		double sum = 0;
		for (double w : weights)
			sum += w;
		float[] shares = new float[weights.length];
		for (int i = 0; i < shares.length; i++)
			shares[i] = (float) (weights[i] / sum);
		return shares;
	}
}
