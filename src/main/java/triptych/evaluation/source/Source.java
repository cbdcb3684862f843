package triptych.evaluation.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import triptych.core.Task;

/**
 * A set of truths or predictions.
 *
 * @param text as the user named it
 * @param task what it answers by itself; empty for label images, whose numbers may be objects or
 *          classes
 * @param complete true where an image that is not listed holds nothing, as in a file of detections;
 *          false where it is missing
 * @param pictures the folder of the images themselves, where it is known
 * @param notes sentences on what was left out while reading, so far
 * @param closing closes the files that are read
 */
public record Source(String text, Optional<Task> task, boolean complete, List<Item> items,
	Optional<Path> pictures, Supplier<List<String>> notes, Runnable closing)
	implements AutoCloseable
{

	Source(String text, Optional<Task> task, List<Item> items) {
		this(text, task, false, items, Optional.empty(), List::of, () -> {});
	}

	/** The same with other items. */
	public Source with(List<Item> others) {
		return new Source(text, task, complete, others, pictures, notes, closing);
	}

	Source withPictures(Optional<Path> folder) {
		return new Source(text, task, complete, items, folder, notes, closing);
	}

	@Override
	public void close() {
		closing.run();
	}
}
