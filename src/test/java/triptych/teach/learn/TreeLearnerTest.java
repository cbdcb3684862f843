package triptych.teach.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class TreeLearnerTest {

	/** What lies within a circle and what lies around it: no line parts them. */
	private static Examples rings(int n, long seed) {
		Random random = new Random(seed);
		double[][] rows = new double[n][8];
		int[] classOf = new int[n], imageOf = new int[n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < 8; j++)
				rows[i][j] = 100 * j + random.nextGaussian();
			classOf[i] = Math.hypot(rows[i][0], rows[i][1] - 100) > 1.18 ? 1 : 0;
			imageOf[i] = i / 10;
		}
		return new Examples(rows, classOf, imageOf, List.of("inside", "around"));
	}

	private static double right(Classifier made, Examples examples) {
		return CrossValidation.balanced(examples, made.classesOf(examples.features()));
	}

	@Test
	void ringsAreLearntThatNoLineParts() {
		Examples seen = rings(300, 1), unseen = rings(1000, 2);
		assertTrue(right(LinearLearner.USUAL.learn(seen), unseen) < 0.6);
		assertTrue(right(new TreeLearner().learn(seen), unseen) > 0.85);
	}

	@Test
	void treesAreTakenWhereTheyAreBetterByMoreThanChance() {
		LearnerChoice choice = LearnerChoice.of(rings(300, 1));
		assertTrue(choice.better());
		assertInstanceOf(TreeLearner.class, choice.learner());
		assertEquals(choice.trees().orElseThrow(), choice.made());
		assertTrue(choice.made().balanced().value() > choice.linear().balanced().value() + 0.2);
	}

	/** Nothing can be learnt here, so that a coin decides which of the two has more right. */
	@Test
	void treesAreSeldomTakenByChance() {
		int often = 0, more = 0;
		for (int seed = 0; seed < 20; seed++) {
			LearnerChoice choice = LearnerChoice.of(Clouds.of(2, 40, 0, seed));
			if (choice.better()) often++;
			double trees = choice.trees().orElseThrow().balanced().value();
			if (trees > choice.linear().balanced().value()) more++;
		}
		System.out.println("trees have more right " + more + " of 20 times, and are taken " + often);
		assertTrue(often < 8 && often < more, often + " of 20, " + more + " times more right");
	}

	@Test
	void whatALinePartsStaysLinear() {
		Examples examples = rings(300, 4);
		for (int i = 0; i < 300; i++) {
			double sum = 0;
			for (int j = 0; j < 8; j++)
				sum += examples.features()[i][j] - 100 * j;
			examples.classOf()[i] = sum > 0 ? 1 : 0;
		}
		LearnerChoice choice = LearnerChoice.of(examples);
		assertTrue(choice.trees().isPresent());
		assertFalse(choice.better());
		assertInstanceOf(LinearLearner.class, choice.learner());
	}

	@Test
	void treesAreNotTriedWhereTheyCannotBeBetter() {
		assertTrue(LearnerChoice.of(Clouds.of(2, 30, 12, 4)).trees().isEmpty());
		assertTrue(LearnerChoice.of(Clouds.of(2, 9, 0.5, 4)).trees().isEmpty());
	}

	@Test
	void theSameExamplesGiveTheSameTrees() {
		Examples examples = rings(200, 3);
		TreeClassifier one = new TreeLearner().learn(examples);
		TreeClassifier other = new TreeLearner().learn(examples);
		for (int t = 0; t < TreeLearner.TREES; t++) {
			assertArrayEquals(one.trees().get(t).limit(), other.trees().get(t).limit());
			assertArrayEquals(one.trees().get(t).feature(), other.trees().get(t).feature());
		}
	}

	/** Else a rare class is never found. */
	@Test
	void aClassWithFewExamplesCountsAsMuch() {
		Examples many = rings(2000, 5);
		int[] few = IntStream.range(0, many.count())
			.filter(i -> many.classOf()[i] == 0 || i % 20 == 0)
			.toArray();
		Examples unseen = rings(1000, 6);
		int[] found = new TreeLearner().learn(many.only(few)).classesOf(unseen.features());
		long rare = IntStream.range(0, 1000)
			.filter(i -> found[i] == 1 && unseen.classOf()[i] == 1)
			.count();
		assertTrue(rare > 370, "of some 500 only " + rare);
	}

	@Test
	void scoresSumToOneAndLeavesHoldTwo() {
		Examples examples = rings(100, 7);
		TreeClassifier made = new TreeLearner().learn(examples);
		for (double[] scores : made.scoresOf(examples.features()))
			assertEquals(1, scores[0] + scores[1], 1e-6);
		for (Tree tree : made.trees())
			assertTrue(tree.feature().length < 100, "50 leaves of two have 49 nodes above them");
	}

	/** One that is the same but for rounding must not decide. */
	@Test
	void aFeatureThatIsAlwaysTheSameStaysOut() {
		Examples examples = rings(100, 8);
		for (int i = 0; i < 100; i++)
			examples.features()[i][4] = 17 + (i % 2) * 1e-6;
		for (Tree tree : new TreeLearner().learn(examples).trees())
			assertTrue(IntStream.of(tree.feature()).noneMatch(j -> j == 4));
	}

	/** Else labels without meaning make a file of many megabytes. */
	@Test
	void treesOfVeryManyExamplesStaySmall() {
		Tree tree = new TreeGrowth(Clouds.of(2, 6000, 0, 9)).tree(1);
		assertTrue(tree.feature().length < 1000, tree.feature().length + " nodes");
	}
}
