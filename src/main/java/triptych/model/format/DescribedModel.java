package triptych.model.format;

import java.util.List;

import triptych.core.Task;

/**
 * What a description alone tells of a model, read without opening it.
 *
 * @param name as {@code model=} takes it
 */
public record DescribedModel(String name, Task task, List<String> classes) {}
