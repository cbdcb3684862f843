package triptych.core;

/**
 * A failure told in one sentence that the user can act on. Every door shows this sentence as it is,
 * so it names the thing that is wrong, its value and what would be right.
 */
public sealed class TriptychException extends RuntimeException
	permits NotEnoughMemory, Stopped, UnfitPrediction
{

	private static final long serialVersionUID = 1L;

	public TriptychException(String sentence) {
		super(sentence);
	}

	public TriptychException(String sentence, Throwable cause) {
		super(sentence, cause);
	}
}
