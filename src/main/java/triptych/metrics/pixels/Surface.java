package triptych.metrics.pixels;

import java.util.Arrays;

/**
 * The outline of one class or object in truth and prediction of one image: how near the two lie.
 * The outline is the pixels of which one of the four neighbours lies outside; beyond the image is
 * outside.
 *
 * @param width and {@code height}: of the part of the image that holds both
 */
record Surface(
		int width,
		int height,
		double pixelWidth,
		double pixelHeight,
		boolean[] truth,
		boolean[] found) {

	/** A distance that is meant to equal a tolerance may come out a rounding larger. */
	private static final double ROUNDING = 1 + 1e-9;

	/**
	 * @param surfaceDistance the part of both outlines that lies within the tolerance of the other
	 * @param boundaryIou intersection over union of the pixels nearer to their own outline than the
	 *     tolerance
	 * @param hausdorff95 the larger of the two 95th percentiles of the distances from one outline
	 *     to the other, NaN where one of them is empty
	 */
	record Distances(double surfaceDistance, double boundaryIou, double hausdorff95) {}

	/** All NaN where both are empty. */
	Distances distances(double tolerance) {
		boolean[] outlineT = outline(truth), outlineF = outline(found);
		double[] toT = DistanceTransform.squared(outlineT, width, height, pixelWidth, pixelHeight);
		double[] toF = DistanceTransform.squared(outlineF, width, height, pixelWidth, pixelHeight);
		double[] fromF = at(outlineF, toT), fromT = at(outlineT, toF);
		double within = tolerance * tolerance * ROUNDING;
		double near =
				Arrays.stream(fromF).filter(d -> d <= within).count()
						+ Arrays.stream(fromT).filter(d -> d <= within).count();
		boolean oneEmpty = fromF.length == 0 || fromT.length == 0;
		return new Distances(
				fromF.length + fromT.length == 0
						? Double.NaN
						: near / (fromF.length + fromT.length),
				boundaryIou(toT, toF, tolerance * tolerance / ROUNDING),
				oneEmpty ? Double.NaN : Math.max(percentile95(fromF), percentile95(fromT)));
	}

	private boolean[] outline(boolean[] inside) {
		boolean[] outline = new boolean[inside.length];
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++)
				outline[i] =
						inside[i]
								&& !(x > 0
										&& x + 1 < width
										&& y > 0
										&& y + 1 < height
										&& inside[i - 1]
										&& inside[i + 1]
										&& inside[i - width]
										&& inside[i + width]);
		return outline;
	}

	private static double[] at(boolean[] outline, double[] squares) {
		double[] values = new double[outline.length];
		int n = 0;
		for (int i = 0; i < outline.length; i++) if (outline[i]) values[n++] = squares[i];
		return Arrays.copyOf(values, n);
	}

	private double boundaryIou(double[] toT, double[] toF, double below) {
		long both = 0, either = 0;
		for (int i = 0; i < truth.length; i++) {
			boolean t = truth[i] && toT[i] < below, f = found[i] && toF[i] < below;
			if (t && f) both++;
			if (t || f) either++;
		}
		return either == 0 ? Double.NaN : both / (double) either;
	}

	/** Linear between neighbours, as numpy. */
	private static double percentile95(double[] squares) {
		Arrays.sort(squares);
		double at = 0.95 * (squares.length - 1);
		int i = (int) at;
		double low = Math.sqrt(squares[i]),
				high = Math.sqrt(squares[Math.min(i + 1, squares.length - 1)]);
		return low + (at - i) * (high - low);
	}
}
