package triptych.teach.learn;

import java.util.ArrayList;
import java.util.List;

/** Makes classifiers of {@value #TREES} extremely randomised trees, see {@link TreeGrowth}. */
public record TreeLearner() implements Learner {

	public static final int TREES = 100;

	private static final long SEED = 20151;

	@Override
	public TreeClassifier learn(Examples examples) {
		TreeGrowth growth = new TreeGrowth(examples);
		List<Tree> trees = new ArrayList<>(TREES);
		for (int t = 0; t < TREES; t++)
			trees.add(growth.tree(SEED + t));
		return new TreeClassifier(trees, examples.classes().size());
	}

	@Override
	public TreeClassifier rough(Examples examples) {
		return learn(examples);
	}
}
