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

	/** The figure of one image alone: which images are the worst. */
	public double ofImage(int image) {
		int[] times = new int[images];
		times[image] = 1;
		return pooled.over(times);
	}

	/** With its 95 % interval, images resampled. */
	public Interval interval() {
		return Bootstrap.of(pooled, images);
	}

	/** This figure minus the same of another model on the same images in the same order. */
	public Interval minus(Figure other) {
		if (images != other.images || !metric.name().equals(other.metric.name()))
			throw new IllegalArgumentException("another metric or other images");
		Pooled difference = times -> pooled.over(times) - other.pooled.over(times);
		return Bootstrap.of(difference, images);
	}
}
