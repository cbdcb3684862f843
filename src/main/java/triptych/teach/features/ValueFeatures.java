package triptych.teach.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import triptych.model.onnx.OnnxGraph;

/**
 * The values of an object: mean, deviation and skewness of each channel, how much of it is at least
 * as bright as each of some levels (a cumulative histogram), its middle and its rim beside the
 * whole, and the whole beside what lies around it. Colours are looked at twice, as red, green and
 * blue and as their two differences.
 */
final class ValueFeatures {

	/** Of the difference of two means, and of a skewness. */
	private static final double ROUNDING = 2e-6, OF_SKEWNESS = 1e-5;

	private final OnnxGraph graph;
	private final ObjectPixels object;
	private final String values;
	private final List<String> channels = new ArrayList<>();

	/** @param image [1, channels, height, width] */
	ValueFeatures(OnnxGraph graph, String image, ObjectPixels object, int count) {
		this.graph = graph;
		this.object = object;
		for (int c = 1; c <= count; c++)
			channels.add("channel " + c);
		String all = image;
		if (count == 3) {
			channels.add("channel 1 - 2");
			channels.add("channel 3 - (1 + 2) / 2");
			float[] mix = { 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, -1, 0, -0.5f, -0.5f, 1 };
			all = graph.op("Conv", image, graph.numbers(new long[] { 5, 3, 1, 1 }, mix));
		}
		values = object.flat(all, channels.size());
	}

	/** How many rows the levels must have. */
	static int rows(int channels) {
		return channels == 3 ? 5 : channels;
	}

	/**
	 * @param reach how far out each pixel lies, see {@link ShapeFeatures#reach}
	 * @param ring 1 around the object, [1, pixels]
	 * @param levels of each channel
	 */
	void add(String reach, String ring, float[][] levels, FeatureList features) {
		String mean = object.mean(values), deviation = object.deviation(values, mean);
		String spread = object.spread(deviation);
		features.addEach(named("mean"), mean);
		features.addEach(named("deviation"), spread);
		features.addEach(named("skewness"), skewness(deviation, spread));
		addLevels(levels, features);
		ObjectPixels middle = object.with(within(reach, "Less", 1));
		ObjectPixels rim = object.with(within(reach, "GreaterOrEqual", 3));
		features.addEach(named("middle"), difference(middle.mean(values), mean));
		features.addEach(named("rim"), difference(rim.mean(values), mean));
		ObjectPixels around = object.with(ring);
		// Where the crop holds nothing but the object there is no difference to tell.
		String any = graph.op("Min", graph.op("ReduceSum", ring, graph.wholes(1)), graph.number(1));
		String ringMean = around.mean(values);
		String beside = graph.op("Mul", any, difference(mean, ringMean));
		features.addEach(named("less its surroundings"), beside);
		features.addEach(named("deviation around"),
			around.spread(around.deviation(values, ringMean)));
	}

	private String difference(String a, String b) {
		return object.beyond(ROUNDING, graph.op("Sub", a, b));
	}

	private String within(String reach, String comparison, double limit) {
		String holds = graph.op(comparison, reach, graph.number(limit));
		return graph.op("Mul", object.mask(), graph.op("Cast", Map.of("to", 1L), holds));
	}

	private String skewness(String deviation, String spread) {
		String cubes = graph.op("Mul", deviation, graph.op("Mul", deviation, deviation));
		String third = graph.op("Div", graph.op("ReduceSum", cubes, graph.wholes(1)), object.count());
		return object.beyond(OF_SKEWNESS,
			graph.op("Div", third, graph.op("Mul", spread, graph.op("Mul", spread, spread))));
	}

	private void addLevels(float[][] levels, FeatureList features) {
		int rows = channels.size(), each = levels[0].length;
		float[] all = new float[rows * each];
		List<String> names = new ArrayList<>();
		for (int r = 0; r < rows; r++)
			for (int k = 0; k < each; k++) {
				all[r * each + k] = levels[r][k];
				names.add(channels.get(r) + ": share above level " + (k + 1));
			}
		String limits = graph.numbers(new long[] { rows, each, 1 }, all);
		String by = graph.op("Unsqueeze", values, graph.wholes(1));
		String above = graph.op("Cast", Map.of("to", 1L), graph.op("GreaterOrEqual", by, limits));
		features.addEach(names, object.mean(graph.op("Reshape", above,
			graph.wholes((long) rows * each, -1))));
	}

	private List<String> named(String what) {
		return channels.stream().map(c -> c + ": " + what).toList();
	}
}
