package triptych.teach.learn;

/**
 * Features to zero mean and unit deviation over the examples, and no further out than
 * {@link #LIMIT}, so that an object unlike all examples does not outweigh everything. A feature
 * that is the same for all examples becomes 0 and stays out.
 */
public record Scaling(double[] mean, double[] deviation) {

	/** In standard deviations. */
	public static final double LIMIT = 5;

	/** Less than this share of the mean is rounding. */
	private static final double CONSTANT = 1e-6;

	static Scaling of(Examples examples) {
		int n = examples.count(), width = examples.width();
		double[] mean = new double[width], deviation = new double[width];
		for (double[] row : examples.features())
			for (int j = 0; j < width; j++)
				mean[j] += row[j] / n;
		for (double[] row : examples.features())
			for (int j = 0; j < width; j++)
				deviation[j] += (row[j] - mean[j]) * (row[j] - mean[j]) / n;
		for (int j = 0; j < width; j++) {
			double d = Math.sqrt(deviation[j]);
			deviation[j] = d > CONSTANT * Math.max(1e-3, Math.abs(mean[j])) ? d : 0;
		}
		return new Scaling(mean, deviation);
	}

	/** The scaled features, row after row. */
	double[] apply(double[][] rows) {
		int width = mean.length;
		double[] scaled = new double[rows.length * width];
		for (int i = 0; i < rows.length; i++)
			for (int j = 0; j < width; j++)
				if (deviation[j] > 0) {
					double z = (rows[i][j] - mean[j]) / deviation[j];
					scaled[i * width + j] = Math.max(-LIMIT, Math.min(LIMIT, z));
				}
		return scaled;
	}
}
