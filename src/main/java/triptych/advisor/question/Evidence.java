package triptych.advisor.question;

import java.util.HashMap;
import java.util.Map;

import triptych.advisor.need.ResourceTable;
import triptych.advisor.need.TaskChoice;

/**
 * How strongly each concept speaks for each need: the table evidence.tsv, fitted by
 * src/training/advisor on questions with known tasks. A task is a profile of needs, so that the
 * same table scores the tasks and tells which words led to which need.
 */
final class Evidence {

	/** Rows: tasks in the order of TaskChoice; columns: how much of each need a task answers. */
	private static final double[][] PROFILES = {
		// image object pixel several one individuals size background none
		{ 1, 0, 0, 0, 0, 0, 0, 0, 0 }, // classification_single
		{ 1, 0, 0, 1, 0, 0, 0, 0, 0 }, // classification_multi
		{ 0, 1, 0, 0, 1, 0, 0, 0, 0 }, // localisation
		{ 0, 1, 0, 0, 0, 0, 0, 0, 0 }, // detection
		{ 0, 0, 1, 0, 0, 0, 0, 0, 0 }, // semantic
		{ 0, .5, .5, 0, 0, 1, 1, 0, 0 }, // instance
		{ 0, 0, 1, 0, 0, .5, 0, 1, 0 }, // panoptic
		{ 0, 0, 0, 0, 0, 0, 0, 0, 1 } }; // none

	private static final Map<String, double[]> TABLE = new HashMap<>();

	static {
		for (String[] row : ResourceTable.rows("evidence.tsv")) {
			double[] weights = new double[row.length - 1];
			for (int i = 0; i < weights.length; i++)
				weights[i] = Double.parseDouble(row[i + 1]);
			TABLE.put(row[0], weights);
		}
	}

	private Evidence() {}

	/** Score of each task, in the order of TaskChoice: a logit. */
	static double[] scores(Map<String, Double> features) {
		double[] needs = TABLE.get("bias").clone();
		double none = 0;
		for (Map.Entry<String, Double> f : features.entrySet()) {
			if (f.getKey().startsWith("none.")) none += f.getValue();
			else add(needs, f.getKey(), f.getValue());
		}
		add(needs, "none", Math.min(none, 2));
		double[] scores = new double[PROFILES.length];
		for (int t = 0; t < scores.length; t++)
			for (int n = 0; n < needs.length; n++)
				scores[t] += PROFILES[t][n] * needs[n];
		return scores;
	}

	/** How much more a cue speaks for a task than for the tasks on the whole: a logit. */
	static double support(QuotedCue cue, TaskChoice task) {
		String group = cue.concept().substring(0, cue.concept().indexOf('.'));
		// All kinds of other tools speak for none of the tasks alike.
		String concept = group.equals("none") ? group : cue.concept();
		double[] row = TABLE.get(cue.negated() ? "not." + group : concept);
		double own = 0, mean = 0;
		for (int n = 0; row != null && n < row.length; n++) {
			own += PROFILES[task.ordinal()][n] * row[n];
			for (double[] profile : PROFILES)
				mean += profile[n] * row[n] / PROFILES.length;
		}
		return own - mean;
	}

	private static void add(double[] needs, String concept, double value) {
		double[] row = TABLE.get(concept);
		for (int i = 0; row != null && i < needs.length; i++)
			needs[i] += value * row[i];
	}
}
