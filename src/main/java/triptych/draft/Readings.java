package triptych.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.decode.ModelFamily;
import triptych.decode.Parameter;
import triptych.decode.Parameter.Kind;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelFamilies;
import triptych.model.DecoderSpec;
import triptych.model.GraphInfo;
import triptych.model.GraphInfo.Slot;
import triptych.model.ImageInputs;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** The readings that the shapes of a graph allow, family by family. */
final class Readings {

	static final String ACTIVATION = "activation", EXCLUSIVE = "exclusive";

	/** More outputs could be taken in too many orders. */
	private static final int MOST_OUTPUTS = 6;

	private Readings() {}

	/** @param plain of which only name and input count */
	static List<Reading> of(GraphInfo graph, ModelSpec plain) {
		List<Reading> readings = new ArrayList<>();
		for (ModelFamily family : ModelFamilies.all())
			for (Task task : family.tasks().stream().sorted().toList())
				for (Map<String, String> choices : choices(family))
					fitting(graph, plain, new Reading(task, family.name(), choices))
						.or(() -> otherwise(graph, plain, new Reading(task, family.name(), choices)))
						.ifPresent(readings::add);
		return readings;
	}

	/** With a no where the family usually has a yes, such as a background. */
	private static Optional<Reading> otherwise(GraphInfo graph, ModelSpec plain, Reading reading) {
		for (Parameter p : reading.told().parameters()) {
			if (p.kind() != Kind.YES_NO || !p.value().equals("yes")) continue;
			Map<String, String> with = new LinkedHashMap<>(reading.parameters());
			with.put(p.name(), "no");
			Optional<Reading> other =
				fitting(graph, plain, new Reading(reading.task(), reading.family(), with));
			if (other.isPresent()) return other;
		}
		return Optional.empty();
	}

	/** A model that is read this way. */
	static ModelSpec spec(ModelSpec plain, Reading reading, GraphInfo graph) {
		Map<String, String> decoder = new LinkedHashMap<>(reading.parameters());
		decoder.putAll(scores(reading, graph));
		return plain.with(reading.task()).with(new DecoderSpec(reading.family(), decoder));
	}

	/** What no shape tells: how values become scores. */
	static Map<String, String> scores(Reading reading, GraphInfo graph) {
		Map<String, String> told = new LinkedHashMap<>();
		boolean needed = reading.told()
			.parameters()
			.stream()
			.anyMatch(p -> p.needed() && p.name().equals(ACTIVATION));
		boolean one = single(reading, graph);
		if (needed) told.put(ACTIVATION, one ? "sigmoid" : "softmax");
		// A single map competes with none.
		if (one && reading.family().equals("semantic")) told.put(EXCLUSIVE, "no");
		return told;
	}

	/** One number or one map for all that there is to tell. */
	private static boolean single(Reading reading, GraphInfo graph) {
		int number = Integer.parseInt(reading.parameters().getOrDefault("output", "0"));
		long[] s = graph.outputs().get(number).shape();
		if (reading.family().equals("class-scores")) return s[s.length - 1] == 1;
		if (s.length < 4) return true;
		Slot image = ImageInputs.imageInput(graph, "");
		boolean last = ImageInputs.layout(image).orElse(Layout.NCHW) == Layout.NHWC;
		return s[last ? 3 : 1] == 1;
	}

	/** Of the needed choices, without the activation. */
	private static List<Map<String, String>> choices(ModelFamily family) {
		List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
		for (Parameter p : family.parameters()) {
			if (!p.needed() || p.name().equals(ACTIVATION)) continue;
			List<Map<String, String>> longer = new ArrayList<>();
			for (Map<String, String> one : all)
				for (String choice : p.choices()) {
					Map<String, String> with = new LinkedHashMap<>(one);
					with.put(p.name(), choice);
					longer.add(with);
				}
			all = longer;
		}
		return all;
	}

