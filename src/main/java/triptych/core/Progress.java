package triptych.core;

/**
 * Hears how far the work on a plane is, and may ask it to end. It is asked between tiles, in the thread that works.
 */
public interface Progress {

	/** Hears nothing and never asks to stop. */
	Progress NONE = new Progress() {

		@Override
		public void at(double fraction) {}

		@Override
		public boolean stopped() {
			return false;
		}
	};

	/** @param fraction of the plane that is done, in [0,1] */
	void at(double fraction);

	/** True once the user wants no more; the plane in progress then ends with {@link Stopped} and leaves nothing. */
	boolean stopped();
}
