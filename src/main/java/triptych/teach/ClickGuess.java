package triptych.teach;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import triptych.teach.learn.CrossValidation;
import triptych.teach.learn.Forecast;
import triptych.teach.learn.LearningCurve;

/**
 * What the examples so far say of all other objects, and how far that is to be trusted.
 *
 * @param changes of the session when the examples were taken
 * @param classes that have examples, in the order of {@code validation}
 * @param planes what each plane's objects are taken for
 * @param validation empty where a class has one example only
 * @param curve empty where a class has fewer than four examples
 * @param lines all of it in sentences
 * @param unmeasured objects that no guess is known of yet
 */
public record ClickGuess(int changes, List<String> classes, Map<ClickedPlane, OfPlane> planes,
	Optional<CrossValidation> validation, List<LearningCurve.Point> curve,
	Optional<Forecast> forecast, List<String> lines, int unmeasured)
{

	/**
	 * The guesses on a plane, for each object.
	 *
	 * @param classOf the place of the class in the session, {@link ClickSession#NONE} where there is
	 *          no guess
	 * @param certainty the score of that class less that of the next one, from 0 to 1
	 */
	public record OfPlane(int[] classOf, double[] certainty) {}

	/** Nothing can be guessed yet, and why. */
	static ClickGuess none(int changes, String why) {
		return new ClickGuess(changes, List.of(), Map.of(), Optional.empty(), List.of(),
			Optional.empty(), List.of(why), 0);
	}
}
