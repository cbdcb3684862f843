package triptych.core;

/** The user stopped the work; the plane that was in progress leaves nothing. */
public final class Stopped extends TriptychException {

	private static final long serialVersionUID = 1L;

	public Stopped() {
		super("Stopped by the user; the plane in progress leaves no result.");
	}
}
