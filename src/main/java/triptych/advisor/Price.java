package triptych.advisor;

import java.util.Optional;
import java.util.OptionalDouble;

import triptych.advisor.need.Words;

/**
 * What one label costs: money and time for an image as such and for each object in it.
 *
 * @param moneyPerImage US dollars
 * @param moneyPerObject US dollars
 * @param secondsPerImage working time
 * @param secondsPerObject working time
 * @param moneySource the row of the tables of words that names where the money comes from
 * @param hoursSource likewise of the time
 * @param own the money is the user's own price
 */
public record Price(Range moneyPerImage, Range moneyPerObject, Range secondsPerImage,
	Range secondsPerObject, String moneySource, String hoursSource, boolean own)
{

	/** This price with the user's own money in its place. */
	Price costing(Range perImage, Range perObject) {
		return new Price(perImage, perObject, secondsPerImage, secondsPerObject, "", hoursSource, true);
	}

	/** Where the money comes from, in words. */
	public String moneySource(Words words) {
		return own ? words.say("plan.own") : words.say("source.price." + moneySource);
	}

	/** Where the time comes from, in words. */
	public String hoursSource(Words words) {
		return words.say("source.price." + hoursSource);
	}

	/** US dollars for one image, empty where it needs the number of objects and that is not known. */
	Optional<Range> money(OptionalDouble objects) {
		return perImage(moneyPerImage, moneyPerObject, objects);
	}

	/** Hours for one image, likewise. */
	Optional<Range> hours(OptionalDouble objects) {
		return perImage(secondsPerImage, secondsPerObject, objects)
			.map(r -> new Range(r.low() / 3600, r.high() / 3600));
	}

	private static Optional<Range> perImage(Range image, Range object, OptionalDouble objects) {
		if (object.high() == 0) return Optional.of(image);
		if (objects.isEmpty()) return Optional.empty();
		return Optional.of(image.plus(object.times(objects.getAsDouble())));
	}
}
