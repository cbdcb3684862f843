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
					clause(here.subList(begin, i), evidence, clause[1] - clause[0]);
					begin = i + 1;
				}
		}
		return evidence;
	}

	private static void clause(List<FoundCue> cues, List<FoundCue> evidence, int letters) {
		List<FoundCue> own = new ArrayList<>(cues.stream().filter(c -> c.cue().isEvidence()).toList());
		for (FoundCue not : cues) {
			boolean forward = not.cue().concept().equals("not"), backward = not.cue().concept().equals("not<");
			if (!forward && !backward) continue;
			if (own.isEmpty() && letters < ALONE && !evidence.isEmpty()) negateLast(evidence);
			else {
				boolean before = own.stream().anyMatch(c -> c.start() < not.start());
				boolean after = own.stream().anyMatch(c -> c.start() >= not.end());
				boolean follows = forward ? after : !before;
				own.replaceAll(c -> !c.negated() && (follows ? c.start() >= not.end() : c.end() <= not.start()) ? c.negate() : c);
			}
		}
		evidence.addAll(own);
	}

	private static void negateLast(List<FoundCue> evidence) {
		FoundCue last = evidence.get(evidence.size() - 1);
		if (!last.negated()) evidence.set(evidence.size() - 1, last.negate());
	}
}
