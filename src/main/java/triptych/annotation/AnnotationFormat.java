package triptych.annotation;

import java.nio.file.Path;
import java.util.List;

/** A way in which annotations lie in files. */
public interface AnnotationFormat {

	/** The value of the key format, such as {@code coco}. */
	String name();

	/** What it is called, such as {@code COCO JSON}. */
	String title();

	/** True where a file or folder looks like this format; reads no more of it than that needs. */
	boolean accepts(Path path);

	/**
	 * @param path a file or folder of this format
	 * @throws triptych.core.TriptychException naming file and entry where it cannot be read
	 */
	AnnotationSet open(Path path);

	/**
	 * Where a list of predictions names neither images nor classes, those of the truth count.
	 *
	 * @param truth of any format that has both, such as the COCO file of COCO results
	 */
	default AnnotationSet open(Path path, Path truth) {
		return open(path);
	}

	/** True where it can be written. */
	default boolean writes() {
		return true;
	}

	/** True where a data set that is written gets the images themselves too. */
	default boolean holdsImages() {
		return false;
	}

	/**
	 * @param target the file or folder that is made or added to
	 * @param classes in the order in which they are to be numbered; others that images show follow
	 * @param append true adds to a data set that is there; else it must not be there
	 */
	AnnotationWriter writer(Path target, List<AnnotatedClass> classes, boolean append);
}
