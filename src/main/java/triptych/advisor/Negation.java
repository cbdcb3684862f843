package triptych.advisor;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks what a user does not need. A word of negation works within its clause: on what follows or, where nothing
 * follows or the word belongs behind, on what precedes; alone in a clause ("size? not needed") on the end of the clause
 * before.
 */
final class Negation {

	/** A clause of so many letters that holds no cue speaks of the clause before. */
	private static final int ALONE = 45;

	/** A negation reaches so many letters. */
	private static final int REACH = 45;

	/** A word that negates what follows speaks of what precedes only where the clause ends so many letters after it. */
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
		List<FoundCue> own = new ArrayList<>(cues.stream().filter(c -> c.cue().isEvidence()).toList());
		for (FoundCue not : cues) {
			boolean forward = not.cue().concept().equals("not"), backward = not.cue().concept().equals("not<");
			if (!forward && !backward) continue;
			if (own.isEmpty() && end - start < ALONE && !evidence.isEmpty()) negateLast(evidence);
			else {
				boolean before = own.stream().anyMatch(c -> c.start() < not.start());
				boolean after = own.stream().anyMatch(c -> c.start() >= not.end());
				boolean follows = forward ? after : !before;
				if (forward && !after && end - not.end() > TAIL) continue;
				own.replaceAll(c -> !c.negated() && reaches(not, c, follows) ? c.negate() : c);
			}
		}
		evidence.addAll(own);
	}

	private static boolean reaches(FoundCue not, FoundCue cue, boolean follows) {
		int letters = follows ? cue.start() - not.end() : not.start() - cue.end();
		return letters >= 0 && letters < REACH;
	}

	private static void negateLast(List<FoundCue> evidence) {
		FoundCue last = evidence.get(evidence.size() - 1);
		if (!last.negated()) evidence.set(evidence.size() - 1, last.negate());
	}
}
