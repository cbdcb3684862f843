package triptych.metrics.pixels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Figures;
import triptych.metrics.Pooled;
import triptych.metrics.pixels.Surface.Distances;

/**
 * How near the outlines of each class lie to the true ones: normalised surface distance, Boundary
 * IoU and the 95 % Hausdorff distance, the mean over the images in which the class occurs.
 * Distances are exact and calibrated.
 */
public final class SurfaceEvaluation implements Evaluation {

	private static final Distances ABSENT = new Distances(Double.NaN, Double.NaN, Double.NaN);

	private final List<String> classNames;
	private final double tolerance;
	private final String unit;
	private final List<Distances[]> ofImage = new ArrayList<>();

	/** Images in which a class is only in truth or only in the prediction. */
	private int oneSided;

	/**
	 * @param classNames may grow at its end while images are added
	 * @param tolerance how far an outline may lie from the true one, in units of length; one pixel
	 *     is usual
	 * @param unit of length, such as µm, or pixel
	 */
	public SurfaceEvaluation(List<String> classNames, double tolerance, String unit) {
		this.classNames = Collections.unmodifiableList(classNames);
		this.tolerance = tolerance;
		this.unit = unit;
	}

	/**
	 * @param truth and {@code found}: the class of each pixel from 0, row after row; any other
	 *     value is no class
	 * @param pixelWidth and {@code pixelHeight}: calibrated
	 */
	public void add(int[] truth, int[] found, int width, double pixelWidth, double pixelHeight) {
		int[][] boxes = boxes(truth, found, width);
		Distances[] distances = new Distances[classNames.size()];
		boolean some = false;
		for (int c = 0; c < distances.length; c++) {
			int[] b = boxes[c];
			distances[c] = ABSENT;
			if (b[2] == 0) continue;
			boolean[] t = part(truth, c, b, width), f = part(found, c, b, width);
			distances[c] = new Surface(b[2] - b[0], b[3] - b[1], pixelWidth, pixelHeight, t, f)
					.distances(tolerance);
			some |= Double.isNaN(distances[c].hausdorff95());
		}
		if (some) oneSided++;
		ofImage.add(distances);
	}

	/**
	 * For each class left, top, right and bottom of its pixels in both maps, right 0 where there
	 * are none.
	 */
	private int[][] boxes(int[] truth, int[] found, int width) {
		int[][] boxes = new int[classNames.size()][];
		Arrays.setAll(boxes, c -> new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0});
		for (int[] map : new int[][] {truth, found})
			for (int i = 0; i < map.length; i++) {
				if (map[i] < 0 || map[i] >= boxes.length) continue;
				int from = i, rowEnd = i - i % width + width;
				while (i + 1 < rowEnd && map[i + 1] == map[from]) i++;
				int[] b = boxes[map[from]];
				b[0] = Math.min(b[0], from % width);
				b[1] = Math.min(b[1], from / width);
				b[2] = Math.max(b[2], i % width + 1);
				b[3] = Math.max(b[3], from / width + 1);
			}
		return boxes;
	}

	private static boolean[] part(int[] map, int c, int[] box, int width) {
		int w = box[2] - box[0];
		boolean[] part = new boolean[w * (box[3] - box[1])];
		for (int i = 0; i < part.length; i++)
			part[i] = map[(box[1] + i / w) * width + box[0] + i % w] == c;
		return part;
	}

	@Override
	public int images() {
		return ofImage.size();
	}

	@Override
	public List<Figure> figures() {
		Figures figures = new Figures(classNames, images());
		each(figures, "surfaces.NSD", Distances::surfaceDistance);
		each(figures, "surfaces.BoundaryIoU", Distances::boundaryIou);
		each(figures, "surfaces.HD95", Distances::hausdorff95);
		return figures.list();
	}

	private void each(Figures figures, String key, ToDoubleFunction<Distances> value) {
		List<Pooled> ofClasses = new ArrayList<>();
		for (int c = 0; c < classNames.size(); c++) {
			int k = c;
			ofClasses.add(Pooled.mean(
					ofImage.stream()
							.mapToDouble(d -> value.applyAsDouble(k < d.length ? d[k] : ABSENT))
							.toArray()));
		}
		figures.each(key, ofClasses, tolerance, unit);
	}

	@Override
	public List<String> notes() {
		if (oneSided == 0) return List.of();
		return List.of("In " + oneSided + " of " + images() + " images a class is only in the truth or"
				+ " only in the prediction: there NSD and BoundaryIoU are 0, and HD95 is not defined and"
				+ " left out.");
	}
}
