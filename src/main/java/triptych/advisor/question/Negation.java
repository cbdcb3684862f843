package triptych.advisor.question;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks what a user does not need. A word of negation works within its clause: on what follows or,
 * where nothing follows or the word belongs behind, on what precedes; alone in a clause ("size? not
 * needed") on the end of the clause before.
 */
final class Negation {

	/**
	 * A clause with fewer letters than these besides the negation, and no cue, speaks of the clause
	 * before.
	 */
	private static final int ALONE = 18;

	/** Letters that a negation reaches over, to the first cue. */
	private static final int REACH = 45;

	/** Letters between cues of a list ("no boxes or masks"). */
	private static final int LIST = 14;

	/**
	 * A word that negates what follows speaks of what precedes only where the clause ends so many
	 * letters after it.
	 */
	private static final int TAIL = 25;

	private Negation() {}

	/** @param found cues in the order of their beginnings */
	static List<FoundCue> mark(List<FoundCue> found, Clauses clauses) {
		List<FoundCue> evidence = new ArrayList<>();
		int next = 0;
		for (int[] clause : clauses.clauses()) {
			List<FoundCue> here = new ArrayList<>();
			while (next < found.size() && found.get(next).start() < clause[1])
				here.add(found.get(next++));
			int begin = 0;
			// Words such as "but" and "only" end what a negation before them reaches.
			for (int i = 0; i <= here.size(); i++)
				if (i == here.size() || here.get(i).cue().concept().equals("break")) {
					clause(here.subList(begin, i), evidence, clause[0], clause[1]);
					begin = i + 1;
				}
		}
		return evidence;
	}

	private static void clause(List<FoundCue> cues, List<FoundCue> evidence, int start, int end) {
		List<FoundCue> own = new ArrayList<>();
		for (FoundCue c : cues)
			if (c.cue().isEvidence()) own.add(c);
		for (FoundCue not : cues) {
			boolean forward = not.cue().concept().equals("not"),
				backward = not.cue().concept().equals("not<");
			if (!forward && !backward) continue;
			boolean after = !own.isEmpty() && own.get(own.size() - 1).start() >= not.end();
			boolean before = !own.isEmpty() && own.get(0).start() < not.start();
			if (own.isEmpty() && end - start - (not.end() - not.start()) < ALONE) negateLast(evidence);
			else if (forward ? after : !before) following(not, own);
			else if (backward || end - not.end() < TAIL) preceding(not, own);
		}
		evidence.addAll(own);
	}

	/** The first cue within reach, and those that follow it in a list. */
	private static void following(FoundCue not, List<FoundCue> own) {
		double from = not.end(), reach = REACH * not.cue().weight();
		for (int i = firstFrom(own, not.end()); i < own.size(); i++) {
			FoundCue c = own.get(i);
			if (c.start() - from > reach) return;
			if (!c.negated()) own.set(i, c.negate());
			from = Math.max(from, c.end());
			reach = LIST;
		}
	}

	private static void preceding(FoundCue not, List<FoundCue> own) {
		double to = not.start(), reach = REACH;
		for (int i = firstFrom(own, not.start()) - 1; i >= 0; i--) {
			FoundCue c = own.get(i);
			if (c.end() > not.start()) continue;
			if (to - c.end() > reach) return;
			if (!c.negated()) own.set(i, c.negate());
			to = Math.min(to, c.start());
			reach = LIST;
		}
	}

	/** The first cue that begins at a place or behind it. */
	private static int firstFrom(List<FoundCue> cues, int place) {
		int low = 0, high = cues.size();
		while (low < high) {
			int middle = low + high >>> 1;
			if (cues.get(middle).start() < place) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	private static void negateLast(List<FoundCue> evidence) {
		if (evidence.isEmpty()) return;
		FoundCue last = evidence.get(evidence.size() - 1);
		if (!last.negated()) evidence.set(evidence.size() - 1, last.negate());
	}
}
