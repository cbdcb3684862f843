package triptych.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import triptych.teach.learn.CrossValidation;
import triptych.teach.learn.Examples;
import triptych.teach.learn.LearningCurve;
import triptych.teach.learn.LinearClassifier;

/**
 * How well classes are taught by few examples: balanced accuracy on images that no example is of,
 * mean, deviation and range of ten random draws; then the time of training. The argument is the
 * folder that holds bloodcells and white-cells. {@link TeachForecasts} tells of forecasts.
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
		training(blood);
	}

	/** One side of the images learnt from, so many examples a class, and the other tried on. */
	private static void curve(String what, Examples all, int... sizes) {
		System.out.println(what + " " + all.classes() + " " + Arrays.toString(all.perClass()));
		for (int size : sizes) {
			double[] right = new double[DRAWS];
			for (int d = 0; d < DRAWS; d++) {
				TeachDraw draw = new TeachDraw(all, d, 0.5);
				right[d] = draw.right(draw.learn(size), CrossValidation.USUAL);
			}
			double mean = Arrays.stream(right).average().orElse(0);
			double squares = Arrays.stream(right).map(v -> (v - mean) * (v - mean)).sum();
			System.out.printf(Locale.ROOT, "%4d a class: %.3f, deviation %.3f, from %.3f to %.3f%n",
				size, mean, Math.sqrt(squares / (DRAWS - 1)), Arrays.stream(right).min().orElse(0),
				Arrays.stream(right).max().orElse(0));
		}
	}

	private static void training(Examples all) {
		for (int n : new int[] { 500, 500, 20000 }) {
			Examples many = all.only(IntStream.range(0, n).map(i -> i * 7 % all.count()).toArray());
			double start = seconds();
			LinearClassifier.of(many, CrossValidation.USUAL);
			double alone = seconds() - start;
			CrossValidation made = CrossValidation.of(many);
			LearningCurve.of(many, made.freedom());
			System.out.printf(Locale.ROOT,
				"%d examples: training %.2f s, with cross-validation and learning curve %.2f s%n", n,
				alone, seconds() - start);
		}
	}

	/** Processor time of all threads. */
	private static double seconds() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
	}
}
