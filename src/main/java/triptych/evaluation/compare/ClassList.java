package triptych.evaluation.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.core.TriptychException;
import triptych.options.ClassLimits;

/**
 * The classes of truth and predictions, in the order in which they turn up. Where one side names no
 * classes they become one at the end, since what has no name can be compared with nothing else.
 */
final class ClassList {

	private final List<String> seen = new ArrayList<>();
	private final Map<String, Integer> indices = new HashMap<>();
	private final Set<String> truth = new LinkedHashSet<>(), found = new LinkedHashSet<>();
	private List<String> settled;

	int ofTruth(String name) {
		truth.add(name);
		return index(name);
	}

	int ofFound(String name) {
		found.add(name);
		return index(name);
	}

	private int index(String name) {
		return indices.computeIfAbsent(name, n -> {
			seen.add(n);
			return seen.size() - 1;
		});
	}

	/** How many have turned up. */
	int size() {
		return seen.size();
	}

	/**
	 * Ends the gathering.
	 *
	 * @return sentences that a reader must know
	 * @throws TriptychException where the two sides have no class in common
	 */
	List<String> settle() {
		boolean truthNameless = ClassNames.nameless(truth), foundNameless = ClassNames.nameless(found);
		if (truth.isEmpty() || found.isEmpty() || truthNameless == foundNameless) {
			settled = seen;
			ClassNames.needCommon(truth, found);
			return ClassNames.notes(truth, found);
		}
		Set<String> named = truthNameless ? found : truth;
		settled = List.of(ClassNames.onlyOf(named));
		if (named.size() == 1) return List.of();
		String side = truthNameless ? "truth names" : "predictions name";
		return List.of("The " + side + " no classes, so classes were not compared ("
			+ String.join(", ", named) + ").");
	}

	/** The classes once they are settled. */
	List<String> names() {
		return Collections.unmodifiableList(settled);
	}

	/** @param index as it was given while gathering */
	int settled(int index) {
		return settled == seen ? index : 0;
	}

	/** The limits of single classes by their settled index. */
	Map<Integer, Double> limits(ClassLimits limits) {
		return limits.byClass(name -> {
			int index = settled.indexOf(name);
			if (index < 0) throw new TriptychException("The key thresholds names the class \"" + name
				+ "\"; the classes are " + String.join(", ", settled) + ".");
			return index;
		});
	}
}
