package triptych.teach.regions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import triptych.model.onnx.OnnxGraph;
import triptych.teach.learn.LinearClassifier;
import triptych.teach.learn.Scaling;

/**
 * The features of every pixel of an image as operators. Teaching asks for the features, and the
 * taught model for what the classifier makes of them, by the same operators, so the two cannot
 * disagree.
 *
 * @param graph with the input {@value #IMAGE}, [1, channels, height, width], values from 0 to 1
 */
record RegionGraph(OnnxGraph graph, List<FeatureMaps> maps) {

	static final String IMAGE = "image", FEATURES = "features", SCORES = "scores";

	/** @param network the grey values for the network's inner maps, where these are among them */
	static RegionGraph of(String name, int channels, Optional<GreyRange> network) {
		OnnxGraph graph = new OnnxGraph(name);
		String image = graph.input(IMAGE, 1, channels, "height", "width");
		List<FeatureMaps> maps = new ArrayList<>(FilterMaps.of(graph, image, channels));
		network.ifPresent(range -> maps.addAll(NetworkMaps.of(graph, image, channels, range)));
		return new RegionGraph(graph, maps);
	}

	/** How many of the features are filters; they come first. */
	static int filters(int channels) {
		return of("filters", channels, Optional.empty()).names().size();
	}

	List<String> names() {
		return maps.stream().flatMap(m -> m.names().stream()).toList();
	}

	/** The graph with the output {@value #FEATURES}, [1, features, height, width]. */
	byte[] features() {
		String[] whole = maps.stream()
			.map(m -> inner(enlarged(m.value(), m.step()), m.border()))
			.toArray(String[]::new);
		graph.output(FEATURES, graph.op("Concat", Map.of("axis", 1L), whole), 1, names().size(),
			"height", "width");
		return graph.toBytes();
	}

	/**
	 * The graph with the output {@value #SCORES}, [1, classes, height, width], which add up to 1.
	 *
	 * @param version of Triptych, which the file tells
	 */
	byte[] scores(LinearClassifier classifier, List<String> classes, String version) {
		int from = 0;
		String framed = null, sum = null;
		for (FeatureMaps m : maps) {
			String its = logits(m, classifier, from);
			from += m.names().size();
			if (m.border() > 0) framed = added(framed, its);
			else sum = added(sum, enlarged(its, m.step()));
		}
		String logits = added(sum, inner(framed, FilterMaps.REACH));
		graph.output(SCORES, graph.op("Softmax", Map.of("axis", 1L), logits), 1, classes.size(),
			"height", "width");
		graph.fact("triptych", version);
		graph.fact("classes", String.join("\n", classes));
		graph.fact("features", String.join("\n", names()));
		return graph.toBytes();
	}

	private String added(String sum, String value) {
		return sum == null ? value : graph.op("Add", sum, value);
	}

	/** What some features add to each class; the first ones bring the constants along. */
	private String logits(FeatureMaps m, LinearClassifier classifier, int from) {
		Scaling scaling = classifier.scaling();
		int n = m.names().size(), classes = classifier.weights().length, all = scaling.mean().length;
		float[] mean = new float[n], perDeviation = new float[n], weights = new float[classes * n],
			constants = new float[classes];
		for (int j = 0; j < n; j++) {
			mean[j] = (float) scaling.mean()[from + j];
			double deviation = scaling.deviation()[from + j];
			perDeviation[j] = deviation > 0 ? (float) (1 / deviation) : 0;
			for (int c = 0; c < classes; c++)
				weights[c * n + j] = (float) classifier.weights()[c][from + j];
		}
		if (from == 0) for (int c = 0; c < classes; c++)
			constants[c] = (float) classifier.weights()[c][all];
		long[] each = { 1, n, 1, 1 };
		String centred = graph.op("Sub", m.value(), graph.numbers(each, mean));
		String scaled = graph.op("Mul", centred, graph.numbers(each, perDeviation));
		String clipped = graph.op("Clip", scaled, graph.number(-Scaling.LIMIT),
			graph.number(Scaling.LIMIT));
		return graph.op("Conv", clipped, graph.numbers(new long[] { classes, n, 1, 1 }, weights),
			graph.numbers(new long[] { classes }, constants));
	}

	private String enlarged(String value, int step) {
		if (step == 1) return value;
		return graph.op("Resize", Map.of("mode", "nearest", "nearest_mode", "floor",
			"coordinate_transformation_mode", "asymmetric"), value, "",
			graph.numbers(new long[] { 4 }, 1, 1, step, step));
	}

	private String inner(String value, int border) {
		if (border == 0) return value;
		return graph.op("Slice", value, graph.wholes(border, border),
			graph.wholes(-border, -border), graph.wholes(2, 3));
	}
}
