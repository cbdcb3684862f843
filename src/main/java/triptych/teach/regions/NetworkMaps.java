package triptych.teach.regions;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import triptych.model.format.ModelLibrary;
import triptych.model.onnx.OnnxGraph;

/**
 * The inner maps of the bundled network for nuclei, the last ones before its own answer, at full
 * size and at half of it. What it has learnt of bright and dark blobs and their edges serves for
 * much that is no nucleus.
 */
final class NetworkMaps {

	static final String NAME = "nuclei";

	/** As the network's description has them. */
	static final int MULTIPLE = 16, REACH = 112;

	private static final String FINE = "/net/fine/fine.2/Relu_output_0",
		COARSE = "/net/up.2/up.2.5/Relu_output_0";
	private static final int FINE_MAPS = 16, COARSE_MAPS = 32;

	private NetworkMaps() {}

	/**
	 * @param image [1, channels, height, width] with values from 0 to 1
	 * @param range of the grey values, which the network is to see from 0 to 1
	 */
	static List<FeatureMaps> of(OnnxGraph graph, String image, int channels, GreyRange range) {
		float[] shares = new float[channels];
		Arrays.fill(shares, (float) (1 / (channels * range.width())));
		String grey = graph.op("Conv", image,
			graph.numbers(new long[] { 1, channels, 1, 1 }, shares),
			graph.numbers(new long[] { 1 }, (float) (-range.low() / range.width())));
		byte[] network = new ModelLibrary(Path.of(NAME)).find(NAME).bytes();
		List<String> maps = graph.part(network, Map.of("image", grey), FINE, COARSE);
		return List.of(new FeatureMaps(maps.get(0), named("fine", FINE_MAPS), 0, 1),
			new FeatureMaps(maps.get(1), named("coarse", COARSE_MAPS), 0, 2));
	}

	private static List<String> named(String what, int count) {
		return IntStream.rangeClosed(1, count)
			.mapToObj(i -> "network " + NAME + ": " + what + " map " + i)
			.toList();
	}
}
