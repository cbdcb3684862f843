package triptych.model.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of a written model that makes some of its values, inner ones too: its operators and
 * weights with names of their own, so that they may stand in another graph. Operators that hold
 * graphs themselves (If, Loop, Scan) are not known.
 *
 * @param operators the operator set that the model was written for
 */
record PartGraph(List<Message> nodes, List<Message> constants, long operators) {

	private record Node(List<String> inputs, List<String> outputs, List<Fields> fields) {}

	/**
	 * @param prefix of all names
	 * @param given for inputs of the model the values that they are to be
	 * @param wanted values of the model
	 */
	static PartGraph of(byte[] model, String prefix, Map<String, String> given,
		List<String> wanted)
	{
		List<Node> nodes = new ArrayList<>();
		Map<String, List<Fields>> weights = new LinkedHashMap<>();
		long operators = 0;
		for (Fields field : Fields.of(model)) {
			if (field.number() == 8) operators = Math.max(operators, operators(field));
			if (field.number() != 7) continue;
			for (Fields part : Fields.of(field.body())) {
				List<Fields> its = part.number() == 1 || part.number() == 5 ? Fields.of(part.body()) : null;
				if (part.number() == 1)
					nodes.add(new Node(Fields.texts(its, 1), Fields.texts(its, 2), its));
				if (part.number() == 5) weights.put(Fields.texts(its, 8).get(0), its);
			}
		}
		for (String value : wanted)
			if (nodes.stream().noneMatch(node -> node.outputs().contains(value)))
				throw new IllegalArgumentException("the model has no value " + value);
		Set<String> used = used(nodes, wanted);
		List<Message> kept = new ArrayList<>(), constants = new ArrayList<>();
		Map<String, String> names = new HashMap<>(given);
		for (Node node : nodes)
			if (node.outputs().stream().anyMatch(used::contains))
				kept.add(renamed(node.fields(), prefix, names, Set.of(1, 2, 3)));
		weights.forEach((name, its) -> {
			if (used.contains(name)) constants.add(renamed(its, prefix, names, Set.of(8)));
		});
		return new PartGraph(kept, constants, operators);
	}

	/** Of ONNX itself, whose domain is blank. */
	private static long operators(Fields set) {
		List<Fields> its = Fields.of(set.body());
		boolean own = Fields.texts(its, 1).stream().allMatch(String::isEmpty);
		return own ? its.stream()
			.filter(f -> f.number() == 2)
			.mapToLong(Fields::whole)
			.max()
			.orElse(0) : 0;
	}

	/** Values on the way to those wanted; the nodes stand in an order that can be run. */
	private static Set<String> used(List<Node> nodes, List<String> wanted) {
		Set<String> used = new HashSet<>(wanted);
		for (int i = nodes.size() - 1; i >= 0; i--)
			if (nodes.get(i).outputs().stream().anyMatch(used::contains))
				used.addAll(nodes.get(i).inputs());
		return used;
	}

	/** @param named numbers of the fields that hold names of values */
	private static Message renamed(List<Fields> fields, String prefix, Map<String, String> names,
		Set<Integer> named)
	{
		Message message = new Message();
		for (Fields field : fields)
			if (!named.contains(field.number())) message.raw(field.raw());
			else {
				// An input that is left out has a blank name.
				String old = field.text();
				message.text(field.number(),
					old.isEmpty() ? old : names.getOrDefault(old, prefix + old));
			}
		return message;
	}
}
