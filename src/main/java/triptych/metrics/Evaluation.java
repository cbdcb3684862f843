package triptych.metrics;

import java.util.List;

/** What was gathered of a set of images, image after image, and the figures it gives. */
public interface Evaluation {

	/** How many images were added. */
	int images();

	/**
	 * All figures: first those of {@link Figure#ALL}, then class after class in the order of the
	 * class list. They compute themselves when asked, from what was added until then.
	 */
	List<Figure> figures();

	/** The one figure that stands for the evaluation: the first, if not said otherwise. */
	default Figure headline() {
		return figures().get(0);
	}

	/**
	 * Sentences that a reader of the figures must know, such as what a definition leaves aside.
	 */
	default List<String> notes() {
		return List.of();
	}
}
