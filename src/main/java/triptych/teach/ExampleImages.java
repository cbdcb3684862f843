package triptych.teach;

import java.util.List;

/** The images with examples, one after the other, as often as they are needed. */
public interface ExampleImages extends AutoCloseable {

	int count();

	/** @param i from 0 */
	ExampleImage get(int i);

	/** What was left out, in sentences. */
	List<String> notes();

	@Override
	default void close() {}
}
