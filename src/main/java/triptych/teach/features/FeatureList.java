package triptych.teach.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import triptych.model.onnx.OnnxGraph;

/** The features of a graph in their order, each with its name. */
final class FeatureList {

	private final OnnxGraph graph;
	private final List<String> names = new ArrayList<>();
	private final List<String> values = new ArrayList<>();

	FeatureList(OnnxGraph graph) {
		this.graph = graph;
	}

	/** A value that holds one number. */
	void add(String name, String value) {
		addEach(List.of(name), value);
	}

	/** A value that holds as many numbers as there are names. */
	void addEach(List<String> each, String value) {
		names.addAll(each);
		values.add(graph.op("Reshape", value, graph.wholes(1, each.size())));
	}

	List<String> names() {
		return List.copyOf(names);
	}

	/** All of them, [1, n]. */
	String joined() {
		return graph.op("Concat", Map.of("axis", 1L), values.toArray(String[]::new));
	}
}
