package triptych.metrics;

import java.util.List;

/** What was gathered of a set of images, image after image, and the figures it gives. */
public interface Evaluation {

	/** How many images were added. */
	int images();

	/**
	 * All figures: first those of {@link Figure#ALL}, then class after class in the order of the
	 * class list.
	 */
	List<Figure> figures();

	/** The one figure of {@link #figures} that stands for the evaluation. */
	Figure headline();

	/**
	 * Sentences that a reader of the figures must know, such as predictions that a definition
	 * leaves aside.
	 */
	default List<String> notes() {
		return List.of();
	}
}
