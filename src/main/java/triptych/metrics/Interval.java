package triptych.metrics;

import java.util.List;

/**
 * A figure and the interval that holds its true value in 95 of 100 such experiments.
 *
 * @param low and {@code high}: the ends, NaN where none can be given
 * @param n how many images, or groups of images, were resampled
 * @param warnings sentences to be printed beside it
 */
public record Interval(double value, double low, double high, int n, List<String> warnings) {

	/**
	 * True where both ends are given and 0 lies outside: for a difference, that it is not chance.
	 */
	public boolean excludesZero() {
		return low > 0 || high < 0;
	}
}
