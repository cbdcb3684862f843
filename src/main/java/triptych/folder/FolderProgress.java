package triptych.folder;

import triptych.result.Rate;

/**
 * Is told how far a folder run is, and asked whether it should stop. Both come from the threads
 * that do the work.
 */
public interface FolderProgress {

	/** Nobody to tell. */
	FolderProgress SILENT = (image, problem, state) -> {};

	/**
	 * How far a run is.
	 *
	 * @param finished images that are done or failed, those of earlier starts too
	 * @param perSecond images of this start in a second
	 */
	record State(int finished, int failed, int images, double perSecond) {

		/** Such as {@code 120 of 500 images, 2 failed, 12.3 images/s, 31 s left}. */
		public String text() {
			String trouble = failed > 0 ? ", " + failed + " failed" : "";
			return finished + " of " + images + " images" + trouble
				+ new Rate(perSecond, images - finished, "images").text();
		}
	}

	/**
	 * An image is finished.
	 *
	 * @param problem blank, or the sentence on why it failed
	 */
	void finished(String image, String problem, State state);

	/** True to begin with no further image; those in work are finished. */
	default boolean stop() {
		return false;
	}
}
