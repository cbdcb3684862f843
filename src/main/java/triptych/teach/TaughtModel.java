package triptych.teach;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import triptych.model.onnx.OnnxGraph;
import triptych.teach.features.FeatureGraph;
import triptych.teach.learn.Classifier;
import triptych.teach.learn.LinearClassifier;
import triptych.teach.learn.Scaling;
import triptych.teach.learn.TreeClassifier;

/**
 * A classifier behind the operators that measure an object, as an ONNX graph with the output
 * {@code scores}, [1, classes]; and its description. A linear classifier has a first output
 * {@code logits}, whose softmax the scores are.
 */
record TaughtModel(String name, List<String> classes, int channels, float[][] levels,
	Classifier classifier)
{

	private static final String SCORES = "scores";

	/** @param version of Triptych, which the file tells */
	byte[] graph(String version) {
		FeatureGraph features = FeatureGraph.of(name, channels, levels);
		OnnxGraph graph = features.graph();
		if (classifier instanceof TreeClassifier trees)
			graph.output(SCORES, TreeGraph.scores(graph, features.vector(), trees), 1, classes.size());
		if (classifier instanceof LinearClassifier linear) addLinear(graph, features.vector(), linear);
		graph.fact("triptych", version);
		graph.fact("classes", String.join("\n", classes));
		graph.fact("features", String.join("\n", features.names()));
		return graph.toBytes();
	}

	private void addLinear(OnnxGraph graph, String features, LinearClassifier linear) {
		Scaling scaling = linear.scaling();
		int width = scaling.mean().length, count = classes.size();
		float[] mean = new float[width], perDeviation = new float[width];
		for (int j = 0; j < width; j++) {
			mean[j] = (float) scaling.mean()[j];
			double deviation = scaling.deviation()[j];
			perDeviation[j] = deviation > 0 ? (float) (1 / deviation) : 0;
		}
		float[] weights = new float[width * count], constants = new float[count];
		for (int c = 0; c < count; c++) {
			for (int j = 0; j < width; j++)
				weights[j * count + c] = (float) linear.weights()[c][j];
			constants[c] = (float) linear.weights()[c][width];
		}
		String centred = graph.op("Sub", features, graph.numbers(new long[] { width }, mean));
		String scaled = graph.op("Mul", centred, graph.numbers(new long[] { width }, perDeviation));
		String clipped = graph.op("Clip", scaled, graph.number(-Scaling.LIMIT),
			graph.number(Scaling.LIMIT));
		String sums = graph.op("MatMul", clipped, graph.numbers(new long[] { width, count }, weights));
		String logits = graph.op("Add", sums, graph.numbers(new long[] { count }, constants));
		graph.output("logits", logits, 1, count);
		graph.output(SCORES, graph.op("Softmax", logits), 1, count);
	}

	/** @param micrometres of a pixel's edge in the images of the examples, 0 where not known */
	String description(double micrometres) {
		String size = micrometres > 0
			? String.format(Locale.ROOT, "pixel-size: %.6g%n", micrometres).replace("\r", "") : "";
		return String.format(Locale.ROOT, """
			# Taught by example; %s.md tells of what, and how well.
			task: classification
			name: %s
			classes: [%s]
			%sinput:
			  layout: NCHW
			  multiple: 1
			  fit: pad
			  scale: 1/255
			  halo: %d
			decoder:
			  name: class-scores
			  output: 0
			  activation: %s
			""", name, quoted(name),
			classes.stream().map(TaughtModel::quoted).collect(Collectors.joining(", ")), size,
			FeatureGraph.MARGIN, classifier instanceof LinearClassifier ? "softmax" : "none");
	}

	private static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ")
			+ '"';
	}
}
