package triptych.model;

import java.net.URL;
import java.util.List;
import java.util.Optional;

import triptych.core.Task;
import triptych.core.TriptychException;

/**
 * What a description alone tells of a model, read without opening it.
 *
 * @param name as {@code model=} takes it
 */
public record DescribedModel(String name, Task task, List<String> classes) {

	/** Empty where the model has no description of ours, or one that cannot be used. */
	static Optional<DescribedModel> of(String name, ModelLibrary library) {
		try {
			Optional<URL> at = library.find(name).description();
			if (at.isEmpty()) return Optional.empty();
			DescriptionKeys top = DescriptionKeys.parse(at.get());
			return Optional.of(new DescribedModel(name, Task.of(top.need("task")), DescriptionFormat.classes(top, at.get())));
		}
		catch (TriptychException e) {
			// Whoever runs that model is told; here it is only not proposed.
			return Optional.empty();
		}
	}
}
