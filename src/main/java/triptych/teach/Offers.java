package triptych.teach;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which object a user is asked about next: the one whose best class is least ahead of the second
 * (margin sampling: Scheffer, Decomain and Wrobel, Active hidden Markov models for information
 * extraction, 2001). Before there is any guess, objects from all over the plane. An object that was
 * passed over comes again only after all others.
 */
public final class Offers {

	/** The golden ratio: steps of this share of all objects spread them evenly. */
	private static final double STEP = 0.618034;

	private final Map<ClickedPlane, Set<Integer>> offered = new IdentityHashMap<>();

	/** Empty where every object of the plane has a class. */
	public Optional<Integer> next(ClickedPlane plane, ClickGuess guess) {
		Set<Integer> before = offered.computeIfAbsent(plane, p -> new HashSet<>());
		Optional<Integer> next = best(plane, guess, before);
		if (next.isEmpty() && !before.isEmpty()) {
			before.clear();
			next = best(plane, guess, before);
		}
		next.ifPresent(before::add);
		return next;
	}

	private static Optional<Integer> best(ClickedPlane plane, ClickGuess guess,
		Set<Integer> before)
	{
		ClickGuess.OfPlane its = guess == null ? null : guess.planes().get(plane);
		int n = plane.rois().size(), best = -1;
		double least = Double.MAX_VALUE;
		int[] classes = plane.classes();
		for (int i = 0; i < n; i++) {
			if (classes[i] != ClickSession.NONE || before.contains(i)) continue;
			boolean guessed = its != null && its.classOf()[i] != ClickSession.NONE;
			double certainty = guessed ? its.certainty()[i] : 1 + i * STEP % 1;
			if (certainty >= least) continue;
			least = certainty;
			best = i;
		}
		return best < 0 ? Optional.empty() : Optional.of(best);
	}
}
