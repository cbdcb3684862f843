package triptych.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The median of numbers of which each image has some, as often as the image counts. They are sorted
 * once, and walked through to the middle for each set of images.
 */
public final class PooledMedian implements Pooled {

	/** From the largest down, and the image of each. */
	private final double[] values;
	private final int[] imageOf, ofImage;

	private PooledMedian(double[] values, int[] imageOf, int[] ofImage) {
		this.values = values;
		this.imageOf = imageOf;
		this.ofImage = ofImage;
	}

	/** @param ofImage the numbers of each image */
	public static Pooled of(double[][] ofImage) {
		double[] all = Arrays.stream(ofImage).flatMapToDouble(Arrays::stream).toArray();
		int[] images = IntStream.range(0, ofImage.length)
				.flatMap(i -> IntStream.generate(() -> i).limit(ofImage[i].length))
				.toArray(), order = StrongestFirst.of(all);
		return new PooledMedian(Arrays.stream(order).mapToDouble(k -> all[k]).toArray(),
				Arrays.stream(order).map(k -> images[k]).toArray(),
				Arrays.stream(ofImage).mapToInt(its -> its.length).toArray());
	}

	@Override
	public double over(int[] times) {
		long n = 0;
		for (int i = 0; i < ofImage.length; i++) n += (long) times[i] * ofImage[i];
		if (n == 0) return Double.NaN;
		int at = 0;
		long seen = times[imageOf[0]];
		// From above the two in the middle are the (n-1)/2-th and the n/2-th, counted from 0.
		while (seen <= (n - 1) / 2) seen += times[imageOf[++at]];
		double first = values[at];
		while (seen <= n / 2) seen += times[imageOf[++at]];
		return (first + values[at]) / 2;
	}
}
