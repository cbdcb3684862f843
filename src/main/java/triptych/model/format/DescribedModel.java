package triptych.model.format;

import java.util.List;

import triptych.core.Task;

/**
 * What a description alone tells of a model, read without opening it.
 *
 * @param name as {@code model=} takes it
 * @param things whether it tells which of its classes are objects, so that regions are a scene too
 */
public record DescribedModel(String name, Task task, List<String> classes, boolean things) {

	public DescribedModel(String name, Task task, List<String> classes) {
		this(name, task, classes, false);
	}

	public boolean isFor(Task asked) {
		return asked == task || things && asked == Task.PANOPTIC_SEGMENTATION;
	}
}
