package triptych.core;

/**
 * There was not enough memory for what was asked. A smaller tile may still fit, so this failure can
 * be told from others.
 */
public final class NotEnoughMemory extends TriptychException {

	private static final long serialVersionUID = 1L;

	public NotEnoughMemory(String sentence, Throwable cause) {
		super(sentence, cause);
	}
}
