package triptych.metrics;

/**
 * What a figure is, in words that are printed beside it.
 *
 * @param name the column, a term of the field such as AP50
 * @param definition one sentence: what is divided by what, at which threshold
 * @param source the publication or program whose definition this is
 * @param unit a calibrated unit such as µm, or blank for a ratio and a plain number
 * @param better which way is good
 * @param resampled true where an interval may be made by resampling images: not for a median, a
 *     count or a limit
 */
public record Metric(
		String name,
		String definition,
		String source,
		String unit,
		Better better,
		boolean resampled) {

	/** Which way is good. */
	public enum Better {
		HIGHER,
		LOWER,
		ZERO
	}
}
