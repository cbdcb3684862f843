package triptych.teach.learn;

import java.util.List;

/**
 * Objects whose class is known, by their features.
 *
 * @param features a row of finite numbers for each example
 * @param classOf for each example its place in {@code classes}
 * @param imageOf for each example the number of its image, from 0 without gaps
 */
public record Examples(double[][] features, int[] classOf, int[] imageOf, List<String> classes) {

	public int count() {
		return classOf.length;
	}

	int width() {
		return features[0].length;
	}

	/** How many there are of each class. */
	public int[] perClass() {
		int[] counts = new int[classes.size()];
		for (int c : classOf)
			counts[c]++;
		return counts;
	}

	/** Some of them, in the order given; their images keep their numbers, which have gaps then. */
	public Examples only(int[] which) {
		double[][] rows = new double[which.length][];
		int[] ofClass = new int[which.length], ofImage = new int[which.length];
		for (int i = 0; i < which.length; i++) {
			rows[i] = features[which[i]];
			ofClass[i] = classOf[which[i]];
			ofImage[i] = imageOf[which[i]];
		}
		return new Examples(rows, ofClass, ofImage, classes);
	}
}
