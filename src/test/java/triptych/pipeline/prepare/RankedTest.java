package triptych.pipeline.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

/** Ranks are those of sorted values, exactly. */
class RankedTest {

	private final Random random = new Random(5);
	private final float[] values = new float[5000];

	private void ranksAreThoseOfSorting() {
		float[] sorted = values.clone();
		Arrays.sort(sorted);
		long[] ranks = LongStream.of(0, 1, 17, 2499, 2500, 4499, 4998, 4999).toArray();
		double[] found = Ranked.at(row -> row.take(values, 0, 3000) && row.take(values, 3000, 5000),
			ranks);
		for (int i = 0; i < ranks.length; i++)
			assertEquals(sorted[(int) ranks[i]] + 0f, found[i], "rank " + ranks[i]);
	}

	@Test
	void ofBytes() {
		for (int i = 0; i < values.length; i++)
			values[i] = Math.max(0, random.nextInt(260) - 100);
		ranksAreThoseOfSorting();
	}

	@Test
	void of16Bits() {
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextInt(65536);
		values[0] = 65535;
		ranksAreThoseOfSorting();
	}

	/** What is met behind thousands of whole numbers. */
	@Test
	void ofWholeNumbersAndOneThatIsNone() {
		for (float odd : new float[] { 0.5f, -3, 65536, 1e20f, -0f }) {
			ofBytes();
			values[4321] = odd;
			ranksAreThoseOfSorting();
		}
	}

	@Test
	void ofThirds() {
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextInt(766) / 3f;
		ranksAreThoseOfSorting();
	}
}
