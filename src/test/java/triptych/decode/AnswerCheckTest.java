package triptych.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import triptych.core.Box;
import triptych.core.Classification;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Segment;
import triptych.pipeline.prepare.Planted;

/** Answers that look like a result and are told all the same; those of a good model are not. */
class AnswerCheckTest {

	private static final Plane PLANE = Planted.grey(100, 80, new float[8000]);

	private static String note(Prediction... planes) {
		AnswerCheck check = new AnswerCheck();
		for (Prediction p : planes)
			check.add(p, PLANE);
		return check.note();
	}

	private static Detections boxes(int n, double size, boolean sameScore) {
		List<Detection> found = new ArrayList<>();
		for (int i = 0; i < n; i++)
			found.add(new Detection(new Box(i * size / n, 0, size, size),
				new ClassScore(0, "cell", sameScore ? 0.5 : 0.9 - 0.01 * i)));
		return new Detections(found);
	}

	private static Classification classes(double... logits) {
		double[] scores = Activation.SOFTMAX.scores(logits);
		List<ClassScore> list = new ArrayList<>();
		for (int i = 0; i < scores.length; i++)
			list.add(new ClassScore(i, "class-" + i, scores[i]));
		return new Classification(list, logits, false);
	}

	private static LabelMap regions(int... ids) {
		int[] all = new int[8000];
		Arrays.setAll(all, i -> ids[i % ids.length]);
		return new LabelMap(100, 80, all, List.of(new Segment(1, new ClassScore(0, "road", 1), false),
			new Segment(2, new ClassScore(1, "sky", 1), false)));
	}

	@Test
	void tinyBoxesInTheCornerAreTold() {
		assertTrue(note(boxes(5, 1, false)).contains("All 5 boxes are tiny"), "fractions as pixels");
		assertEquals("", note(boxes(5, 30, false)));
		assertEquals("", note(boxes(2, 1, false)), "two may be there");
		assertEquals("", note(boxes(5, 1, false), boxes(1, 30, false)));
	}

	@Test
	void scoresThatAreAllAlikeAreTold() {
		assertTrue(note(boxes(12, 40, true)).contains("All 12 objects got the same score of 0.50"));
		assertTrue(note(classes(0.2, 0.2, 0.2)).contains("All classes got the same score"));
		assertEquals("", note(classes(0.2, 3.1, -0.4)));
	}

	@Test
	void scoresThatAreMadeTwiceOrFromFarValuesAreTold() {
		assertTrue(note(classes(0.9, 0.06, 0.04)).contains("scores already"));
		assertTrue(note(classes(-120, 40, 310)).contains("(310 and 40)"));
	}

	@Test
	void oneClassOnEveryPixelIsTold() {
		assertTrue(note(regions(2)).contains("Every pixel is sky"));
		assertEquals("", note(regions(1, 2)));
		assertEquals("", note(regions(0)));
		assertEquals("", note(regions(2), regions(1, 2)));
	}
}
