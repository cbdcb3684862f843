package triptych.teach.learn;

import java.util.List;

/**
 * Trees that vote: a score is the mean of what they say. Features count as numbers of single
 * precision, as they do in the written model.
 */
public record TreeClassifier(List<Tree> trees, int classes) implements Classifier {

	@Override
	public double[][] scoresOf(double[][] rows) {
		double[][] scores = new double[rows.length][classes];
		for (Tree tree : trees)
			for (int i = 0; i < rows.length; i++) {
				float[] shares = tree.shares(rows[i]);
				for (int c = 0; c < classes; c++)
					scores[i][c] += shares[c] / trees.size();
			}
		return scores;
	}
}
