package triptych.advisor;

import java.util.OptionalDouble;

import triptych.advisor.need.Answer;
import triptych.core.TriptychException;

/**
 * What there is to label and what may be spent on it; what is not known is empty.
 *
 * @param images images to be labelled
 * @param objects objects in an image, on average
 * @param crowded objects touch or overlap
 * @param cooccur several classes occur in one image
 * @param money US dollars for labelling
 * @param hours working hours for labelling
 * @param fps frames that must be answered in a second
 * @param gpu a graphics processor is there
 */
public record Budget(OptionalDouble images, OptionalDouble objects, Answer crowded, Answer cooccur,
	OptionalDouble money, OptionalDouble hours, OptionalDouble fps, Answer gpu)
{

	private static final OptionalDouble NO = OptionalDouble.empty();

	/** Nothing is known. */
	public static final Budget UNKNOWN = new Budget(NO, NO, Answer.UNKNOWN, Answer.UNKNOWN, NO, NO,
		NO, Answer.UNKNOWN);

	/** @throws TriptychException where a number is negative or not finite, or images not whole */
	public Budget {
		check("images", images);
		checkWhole(images);
		check("objects", objects);
		check("money", money);
		check("hours", hours);
		check("fps", fps);
	}

	/** Half an image is never meant, but a mark for thousands where a point is one. */
	private static void checkWhole(OptionalDouble images) {
		if (images.isPresent() && images.getAsDouble() != Math.rint(images.getAsDouble()))
			throw new TriptychException("images=" + images.getAsDouble()
				+ ": give a whole number without a mark for thousands, such as 1200, or leave it out.");
	}

	private static void check(String key, OptionalDouble value) {
		if (value.isPresent()
			&& !(value.getAsDouble() >= 0 && value.getAsDouble() < Double.POSITIVE_INFINITY))
			throw new TriptychException(
				key + "=" + value.getAsDouble() + ": give a number from 0 up, or leave it out.");
	}

	/** This budget for other images; for trying out what would change. */
	public Budget with(double images, double objects) {
		return new Budget(OptionalDouble.of(images), OptionalDouble.of(objects), crowded, cooccur,
			money, hours, fps, gpu);
	}

	/** This budget with what may be spent, in US dollars and hours. */
	public Budget spending(OptionalDouble money, OptionalDouble hours) {
		return new Budget(images, objects, crowded, cooccur, money, hours, fps, gpu);
	}

	public boolean limited() {
		return money.isPresent() || hours.isPresent();
	}
}