	/** With the numbers of the outputs by which it fits the shapes and their names best. */
	private static Optional<Reading> fitting(GraphInfo graph, ModelSpec plain, Reading reading) {
		List<Parameter> numbers = reading.told()
			.parameters()
			.stream()
			.filter(p -> p.kind() == Kind.OUTPUT)
			.toList();
		List<int[]> orders = new ArrayList<>();
		int[] usual = numbers.stream().mapToInt(p -> Integer.parseInt(p.value())).toArray();
		orders.add(usual);
		int outputs = graph.outputs().size();
		if (outputs <= MOST_OUTPUTS) orders(new int[usual.length], usual, 0, outputs, orders);
		Reading best = null;
		int most = -1;
		for (int[] order : orders) {
			Reading one = numbered(reading, numbers, order);
			int named = named(graph, numbers, order);
			if (named > most && fits(graph, plain, one)) {
				best = one;
				most = named;
			}
		}
		return Optional.ofNullable(best);
	}

	/**
	 * Which output each part stands in; a single output may hold all of them, and a part that there
	 * is no output for may be of no use.
	 */
	private static void orders(int[] order, int[] usual, int at, int outputs, List<int[]> all) {
		if (at == order.length) {
			all.add(order.clone());
			return;
		}
		for (int output = 0; output < outputs; output++) {
			boolean taken = false;
			for (int before = 0; before < at; before++)
				taken |= order[before] == output;
			if (taken && outputs > 1) continue;
			order[at] = output;
			orders(order, usual, at + 1, outputs, all);
		}
		if (usual[at] < outputs) return;
		order[at] = usual[at];
		orders(order, usual, at + 1, outputs, all);
	}

	private static Reading numbered(Reading reading, List<Parameter> numbers, int[] order) {
		Map<String, String> with = new LinkedHashMap<>(reading.parameters());
		for (int k = 0; k < order.length; k++) {
			Parameter p = numbers.get(k);
			if (order[k] != Integer.parseInt(p.value())) with.put(p.name(), String.valueOf(order[k]));
		}
		return new Reading(reading.task(), reading.family(), with);
	}

	/** How many outputs bear the name of what they are taken for. */
	private static int named(GraphInfo graph, List<Parameter> numbers, int[] order) {
		int named = 0;
		for (int k = 0; k < order.length; k++) {
			boolean there = order[k] < graph.outputs().size();
			if (there && graph.outputs().get(order[k]).name().contains(numbers.get(k).name())) named++;
		}
		return named;
	}

	/** How many of the outputs it reads: without one of those it would not fit. */
	static int read(GraphInfo graph, ModelSpec plain, Reading reading) {
		ModelSpec spec = spec(plain, reading, graph);
		int read = 0;
		for (int i = 0; i < graph.outputs().size(); i++) {
			List<Slot> without = new ArrayList<>(graph.outputs());
			without.set(i, new Slot("", graph.outputs().get(i).type(), new long[0]));
			if (!reading.told().misfit(spec, without).isEmpty()) read++;
		}
		return read;
	}

	private static boolean fits(GraphInfo graph, ModelSpec plain, Reading reading) {
		try {
			ModelSpec spec = spec(plain, reading, graph);
			ModelFamily family = reading.told();
			if (!family.misfit(spec, graph.outputs()).isEmpty()) return false;
			if (!family.looksUsual(spec, graph.outputs())) return false;
			ModelFamilies.decoder(spec, Thresholds.of(spec));
			return true;
		}
		catch (TriptychException e) {
			return false;
		}
	}

	/** The same for values that are scores already. */
	static ModelSpec scored(ModelSpec spec) {
		boolean active = spec.decoder().parameters().containsKey(ACTIVATION);
		return active ? with(spec, ACTIVATION, "none") : spec;
	}

	static ModelSpec with(ModelSpec spec, String key, String value) {
		Map<String, String> told = new LinkedHashMap<>(spec.decoder().parameters());
		told.put(key, value);
		return spec.with(new DecoderSpec(spec.decoder().name(), told));
	}
}
