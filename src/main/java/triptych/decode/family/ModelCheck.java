package triptych.decode.family;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import triptych.core.Plural;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.decode.ModelFamily;
import triptych.decode.Parameter;
import triptych.model.DecoderSpec;
import triptych.model.GraphInfo;
import triptych.model.GraphInfo.Slot;
import triptych.model.ModelSpec;

/** What a description says held against the graph, before anything runs. */
public final class ModelCheck {

	private static final long MOST_CLASSES = 100_000;

	private ModelCheck() {}

	/**
	 * @throws TriptychException where task and decoder do not go together, an output is named that
	 *           there is not, or the outputs do not have the shapes that the decoder reads
	 */
	public static void check(ModelSpec model, GraphInfo graph) {
		ModelFamily family = ModelFamilies.of(model);
		if (!family.tasks().contains(model.task()))
			throw new TriptychException("The model " + model.name() + " is described for the task "
				+ model.task().key() + ", but its decoder " + family.name() + " answers " + keys(family)
				+ "; decoders for " + model.task().key() + " are " + families(model.task()) + ".");
		List<Slot> outputs = graph.outputs();
		String wrong = family.misfit(model, outputs);
		if (wrong.isEmpty()) {
			String names = names(model, outputs);
			if (!names.isEmpty()) throw new TriptychException("The outputs of the model " + model.name()
				+ " (" + GraphInfo.list(outputs) + ") " + names + ".");
			return;
		}
		throw new TriptychException("The outputs of the model " + model.name() + " (" + GraphInfo.list(
			outputs) + ") do not fit its decoder " + family.name() + ": " + wrong + "; " + instead(family,
				model, outputs) + ".");
	}

	/** What would fit: another family, another choice, or another number of names. */
	private static String instead(ModelFamily family, ModelSpec model, List<Slot> outputs) {
		ModelSpec unnamed = model.with(List.of());
		List<String> fitting = ModelFamilies.all()
			.stream()
			.filter(f -> f != family && fits(f, model, outputs) && f.looksUsual(unnamed, outputs))
			.map(ModelFamily::name)
			.toList();
		if (!fitting.isEmpty()) return "their shapes fit " + Parameter.listed(fitting, "or");
		for (Parameter p : family.parameters())
			for (String choice : p.choices())
				if (p.needed() && fits(family, with(model, p.name(), choice), outputs))
					return "with " + p.name() + ": " + choice + " they do";
		String names = names(model, outputs);
		return names.isEmpty() ? "no decoder that Triptych has reads such outputs" : "they " + names;
	}

	private static ModelSpec with(ModelSpec model, String key, String value) {
		Map<String, String> told = new LinkedHashMap<>(model.decoder().parameters());
		told.put(key, value);
		return model.with(new DecoderSpec(model.decoder().name(), told, model.decoder().where()));
	}

	/** What is wrong with the number of names, to follow the outputs; blank where nothing is. */
	private static String names(ModelSpec model, List<Slot> outputs) {
		int named = model.classes().size();
		OptionalInt classes = classes(model, outputs);
		boolean others = named > 0 && classes.isPresent() && classes.getAsInt() != named;
		return others ? "have values for " + Plural.of(classes.getAsInt(), "class", "classes")
			+ ", but the description names " + named : "";
	}

	/**
	 * How many classes the shapes have values for, where the outputs are read as the model says;
	 * empty where they do not tell.
	 */
	public static OptionalInt classes(ModelSpec model, List<Slot> outputs) {
		ModelFamily family = ModelFamilies.of(model);
		long most = outputs.stream()
			.flatMapToLong(slot -> Arrays.stream(slot.shape()))
			.max()
			.orElse(0);
		int[] fitting = IntStream.rangeClosed(1, (int) Math.min(most + 1, MOST_CLASSES))
			.mapToObj(n -> model.with(Collections.nCopies(n, "")))
			.filter(m -> fits(family, m, outputs) && family.looksUsual(m, outputs))
			.mapToInt(m -> m.classes().size())
			.limit(2)
			.toArray();
		return fitting.length == 1 ? OptionalInt.of(fitting[0]) : OptionalInt.empty();
	}

	private static boolean fits(ModelFamily family, ModelSpec model, List<Slot> outputs) {
		try {
			return family.misfit(model, outputs).isEmpty();
		}
		catch (TriptychException e) {
			// Parameters of another family say nothing of this one.
			return false;
		}
	}

	private static String keys(ModelFamily family) {
		List<String> keys = family.tasks().stream().map(Task::key).sorted().toList();
		return Parameter.listed(keys, "or");
	}

	private static String families(Task task) {
		List<String> names = ModelFamilies.all()
			.stream()
			.filter(f -> f.tasks().contains(task))
			.map(ModelFamily::name)
			.toList();
		return names.isEmpty() ? "not there yet" : Parameter.listed(names, "and");
	}
}
