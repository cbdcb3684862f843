package triptych.cli;

/** A line that is none of its verb's; the message says what is wrong with it, and what to do. */
final class WrongLine extends RuntimeException {

	private static final long serialVersionUID = 1L;

	WrongLine(String message) {
		super(message, null, false, false);
	}
}
