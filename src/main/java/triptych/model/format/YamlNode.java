package triptych.model.format;

import java.util.List;
import java.util.Map;

import triptych.core.TriptychException;

/**
 * A place in somebody else's YAML: what is not there reads as nothing, and what is there may be
 * anything.
 */
record YamlNode(Object value) {

	static final YamlNode NOTHING = new YamlNode(null);

	boolean exists() {
		return value != null;
	}

	YamlNode at(String key) {
		return value instanceof Map<?, ?> map ? new YamlNode(map.get(key)) : NOTHING;
	}

	/** The first of several names of a key that is there. */
	YamlNode at(String key, String otherwise) {
		YamlNode first = at(key);
		return first.exists() ? first : at(otherwise);
	}

	List<YamlNode> items() {
		return value instanceof List<?> list ? list.stream().map(YamlNode::new).toList() : List.of();
	}

	List<String> keys() {
		if (!(value instanceof Map<?, ?> map)) return List.of();
		return map.keySet().stream().map(String::valueOf).toList();
	}

	boolean isList() {
		return value instanceof List<?>;
	}

	String text(String fallback) {
		boolean text = value instanceof String || value instanceof Number || value instanceof Boolean;
		return text ? String.valueOf(value) : fallback;
	}

	double number(double fallback) {
		if (value == null) return fallback;
		if (value instanceof Number n) return n.doubleValue();
		throw new TriptychException("A bioimage.io description holds \"" + value
			+ "\" where a number must be.");
	}

	/** One number for all of n, or n of them. */
	double[] numbers(int n, double fallback) {
		double[] numbers = new double[n];
		List<YamlNode> items = items();
		boolean each = items.size() == n;
		if (isList() && !each && items.size() != 1) throw new TriptychException(
			"A bioimage.io description holds " + items.size() + " numbers where " + n + " must be.");
		YamlNode all = isList() ? items.get(0) : this;
		for (int i = 0; i < n; i++)
			numbers[i] = (each ? items.get(i) : all).number(fallback);
		return numbers;
	}
}
