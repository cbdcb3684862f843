package triptych.core;

/**
 * Hears how far the work on a plane is, and may ask it to end. It is asked between tiles and
 * between the steps of a measurement, in the thread that works.
 */
public interface Progress {

	/** Hears nothing and never asks to stop. */
	Progress NONE = new Progress() {

		@Override
		public void at(int done, int tiles) {}

		@Override
		public boolean stopped() {
			return false;
		}
	};

	/**
	 * @param done tiles of the plane that are done
	 * @param tiles all of them, 1 where the plane is run whole
	 */
	void at(int done, int tiles);

	/**
	 * True once the user wants no more; the plane in progress then ends with {@link Stopped} and
	 * leaves nothing.
	 */
	boolean stopped();

	/** @throws Stopped once the user wants no more */
	default void check() {
		if (stopped()) throw new Stopped();
	}
}
