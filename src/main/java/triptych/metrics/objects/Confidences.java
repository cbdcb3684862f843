package triptych.metrics.objects;

import java.util.Arrays;

import triptych.core.Numbers;

/** For each class the least score of a prediction that counts. */
final class Confidences {

	private final double[] least;

	Confidences(double[] least) {
		this.least = least.clone();
	}

	boolean counts(Found found) {
		return found.score() >= least[found.classId()];
	}

	double of(int classId) {
		return least[classId];
	}

	/** As a definition says it. */
	String text(int classId) {
		return Numbers.exact(least[classId]);
	}

	/** Of all classes together, in words where they differ. */
	String text() {
		double[] all = Arrays.stream(least).distinct().toArray();
		if (all.length == 1) return Numbers.exact(all[0]);
		return all.length == 0 ? "0" : "that of its class";
	}
}
