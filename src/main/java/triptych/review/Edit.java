package triptych.review;

import java.util.List;

import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Mask;
import triptych.core.Region;
import triptych.core.Region.RotatedBox;

/**
 * One correction on one plane, as it stands in the journal: what goes and what comes. It holds the
 * pixels or the box themselves, so that doing it again gives the same in every version.
 *
 * @param plane its place among the planes of the run, from 0
 * @param removed ids of objects that go; of answers, what gets other classes
 * @param added objects that come; regions of a class that are painted; the classes of an answer
 */
public record Edit(int plane, List<Integer> removed, List<Added> added) {

	/**
	 * What a correction has made.
	 *
	 * @param score null where it has none
	 * @param disagreement null where the run has not looked at mirror images
	 * @param state what the correction was, such as added or mended
	 * @param runs its pixels: row, first column and number of columns, one run after the other; null
	 *          where it has none
	 * @param box left, top, right and bottom edge in pixels; of a turned box the centre's x and y,
	 *          length, breadth and angle; null where its pixels say where it is
	 */
	public record Added(int id, int classId, String className, Double score, Double disagreement,
		String state, int[] runs, double[] box)
	{

		static Added of(int id, ClassScore best, String state, int[] runs) {
			return of(id, best, state, runs, null);
		}

		static Added of(int id, ClassScore best, String state, Region region) {
			if (region instanceof Mask mask) return of(id, best, state, Runs.of(mask), null);
			if (region instanceof RotatedBox r) return of(id, best, state, null,
				new double[] { r.x(), r.y(), r.length(), r.breadth(), r.angle() });
			return of(id, best, state, null,
				new double[] { region.x1(), region.y1(), region.x2(), region.y2() });
		}

		private static Added of(int id, ClassScore best, String state, int[] runs, double[] box) {
			return new Added(id, best.classId(), best.className(), number(best.score()),
				number(best.disagreement()), state, runs, box);
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

		Region region() {
			if (box == null) return Runs.mask(runs);
			return box.length == 4 ? new Box(box[0], box[1], box[2], box[3])
				: new RotatedBox(box[0], box[1], box[2], box[3], box[4]);
		}
	}
}
