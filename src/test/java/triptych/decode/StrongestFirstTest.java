package triptych.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class StrongestFirstTest {

	/** Scores below 0 are nothing usual, yet must not come first. */
	@Test
	void equalScoresKeepTheirOrderAndNegativeOnesComeLast() {
		float[] scores = { 0.5f, -0.25f, 1, 0.5f, 0, -0f, -3, 9 };
		assertArrayEquals(new int[] { 2, 0, 3, 4, 5, 1, 6 }, StrongestFirst.of(scores, 7));
	}
}
