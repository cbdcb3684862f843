package triptych.teach.learn;

/** How a classifier is made of examples. The same examples always give the same one. */
public sealed interface Learner permits LinearLearner, TreeLearner {

	Classifier learn(Examples examples);

	/** One that is only to be tried, which may take less time. */
	Classifier rough(Examples examples);
}
