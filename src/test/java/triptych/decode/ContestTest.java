package triptych.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import triptych.cases.RandomCases;

/**
 * The strongest class against a comparison of one float after the other, with every value that
 * floats can have.
 */
class ContestTest {

	private static final float[] ODD = { 0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY,
			Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, 1, -1 };

	@Test
	void theWinnerIsTheFirstThatNoOtherExceeds() {
		RandomCases.each(2000, random -> {
			int width = 1 + random.nextInt(90), maps = 1 + random.nextInt(6);
			int firstId = random.nextInt(2);
			boolean odd = random.nextBoolean();
			Contest contest = new Contest(width);
			contest.begin();
			int[] expected = new int[width], bits = new int[width];
			float[] best = new float[width];
			Arrays.fill(best, Float.NEGATIVE_INFINITY);
			boolean[] nan = new boolean[width];
			for (int k = 0; k < maps; k++) {
				for (int x = 0; x < width; x++) {
					float bit = Float.intBitsToFloat(random.nextInt());
					float v = odd ? ODD[random.nextInt(ODD.length)] : bit;
					bits[x] = Float.floatToRawIntBits(v);
					nan[x] |= Float.isNaN(v);
					if (v > best[x]) {
						best[x] = v;
						expected[x] = k + firstId;
					}
				}
				contest.enter(bits, k + firstId);
			}
			boolean any = false;
			for (int x = 0; x < width; x++) {
				any |= nan[x];
				if (!nan[x]) assertEquals(expected[x], contest.winners()[x]);
			}
			assertEquals(any, contest.metNaN());
		});
	}
}
