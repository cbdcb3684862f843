package triptych.review;

import java.util.List;

import triptych.core.ClassScore;
import triptych.core.Region;

/** What one plane holds after some corrections: objects, regions of a class or answers, by id. */
public interface ReviewedPlane {

	/** What an object is that nobody has changed. */
	String KEPT = "kept";

	/** The same plane before any correction. */
	ReviewedPlane untouched();

	void apply(Edit edit);

	/** The id of what lies at a pixel, 0 where there is nothing. */
	int at(int x, int y);

	/** All ids, in their order. */
	List<Integer> all();

	/** The class of an id. */
	ClassScore best(int id);

	/** Where it is. */
	Region region(int id);

	/** What the review has made of it: kept, added, mended and so on. */
	String state(int id);

	/** The largest id, those that are gone too: an id never means another object. */
	int largest();

	default boolean has(int id) {
		return all().contains(id);
	}
}
