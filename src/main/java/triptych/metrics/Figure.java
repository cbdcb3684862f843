package triptych.metrics;

/**
 * One figure of an evaluation.
 *
 * @param className the class it is of, or {@link #ALL}
 * @param images how many images were added
 */
public record Figure(Metric metric, String className, Pooled pooled, int images) {

	/** The row of all classes together. */
	public static final String ALL = "all";

	/** The figure over all images, each once; NaN where it is not defined. */
	public double value() {
		return pooled.overAll(images);
	}

	/** With its 95 % interval, images resampled. */
	public Interval interval() {
		return Bootstrap.of(pooled, images);
	}

	/**
	 * This figure minus the same of another model on the same images in the same order, image by
	 * image.
	 */
	public Interval minus(Figure other) {
		if (images != other.images || !metric.name().equals(other.metric.name()))
			throw new IllegalArgumentException(
					"only one metric on the same images can be compared");
		return Bootstrap.of(times -> pooled.over(times) - other.pooled.over(times), images);
	}
}
