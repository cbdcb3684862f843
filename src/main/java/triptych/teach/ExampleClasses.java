package triptych.teach;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import triptych.core.Plural;
import triptych.core.Progress;
import triptych.core.TriptychException;

/**
 * The classes of examples, and which of the objects are examples.
 *
 * @param names at least two, in their order
 * @param predicted true where a model has told all of them
 * @param notes on what is no example, in sentences
 */
public record ExampleClasses(List<String> names, boolean predicted, List<String> notes) {

	/** @throws TriptychException where there are fewer than two classes */
	public static ExampleClasses of(ExampleImages images, Progress progress) {
		Map<String, Integer> byHand = new TreeMap<>(), predicted = new TreeMap<>();
		int unnamed = 0;
		for (int i = 0; i < images.count(); i++) {
			progress.check();
			for (ObjectExample object : images.get(i).objects()) {
				if (object.className().isBlank()) unnamed++;
				else (object.predicted() ? predicted : byHand).merge(object.className(), 1, Integer::sum);
			}
		}
		// Predictions that nobody looked at are no examples where there are others.
		boolean takesPredicted = byHand.isEmpty();
		Map<String, Integer> taken = takesPredicted ? predicted : byHand;
		if (taken.size() < 2) throw tooFew(taken);
		List<String> notes = new ArrayList<>();
		int others = predicted.values().stream().mapToInt(n -> n).sum();
		if (takesPredicted && others > 0) notes.add("All examples are predictions of a model that"
			+ " nobody has changed, so the new model learns to repeat it.");
		else if (others > 0) notes.add(Plural.of(others,
			"object that a model found, and whose class nobody has changed, is no example.",
			"objects that a model found, and whose class nobody has changed, are no examples."));
		if (unnamed > 0) notes.add(Plural.of(unnamed, "object without a class was left out.",
			"objects without a class were left out."));
		return new ExampleClasses(List.copyOf(taken.keySet()), takesPredicted, notes);
	}

	private static TriptychException tooFew(Map<String, Integer> taken) {
		String there = taken.isEmpty() ? "no object here has one"
			: "all " + Plural.of(taken.values().iterator().next(), "example") + " here "
				+ "are of the class " + taken.keySet().iterator().next();
		return new TriptychException("Teaching needs examples of at least two classes, but " + there
			+ "; give ROIs a class by their group (Edit > Selection > Properties...) or by a name such"
			+ " as debris-1.");
	}

	/** The examples of an image. */
	public List<ObjectExample> of(ExampleImage image) {
		return image.objects()
			.stream()
			.filter(o -> !o.className().isBlank() && o.predicted() == predicted)
			.toList();
	}
}
