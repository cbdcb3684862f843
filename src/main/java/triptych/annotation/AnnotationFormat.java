package triptych.annotation;

import java.nio.file.Path;

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
}
