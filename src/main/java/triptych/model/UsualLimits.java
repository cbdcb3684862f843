package triptych.model;

/** What counts where a description is silent about its limits; the model's family knows. */
@FunctionalInterface
public interface UsualLimits {

	/**
	 * @param model the model's name, for the sentence
	 * @throws triptych.core.TriptychException where no family has the decoder's name
	 */
	Limits of(DecoderSpec decoder, String model);
}
