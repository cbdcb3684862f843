package triptych.teach.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class LinearClassifierTest {

	@Test
	void weightsAreWhereTheLossIsLeast() {
		Examples examples = Clouds.of(3, 12, 2.0, 5);
		LinearClassifier best = LinearClassifier.of(examples, 1);
		double least = loss(examples, best.weights(), best.scaling(), 1);
		Random random = new Random(7);
		for (int k = 0; k < 50; k++) {
			double[][] other = new double[3][];
			for (int c = 0; c < 3; c++) {
				other[c] = best.weights()[c].clone();
				for (int j = 0; j < other[c].length; j++)
					other[c][j] += 0.02 * random.nextGaussian();
			}
			assertTrue(loss(examples, other, best.scaling(), 1) > least, "moved a little, it is less");
		}
	}

	/** Written down once more, from the formula in the documentation. */
	private static double loss(Examples e, double[][] weights, Scaling scaling, double freedom) {
		double[] scaled = scaling.apply(e.features());
		int width = scaling.mean().length;
		double loss = 0;
		int[] counts = e.perClass();
		for (int i = 0; i < e.count(); i++) {
			double sum = 0, own = 0;
			for (int c = 0; c < weights.length; c++) {
				double logit = weights[c][width];
				for (int j = 0; j < width; j++)
					logit += weights[c][j] * scaled[i * width + j];
				sum += Math.exp(logit);
				if (c == e.classOf()[i]) own = logit;
			}
			loss += (Math.log(sum) - own) / counts[e.classOf()[i]] / weights.length;
		}
		for (double[] w : weights)
			for (int j = 0; j < width; j++)
				loss += w[j] * w[j] / (2 * freedom * e.count());
		return loss;
	}

	@Test
	void classesFarApartAreToldApart() {
		Examples examples = Clouds.of(4, 10, 6, 3);
		int[] found = LinearClassifier.of(examples, 1).classesOf(examples.features());
		assertArrayEquals(examples.classOf(), found);
	}

	/** Else a rare class is never found. */
	@Test
	void aClassWithFewExamplesCountsAsMuch() {
		Examples many = Clouds.of(2, 200, 1.5, 11);
		int[] few = IntStream.range(0, many.count())
			.filter(i -> many.classOf()[i] == 0 || i % 20 == 1)
			.toArray();
		int[] found = LinearClassifier.of(many.only(few), 1).classesOf(many.features());
		int rare = 0;
		for (int i = 0; i < found.length; i++)
			if (many.classOf()[i] == 1 && found[i] == 1) rare++;
		assertTrue(rare > 140, "of 200 only " + rare);
	}

	@Test
	void aFeatureThatIsAlwaysTheSameStaysOut() {
		Examples examples = Clouds.of(2, 10, 3, 1);
		for (double[] row : examples.features())
			row[0] = 17;
		LinearClassifier made = LinearClassifier.of(examples, 1);
		assertEquals(0, made.scaling().deviation()[0]);
		assertEquals(0, made.weights()[0][0]);
	}
}
