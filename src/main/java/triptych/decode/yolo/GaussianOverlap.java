package triptych.decode.yolo;

import java.util.Arrays;

import triptych.core.Region.RotatedBox;
import triptych.decode.Suppression;

/**
 * Suppression of rotated boxes by the probabilistic intersection over union of the Gaussians that
 * have their mean and covariance (Llerena et al., Gaussian Bounding Boxes and Probabilistic
 * Intersection-over-Union for Object Detection, 2021): 1 less the Hellinger distance. As in
 * Ultralytics a box is dropped where any stronger one, dropped itself or not, reaches the overlap.
 */
final class GaussianOverlap {

	/** Boxes whose upright boxes are apart have less than this in common. */
	private static final double APART = 0.28;

	private static final double TINY = 1e-7;

	private final RotatedBox[] boxes;
	/** Variances along x and y and covariance of each. */
	private final double[] xx, yy, xy;

	GaussianOverlap(RotatedBox[] boxes) {
		this.boxes = boxes;
		xx = new double[boxes.length];
		yy = new double[boxes.length];
		xy = new double[boxes.length];
		for (int i = 0; i < boxes.length; i++) {
			double along = boxes[i].length() * boxes[i].length() / 12;
			double across = boxes[i].breadth() * boxes[i].breadth() / 12;
			double c = Math.cos(boxes[i].angle()), s = Math.sin(boxes[i].angle());
			xx[i] = along * c * c + across * s * s;
			yy[i] = along * s * s + across * c * c;
			xy[i] = (along - across) * c * s;
		}
	}

	/** From 0 to 1. */
	double of(int i, int j) {
		double a = xx[i] + xx[j], b = yy[i] + yy[j], c = xy[i] + xy[j], det = a * b - c * c;
		double dx = boxes[j].x() - boxes[i].x(), dy = boxes[j].y() - boxes[i].y();
		double apart = (a * dy * dy + b * dx * dx - 2 * c * dx * dy) / (det + TINY) / 4;
		double own = Math.max(0, xx[i] * yy[i] - xy[i] * xy[i]);
		double other = Math.max(0, xx[j] * yy[j] - xy[j] * xy[j]);
		double shape = Math.log(det / (4 * Math.sqrt(own * other) + TINY) + TINY) / 2;
		double bhattacharyya = Math.max(TINY, Math.min(100, apart + shape));
		return 1 - Math.sqrt(1 - Math.exp(-bhattacharyya) + TINY);
	}

	/**
	 * @param classes of the boxes, which are the strongest first
	 * @return numbers of those that stay
	 */
	int[] kept(int[] classes, Suppression suppression, double overlap) {
		int n = boxes.length, count = 0;
		double[] x1 = new double[n], y1 = new double[n], x2 = new double[n], y2 = new double[n];
		for (int i = 0; i < n; i++) {
			x1[i] = boxes[i].x1();
			y1[i] = boxes[i].y1();
			x2[i] = boxes[i].x2();
			y2[i] = boxes[i].y2();
		}
		int[] kept = new int[n];
		for (int i = 0; i < n; i++) {
			boolean dropped = false;
			for (int j = 0; j < i && !dropped && suppression != Suppression.NONE; j++) {
				if (suppression == Suppression.PER_CLASS && classes[i] != classes[j]) continue;
				boolean meet = x1[i] < x2[j] && x1[j] < x2[i] && y1[i] < y2[j] && y1[j] < y2[i];
				dropped = (meet || overlap < APART) && of(j, i) >= overlap;
			}
			if (!dropped) kept[count++] = i;
		}
		return Arrays.copyOf(kept, count);
	}
}
