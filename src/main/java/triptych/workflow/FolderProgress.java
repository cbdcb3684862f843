package triptych.workflow;

import java.util.Locale;

/**
 * Is told how far a folder run is, and asked whether it should stop. Both come from the threads that do the work.
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

		/** Such as {@code 120 of 500 images, 2 failed, 12.3 images/s, 0:31 left}. */
		public String text() {
			long seconds = perSecond > 0 ? Math.round((images - finished) / perSecond) : 0;
			String left = seconds >= 3600 ? String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
				: String.format("%d:%02d", seconds / 60, seconds % 60);
			return finished + " of " + images + " images" + (failed > 0 ? ", " + failed + " failed" : "") + String.format(
				Locale.ROOT, ", %.1f images/s, %s left", perSecond, left);
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
