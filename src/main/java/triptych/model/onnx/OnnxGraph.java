package triptych.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A graph of ONNX operators (operator set 13, or that of a model that it takes parts of) that is
 * built node by node and written as a file. A value is known by its name, which every method that
 * makes one returns.
 */
public final class OnnxGraph {

	/** What ONNX Runtime has read since version 1.6. */
	private static final int FORMAT = 7;
	private static final long OPERATORS = 13;
	/** The format of operator sets from 15 on, which ONNX Runtime has read since version 1.10. */
	private static final int LATER_FORMAT = 8, LATER_OPERATORS = 15;
	private static final int FLOAT = 1, INT64 = 7;

	private final String name;
	private final List<Message> nodes = new ArrayList<>();
	private final List<Message> constants = new ArrayList<>();
	private final List<Message> inputs = new ArrayList<>();
	private final List<Message> outputs = new ArrayList<>();
	private final Map<String, String> metadata = new LinkedHashMap<>();
	private int made;
	/** Each with its version; that of ONNX itself has a blank name. */
	private final Map<String, Long> operatorSets = new TreeMap<>(Map.of("", OPERATORS));

	public OnnxGraph(String name) {
		this.name = name;
	}

	/** @param shape whole numbers, or names of dimensions that are open */
	public String input(String input, Object... shape) {
		inputs.add(slot(input, shape));
		return input;
	}

	/** Gives a value out under a name of its own. */
	public void output(String output, String value, Object... shape) {
		nodes.add(node("Identity", output, List.of(value), Map.of()));
		outputs.add(slot(output, shape));
	}

	/** A fact about the model that its file tells. */
	public void fact(String key, String value) {
		metadata.put(key, value);
	}

	/**
	 * The part of another model that makes some of its values, which may be inner ones.
	 *
	 * @param model the other model's file, without weights beside it
	 * @param given for inputs of that model the values of this graph that they are to be
	 * @param wanted values of that model
	 * @return the same values in this graph
	 */
	public List<String> part(byte[] model, Map<String, String> given, String... wanted) {
		String prefix = "part_" + made++ + "/";
		PartGraph part = PartGraph.of(model, prefix, given, List.of(wanted));
		nodes.addAll(part.nodes());
		constants.addAll(part.constants());
		operatorSets.merge("", part.operators(), Math::max);
		return Stream.of(wanted).map(value -> prefix + value).toList();
	}

	/** The first output of an operator. */
	public String op(String type, String... of) {
		return op(type, Map.of(), of);
	}

	/**
	 * The first output of an operator.
	 *
	 * @param attributes each a Long, a String, or an array of longs, floats or Strings
	 */
	public String op(String type, Map<String, Object> attributes, String... of) {
		String value = type + "_" + made++;
		nodes.add(node(type, value, List.of(of), attributes));
		return value;
	}

	/**
	 * The first output of an operator of another set than ONNX's own.
	 *
	 * @param set its name and its version
	 */
	public String op(String set, long version, String type, Map<String, Object> attributes,
		String... of)
	{
		String value = type + "_" + made++;
		nodes.add(node(type, value, List.of(of), attributes).text(7, set));
		operatorSets.merge(set, version, Math::max);
		return value;
	}

	/** One number. */
	public String number(double value) {
		return numbers(new long[0], (float) value);
	}

	/** An array of numbers, last dimension fastest. */
	public String numbers(long[] shape, float... values) {
		return constant(FLOAT, shape, bytes(values));
	}

	private static byte[] bytes(float... values) {
		ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		data.asFloatBuffer().put(values);
		return data.array();
	}

	/** A list of whole numbers, such as a shape. */
	public String wholes(long... values) {
		ByteBuffer data = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		for (long v : values)
			data.putLong(v);
		return constant(INT64, new long[] { values.length }, data.array());
	}

	private String constant(int type, long[] shape, byte[] data) {
		String constant = "constant_" + made++;
		Message tensor = new Message();
		for (long d : shape)
			tensor.whole(1, d);
		constants.add(tensor.whole(2, type).text(8, constant).bytes(9, data));
		return constant;
	}

	private static Message node(String type, String output, List<String> inputs,
		Map<String, Object> attributes)
	{
		Message node = new Message();
		inputs.forEach(input -> node.text(1, input));
		node.text(2, output).text(3, output).text(4, type);
		// Sorted, so that the same graph always gives the same file.
		attributes.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.forEach(a -> node.message(5, attribute(a.getKey(), a.getValue())));
		return node;
	}

	private static Message attribute(String key, Object value) {
		Message attribute = new Message().text(1, key);
		if (value instanceof Long whole) return attribute.whole(3, whole).whole(20, 2);
		if (value instanceof String text) return attribute.text(4, text).whole(20, 3);
		if (value instanceof float[] numbers) return attribute.bytes(7, bytes(numbers)).whole(20, 6);
		if (value instanceof String[] texts) {
			for (String text : texts)
				attribute.text(9, text);
			return attribute.whole(20, 8);
		}
		for (long whole : (long[]) value)
			attribute.whole(8, whole);
		return attribute.whole(20, 7);
	}

	private static Message slot(String slot, Object... shape) {
		Message dimensions = new Message();
		for (Object d : shape) {
			Message dimension = new Message();
			if (d instanceof Number n) dimension.whole(1, n.longValue());
			else dimension.text(2, d.toString());
			dimensions.message(1, dimension);
		}
		Message tensor = new Message().whole(1, FLOAT).message(2, dimensions);
		return new Message().text(1, slot).message(2, new Message().message(1, tensor));
	}

	/** The file. */
	public byte[] toBytes() {
		Message graph = new Message();
		nodes.forEach(n -> graph.message(1, n));
		graph.text(2, name);
		constants.forEach(c -> graph.message(5, c));
		inputs.forEach(i -> graph.message(11, i));
		outputs.forEach(o -> graph.message(12, o));
		Message model = new Message()
			.whole(1, operatorSets.get("") < LATER_OPERATORS ? FORMAT : LATER_FORMAT)
			.text(2, "Triptych")
			.message(7, graph);
		operatorSets.forEach((domain, version) -> model.message(8,
			new Message().text(1, domain).whole(2, version)));
		metadata.forEach((k, v) -> model.message(14, new Message().text(1, k).text(2, v)));
		return model.toBytes();
	}
}
