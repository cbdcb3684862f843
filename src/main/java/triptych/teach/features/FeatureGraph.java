package triptych.teach.features;

import java.util.List;
import java.util.Map;

import triptych.model.ImageInputs;
import triptych.model.onnx.OnnxGraph;

/**
 * Image and mask of one object to its features: shape, values of each channel, texture at three
 * scales, and the object beside what lies around it. Teaching and the taught model run the same
 * operators, so they cannot disagree.
 *
 * @param graph that the features were added to
 * @param vector the features, [1, n]
 * @param names of the features
 */
public record FeatureGraph(OnnxGraph graph, String vector, List<String> names) {

	/**
	 * The image is [1, channels, height, width] with values from 0 to 1, the mask is 1 on the object,
	 * [1, height, width].
	 */
	public static final String IMAGE = "image", MASK = ImageInputs.OBJECT;

	/** So many pixels around an object are looked at with it. */
	public static final int MARGIN = 8;

	/**
	 * @param levels of each row of {@link #rows}, for the shares of the object above them
	 */
	public static FeatureGraph of(String name, int channels, float[][] levels) {
		OnnxGraph graph = new OnnxGraph(name);
		String image = graph.input(IMAGE, 1, channels, "height", "width");
		String mask = graph.input(MASK, 1, "height", "width");
		ObjectPixels object = ObjectPixels.of(graph, mask);
		FeatureList features = new FeatureList(graph);
		ShapeFeatures shape = new ShapeFeatures(graph, mask, object, features);
		ValueFeatures values = new ValueFeatures(graph, image, object, channels);
		values.add(shape.reach(), ring(graph, mask), levels, features);
		TextureFeatures.add(graph, image, object, channels, features);
		return new FeatureGraph(graph, features.joined(), features.names());
	}

	/** How many rows of values there are: one for each channel, and of colours two more. */
	public static int rows(int channels) {
		return ValueFeatures.rows(channels);
	}

	/** The value of each row of a pixel. */
	public static void rows(float[] pixel, float[] into) {
		System.arraycopy(pixel, 0, into, 0, pixel.length);
		if (pixel.length != 3) return;
		into[3] = pixel[0] - pixel[1];
		into[4] = pixel[2] - (pixel[0] + pixel[1]) / 2;
	}

	/** The pixels up to the margin from the object that do not belong to it, [1, pixels]. */
	private static String ring(OnnxGraph graph, String mask) {
		long reach = 2 * MARGIN + 1;
		String plane = graph.op("Unsqueeze", mask, graph.wholes(0));
		String across = graph.op("MaxPool", Map.of("kernel_shape", new long[] { 1, reach },
			"pads", new long[] { 0, MARGIN, 0, MARGIN }), plane);
		String both = graph.op("MaxPool", Map.of("kernel_shape", new long[] { reach, 1 },
			"pads", new long[] { MARGIN, 0, MARGIN, 0 }), across);
		return graph.op("Reshape", graph.op("Sub", both, plane), graph.wholes(1, -1));
	}
}
