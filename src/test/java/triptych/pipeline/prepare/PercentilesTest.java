package triptych.pipeline.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import triptych.core.TensorType;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Layout;

/**
 * Percentiles against numpy's (values in golden/, with the script that made them) and against
 * sorting.
 */
class PercentilesTest {

	@Test
	void percentilesAreNumpys() {
		List<String> lines = Planted.golden("percentiles.txt");
		assertEquals(7 * 3 * 3, lines.size());
		for (int i = 0; i < lines.size(); i += 3) {
			String[] head = lines.get(i).split(" ");
			float[] values = Planted.numbers(lines.get(i + 1));
			float[] expected = Planted.numbers(lines.get(i + 2));
			int height = values.length % 11 == 0 ? 11 : 1;
			double[] found = Percentiles.percentiles(Planted.grey(values.length / height, height, values),
				0, new double[] { Double.parseDouble(head[1]), Double.parseDouble(head[2]) });
			for (int k = 0; k < 2; k++)
				assertEquals(expected[k], found[k], 1e-5 * Math.max(1, Math.abs(expected[k])),
					lines.get(i));
		}
	}

	@Test
	void ranksOfManyRowsAreThoseOfSortedValues() {
		Random random = new Random(4);
		float[] values = new float[37 * 201];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3));
		float[] sorted = values.clone();
		Arrays.sort(sorted);
		for (int rank = 0; rank < sorted.length; rank += 743)
			assertEquals(sorted[rank],
				Percentiles.percentiles(Planted.grey(37, 201, values), 0,
					new double[] { 100.0 * rank / (sorted.length - 1) })[0],
				1e-6 * Math.abs(sorted[rank]) + 1e-9, "rank " + rank);
	}

	@Test
	void eachChannelHasItsOwnPercentiles() {
		Planted plane = new Planted(2, 2, 3, 255, true, 0, 1, 2, 10, 0, 2, 4, 20, 5, 5, 5, 6);
		float[] made = Planted.prepared(percentiles(3, false), plane);
		assertArrayEquals(new float[] { 0, 0.1f, 0.2f, 1, 0, 0.1f, 0.2f, 1, 0, 0, 0, 1 }, made, 1e-5f);
		float[] turned = Planted.prepared(percentiles(3, true), plane);
		assertArrayEquals(new float[] { 0, 0, 0, 1, 0, 0.1f, 0.2f, 1, 0, 0.1f, 0.2f, 1 }, turned,
			1e-5f);
	}

	@Test
	void aFlatImageGivesFiniteValues() {
		for (float v : Planted.prepared(percentiles(1, false), Planted.grey(2, 2, 7, 7, 7, 7)))
			assertTrue(Float.isFinite(v) && Math.abs(v) < 1, "value " + v);
	}

	private static InputSpec percentiles(int channels, boolean bgr) {
		double[] ones = new double[channels];
		Arrays.fill(ones, 1);
		return Planted.input(TensorType.FLOAT, Layout.NCHW, channels, 2, 2, bgr, 1,
			new double[channels], ones, new double[] { 0, 100 });
	}
}
