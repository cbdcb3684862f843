package triptych.review;

import java.util.List;

import triptych.core.ClassScore;

/**
 * One correction on one plane, as it stands in the journal: objects that go and objects that come.
 * It holds the pixels themselves, so that doing it again gives the same in every version.
 *
 * @param plane its place among the planes of the run, from 0
 * @param removed ids of objects whose pixels become background
 * @param added objects whose pixels are set afterwards
 */
public record Edit(int plane, List<Integer> removed, List<Added> added) {

	/**
	 * An object that a correction has made.
	 *
	 * @param score null where the object has none
	 * @param disagreement null where the run has not looked at mirror images
	 * @param state added, mended, split or merged
	 * @param runs its pixels: row, first column and number of columns, one run after the other
	 */
	public record Added(int id, int classId, String className, Double score, Double disagreement,
		String state, int[] runs)
	{

		static Added of(int id, ClassScore best, String state, int[] runs) {
			return new Added(id, best.classId(), best.className(), number(best.score()),
				number(best.disagreement()), state, runs);
		}

		private static Double number(double value) {
			return Double.isNaN(value) ? null : value;
		}

		private static double value(Double number) {
			return number == null ? Double.NaN : number;
		}

		ClassScore best() {
			return new ClassScore(classId, className, value(score), value(disagreement));
		}
	}
}
