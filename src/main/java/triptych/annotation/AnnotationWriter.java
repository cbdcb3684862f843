package triptych.annotation;

import java.nio.file.Path;
import java.util.List;

/**
 * Writes annotated images, one after the other. Until {@link #finish} nothing of the target
 * changes: everything is written beside it and then swapped in.
 */
public interface AnnotationWriter extends AutoCloseable {

	/** @throws triptych.core.TriptychException where the data set has an image of that name */
	void add(AnnotatedImage image);

	/**
	 * Puts in place what was added.
	 *
	 * @return the file or folder that was written
	 */
	Path finish();

	/** What the format could not hold of what was added, in phrases with numbers. */
	List<String> losses();

	/** Leaves the target as it was where {@link #finish} was not called. */
	@Override
	void close();
}
