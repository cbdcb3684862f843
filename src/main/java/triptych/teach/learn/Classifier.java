package triptych.teach.learn;

/** Tells the class of objects by their features. */
public sealed interface Classifier permits LinearClassifier, TreeClassifier {

	/** For each row of features the share of each class, which sum to 1. */
	double[][] scoresOf(double[][] rows);

	/** The class of each row with the highest score, of equal ones the first. */
	default int[] classesOf(double[][] rows) {
		double[][] scores = scoresOf(rows);
		int[] best = new int[rows.length];
		for (int i = 0; i < rows.length; i++)
			for (int c = 1; c < scores[i].length; c++)
				if (scores[i][c] > scores[i][best[i]]) best[i] = c;
		return best;
	}
}
