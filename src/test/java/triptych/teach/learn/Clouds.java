package triptych.teach.learn;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Examples with normal features, whose classes lie some deviations apart. */
final class Clouds {

	private static final int WIDTH = 6;

	private Clouds() {}

	/** Ten examples of an image each, all classes in turn. */
	static Examples of(int classes, int perClass, double apart, long seed) {
		Random random = new Random(seed);
		int n = classes * perClass;
		double[][] features = new double[n][WIDTH];
		int[] classOf = new int[n], imageOf = new int[n];
		for (int i = 0; i < n; i++) {
			classOf[i] = i % classes;
			imageOf[i] = i / 10;
			for (int j = 0; j < WIDTH; j++)
				features[i][j] = 100 * j + random.nextGaussian();
			features[i][classOf[i] % WIDTH] += apart;
		}
		List<String> names = IntStream.range(0, classes).mapToObj(c -> "class " + c).toList();
		return new Examples(features, classOf, imageOf, names);
	}
}
