package triptych.metrics.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import triptych.metrics.Figure;
import triptych.metrics.StoredCases;

class PixelEvaluationTest {

	/**
	 * Counted by hand: class a 3 of 4 right, b 2 of 3 right, c 0 of 1, one pixel of another value
	 * left out.
	 */
	@Test
	void figuresAreThoseCountedByHand() {
		PixelEvaluation evaluation = new PixelEvaluation(List.of("a", "b", "c", "never"));
		evaluation.add(new int[] {0, 0, 0, 0, 1, 1, 255}, new int[] {0, 0, 0, 1, 1, 9, 1});
		evaluation.add(new int[] {1, 2}, new int[] {1, 1});
		assertEquals(3 / 4.0, StoredCases.value(evaluation, "IoU", "a"));
		assertEquals(2 / 5.0, StoredCases.value(evaluation, "IoU", "b"));
		assertEquals(0, StoredCases.value(evaluation, "IoU", "c"));
		assertTrue(Double.isNaN(StoredCases.value(evaluation, "IoU", "never")));
		assertEquals((3 / 4.0 + 2 / 5.0) / 3, evaluation.headline().value(), 1e-12);
		assertEquals(4 / 7.0, StoredCases.value(evaluation, "Dice", "b"), 1e-12);
		assertEquals(
				(2 / 4.0 + 2 / 3.0) / 2, StoredCases.value(evaluation, "ImageDice", "b"), 1e-12);
		assertEquals(5 / 8.0, StoredCases.value(evaluation, "Accuracy", Figure.ALL));
		assertEquals(
				(3 / 4.0 + 2 / 3.0) / 3,
				StoredCases.value(evaluation, "MeanAccuracy", Figure.ALL),
				1e-12);
		assertArrayEquals(new long[] {0, 2, 0, 0, 1}, evaluation.confusion()[1]);
	}

	@Test
	void noImagesGiveNoNumbers() {
		for (Figure figure : new PixelEvaluation(List.of("a")).figures())
			assertTrue(Double.isNaN(figure.value()), figure.metric().name());
	}
}
