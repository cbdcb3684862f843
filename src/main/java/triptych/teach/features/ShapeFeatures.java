package triptych.teach.features;

import java.util.Map;

import triptych.model.onnx.OnnxGraph;

/**
 * Size and shape of an object: its pixels, the ellipse of the same second moments, and its
 * perimeter by Crofton's formula in four directions (Serra, Image Analysis and Mathematical
 * Morphology, 1982). None depends on where the object lies or how it is turned. Lengths are in
 * pixels, and their logarithms are the features.
 */
final class ShapeFeatures {

	/** Of the elongation of a circle. */
	private static final double ROUNDING = 1e-5;

	private final OnnxGraph graph;
	private final ObjectPixels object;
	private final String determinant, varianceX, varianceY, covariance, fromX, fromY;

	/** @param mask [1, height, width] */
	ShapeFeatures(OnnxGraph graph, String mask, ObjectPixels object, FeatureList features) {
		this.graph = graph;
		this.object = object;
		String ones = op("Add", op("Mul", mask, number(0)), number(1));
		fromX = centred(ones, 2);
		fromY = centred(ones, 1);
		varianceX = moment(fromX, fromX, 1 / 12.0);
		varianceY = moment(fromY, fromY, 1 / 12.0);
		covariance = moment(fromX, fromY, 0);
		determinant = op("Max", op("Sub", op("Mul", varianceX, varianceY),
			op("Mul", covariance, covariance)), number(1 / 144.0));
		add(mask, features);
	}

	private void add(String mask, FeatureList features) {
		String middle = object.times(op("Add", varianceX, varianceY), 0.5);
		String half = object.times(op("Sub", varianceX, varianceY), 0.5);
		String reach = op("Sqrt",
			op("Add", op("Mul", half, half), op("Mul", covariance, covariance)));
		String large = op("Add", middle, reach), small = op("Div", determinant, large);
		String area = object.count(), perimeter = perimeter(mask);
		features.add("area", object.log(area));
		features.add("major axis", object.log(large));
		features.add("minor axis", object.log(small));
		features.add("elongation", object.beyond(ROUNDING, object.log(op("Div", large, small))));
		features.add("perimeter", object.log(perimeter));
		features.add("circularity", object.times(
			op("Div", area, op("Mul", perimeter, perimeter)), 4 * Math.PI));
		String ellipse = object.times(op("Sqrt", determinant), 4 * Math.PI);
		features.add("area / ellipse", op("Div", area, ellipse));
	}

	/** Distance of each pixel from the middle of the object, [1, pixels]. */
	private String centred(String ones, int axis) {
		String place = graph.op("CumSum", ones, scalar(axis));
		String flat = object.flat(place, 1);
		return op("Sub", flat, object.mean(flat));
	}

	private String scalar(long value) {
		return op("Squeeze", graph.wholes(value), graph.wholes(0));
	}

	private String moment(String a, String b, double ofPixel) {
		return op("Add", object.mean(op("Mul", a, b)), number(ofPixel));
	}

	/**
	 * How many of four kinds of lines cross the outline, each kind by the distance of its lines; a
	 * shape's perimeter is pi / 2 of their mean.
	 */
	private String perimeter(String mask) {
		String padded = op("Pad", op("Unsqueeze", mask, graph.wholes(0)),
			graph.wholes(0, 0, 1, 1, 0, 0, 1, 1));
		float[] pairs = { -1, 1, 0, 0, -1, 0, 1, 0, -1, 0, 0, 1, 0, -1, 1, 0 };
		String changes = op("Abs", op("Conv", padded, graph.numbers(new long[] { 4, 1, 2, 2 }, pairs)));
		String crossings = op("Reshape", op("ReduceSum", changes, graph.wholes(2, 3)),
			graph.wholes(1, 4));
		float straight = (float) (Math.PI / 8), slanted = (float) (Math.PI / 8 / Math.sqrt(2));
		String shares = graph.numbers(new long[] { 4, 1 }, straight, straight, slanted, slanted);
		return op("Max", op("MatMul", crossings, shares), number(1));
	}

	/**
	 * How far out each pixel lies, [1, pixels]: the squared distance from the middle in standard
	 * deviations of the object's ellipse, whose rim is at 4.
	 */
	String reach() {
		String xx = op("Mul", varianceY, op("Mul", fromX, fromX));
		String yy = op("Mul", varianceX, op("Mul", fromY, fromY));
		String xy = object.times(op("Mul", covariance, op("Mul", fromX, fromY)), 2);
		return op("Div", op("Sub", op("Add", xx, yy), xy), determinant);
	}

	private String op(String type, String... of) {
		return graph.op(type, Map.of(), of);
	}

	private String number(double value) {
		return graph.number(value);
	}
}
