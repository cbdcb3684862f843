package triptych.teach.features;

import java.util.Map;

import triptych.model.onnx.OnnxGraph;

/**
 * The pixels of the object in a graph, and the sums over them that all features are made of.
 * Values of pixels are [rows, pixels], a row for each channel.
 *
 * @param mask 1 on the object, [1, pixels]
 * @param count how many pixels it has, at least 1
 */
record ObjectPixels(OnnxGraph graph, String mask, String count) {

	/** @param mask [1, height, width] */
	static ObjectPixels of(OnnxGraph graph, String mask) {
		String flat = graph.op("Reshape", mask, graph.wholes(1, -1));
		String sum = graph.op("ReduceSum", flat, graph.wholes(1));
		return new ObjectPixels(graph, flat, graph.op("Max", sum, graph.number(1)));
	}

	/** Other pixels, with the same number or fewer. */
	ObjectPixels with(String other) {
		String sum = graph.op("ReduceSum", other, graph.wholes(1));
		return new ObjectPixels(graph, other, graph.op("Max", sum, graph.number(1)));
	}

	/** [rows, pixels] of a map [rows, 1, height, width] or the like. */
	String flat(String map, long rows) {
		return graph.op("Reshape", map, graph.wholes(rows, -1));
	}

	/** The mean of each row over the object, [rows, 1]. */
	String mean(String values) {
		String column = graph.op("Transpose", Map.of("perm", new long[] { 1, 0 }), mask);
		return graph.op("Div", graph.op("MatMul", values, column), count);
	}

	/** What each value is above the mean of its row, 0 beside the object. */
	String deviation(String values, String mean) {
		return graph.op("Mul", graph.op("Sub", values, mean), mask);
	}

	/** The standard deviation of each row, [rows, 1], from {@link #deviation}. */
	String spread(String deviation) {
		String squares = graph.op("Mul", deviation, deviation);
		String variance = graph.op("Div", graph.op("ReduceSum", squares, graph.wholes(1)), count);
		return graph.op("Sqrt", graph.op("Add", variance, graph.number(1e-8)));
	}

	/**
	 * Less what may be rounding: where all objects are circles, or of one value, nothing else would
	 * be left, and be learnt from.
	 */
	String beyond(double rounding, String value) {
		return graph.op("Sub", value,
			graph.op("Clip", value, graph.number(-rounding), graph.number(rounding)));
	}

	String times(String value, double factor) {
		return graph.op("Mul", value, graph.number(factor));
	}

	/** The logarithm, which a ratio becomes a difference in. */
	String log(String value) {
		return graph.op("Log", value);
	}
}
