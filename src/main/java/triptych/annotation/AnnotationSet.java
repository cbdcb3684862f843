package triptych.annotation;

import java.util.List;

/**
 * The annotations of a set of images, opened for reading. Only what an image is called stays in
 * memory; each image is read when it is asked for, so sets of any size can be gone through, in any
 * order and as often as needed.
 */
public interface AnnotationSet extends AutoCloseable {

	/** The images' names, in the order of the data set. */
	List<String> names();

	/** The classes that the data set names, in its order, whether or not an image shows them. */
	List<AnnotatedClass> classes();

	/**
	 * Reads one image.
	 *
	 * @param index from 0, in the order of {@link #names}
	 * @throws triptych.core.TriptychException naming file and entry where something is wrong with it
	 */
	AnnotatedImage image(int index);

	/** Sentences on what was left out or understood in one of several ways, so far. */
	default List<String> notes() {
		return List.of();
	}

	@Override
	default void close() {}
}
