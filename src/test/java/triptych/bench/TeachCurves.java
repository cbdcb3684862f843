package triptych.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

import triptych.teach.learn.Examples;
import triptych.teach.learn.Learner;
import triptych.teach.learn.LearnerChoice;
import triptych.teach.learn.LearningCurve;
import triptych.teach.learn.LinearLearner;
import triptych.teach.learn.TreeLearner;

/**
 * How well classes are taught by few examples: balanced accuracy on images that no example is of,
 * of the linear classifier, of trees, and of the one that is taken by cross-validation; mean,
 * deviation and range of ten random draws, and how often trees were taken. Then the time of
 * training. The argument is the folder that holds the sets. {@link TeachForecasts} tells of
 * forecasts.
 */
public final class TeachCurves {

	private static final int DRAWS = 10;

	private TeachCurves() {}

	public static void main(String[] args) throws IOException {
		Path data = Path.of(args[0]);
		Examples blood = TeachSets.of(TeachSets.boxes(data.resolve("bloodcells")), false);
		curve("bloodcells", blood, 1, 5, 10, 20, 50);
		curve("white-cells", TeachSets.of(TeachSets.crops(data.resolve("white-cells")), false), 20, 50,
			100);
		curve("bloodcells-aslan",
			TeachSets.of(TeachSets.boxes(data.resolve("bloodcells-aslan")), false), 20, 40);
		curve("patches of cells",
			TeachSets.of(TeachSets.patches(data.resolve("confluence"), 32), false), 50, 150);
		curve("rings", rings(), 20, 50, 150);
		training(blood);
	}

	/** Classes that no plane parts: beside noise two features, whose distance from 0 tells. */
	private static Examples rings() {
		Random random = new Random(1);
		int n = 1200, width = 36;
		double[][] rows = new double[n][width];
		int[] classOf = new int[n], imageOf = new int[n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < width; j++)
				rows[i][j] = random.nextGaussian();
			classOf[i] = (int) Math.min(2, 1.3 * Math.hypot(rows[i][0], rows[i][1]));
			imageOf[i] = i / 10;
		}
		return new Examples(rows, classOf, imageOf, List.of("middle", "ring", "outside"));
	}

	/** One side of the images learnt from, so many examples a class, and the other tried on. */
	private static void curve(String what, Examples all, int... sizes) {
		System.out.println(what + " " + all.classes() + " " + Arrays.toString(all.perClass()));
		for (int size : sizes) {
			double[] linear = new double[DRAWS], trees = new double[DRAWS], taken = new double[DRAWS];
			int often = 0;
			for (int d = 0; d < DRAWS; d++) {
				TeachDraw draw = new TeachDraw(all, d, 0.5);
				Examples few = draw.learn(size);
				linear[d] = draw.right(few, LinearLearner.USUAL);
				trees[d] = draw.right(few, new TreeLearner());
				Learner learner = size < 2 ? LinearLearner.USUAL : LearnerChoice.of(few).learner();
				taken[d] = draw.right(few, learner);
				if (learner instanceof TreeLearner) often++;
			}
			System.out.printf("%4d a class: linear %s; trees %s; taken %s, trees %d times%n", size,
				told(linear), told(trees), told(taken), often);
		}
	}

	private static String told(double[] right) {
		double mean = Arrays.stream(right).average().orElse(0);
		double squares = Arrays.stream(right).map(v -> (v - mean) * (v - mean)).sum();
		return String.format(Locale.ROOT, "%.3f (deviation %.3f, %.3f to %.3f)", mean,
			Math.sqrt(squares / (DRAWS - 1)), Arrays.stream(right).min().orElse(0),
			Arrays.stream(right).max().orElse(0));
	}

	private static void training(Examples all) {
		for (int n : new int[] { 500, 500, 20000 }) {
			Examples many = all.only(IntStream.range(0, n).map(i -> i * 7 % all.count()).toArray());
			double start = seconds();
			LinearLearner.USUAL.learn(many);
			double linear = seconds();
			new TreeLearner().learn(many);
			double trees = seconds();
			LearnerChoice choice = LearnerChoice.of(many);
			double chosen = seconds();
			LearningCurve.of(many, choice.learner());
			System.out.printf(Locale.ROOT,
				"%d examples: linear %.2f s, trees %.2f s, choice by cross-validation %.2f s, learning"
					+ " curve %.2f s%n", n, linear - start, trees - linear, chosen - trees,
				seconds() - chosen);
		}
	}

	/** Processor time of all threads. */
	private static double seconds() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
	}
}
