package triptych.decode.family;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import triptych.core.Plural;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.decode.ModelFamily;
import triptych.decode.Parameter;
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
		if (wrong.isEmpty()) return;
		checkNames(model, outputs);
		List<String> fitting = ModelFamilies.all()
			.stream()
			.filter(f -> f != family && fits(f, model, outputs))
			.map(ModelFamily::name)
			.toList();
		String others = fitting.isEmpty() ? "no decoder that Triptych has reads such outputs"
			: "their shapes fit " + Parameter.listed(fitting, "or");
		throw new TriptychException(
			"The outputs of the model " + model.name() + " (" + GraphInfo.list(outputs)
				+ ") do not fit its decoder " + family.name() + ": " + wrong + "; " + others + ".");
	}

	/** The outputs may fit but for the number of names, which then is what is wrong. */
	private static void checkNames(ModelSpec model, List<Slot> outputs) {
		int named = model.classes().size();
		OptionalInt classes = classes(model, outputs);
		boolean others = named > 0 && classes.isPresent() && classes.getAsInt() != named;
		if (others) throw new TriptychException("The description of " + model.name() + " names "
			+ Plural.of(named, "class", "classes") + ", but its outputs (" + GraphInfo.list(outputs)
			+ ") have values for " + classes.getAsInt() + "; give " + classes.getAsInt()
			+ " names in classes or classes-file, or leave the line out.");
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
		int[] fitting = IntStream.rangeClosed(1, (int) Math.min(most, MOST_CLASSES))
			.filter(n -> fits(family, model.with(Collections.nCopies(n, "")), outputs))
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
