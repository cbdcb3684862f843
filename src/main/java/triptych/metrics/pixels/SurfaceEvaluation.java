package triptych.metrics.pixels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Metric;
import triptych.metrics.Metric.Better;
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
	 * @param tolerance how far an outline may lie from the true one, in units of length; one pixel
	 *     is usual
	 * @param unit of length, such as µm, or pixel
	 */
	public SurfaceEvaluation(List<String> classNames, double tolerance, String unit) {
		this.classNames = List.copyOf(classNames);
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
			distances[c] =
					b[2] == 0
							? ABSENT
							: new Surface(
											b[2] - b[0],
											b[3] - b[1],
											pixelWidth,
											pixelHeight,
											part(truth, c, b, width),
											part(found, c, b, width))
									.distances(tolerance);
			some |= b[2] > 0 && Double.isNaN(distances[c].hausdorff95());
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
		List<Metric> metrics =
				List.of(
						nsd(),
						Metric.ratio(
								"BoundaryIoU",
								"Intersection over union of the pixels nearer than "
										+ length()
										+ " to their own outline"
										+ mean(),
								"Cheng et al. 2021, as Metrics Reloaded"),
						new Metric(
								"HD95",
								"The larger of the two 95th percentiles of the distances from one"
									+ " outline to the other"
										+ mean()
										+ " (tolerance not used).",
								"Huttenlocher et al. 1993, as Metrics Reloaded",
								unit,
								Better.LOWER,
								true));
		List<ToDoubleFunction<Distances>> values =
				List.of(Distances::surfaceDistance, Distances::boundaryIou, Distances::hausdorff95);
		List<Figure> figures = new ArrayList<>();
		for (int m = 0; m < metrics.size(); m++) figures.add(all(metrics.get(m), values.get(m)));
		for (int c = 0; c < classNames.size(); c++)
			for (int m = 0; m < metrics.size(); m++)
				figures.add(
						new Figure(
								metrics.get(m),
								classNames.get(c),
								ofClass(c, values.get(m)),
								images()));
		return figures;
	}

	private Metric nsd() {
		return Metric.ratio(
				"NSD",
				"Normalised surface distance: the part of both outlines that lies within "
						+ length()
						+ " of the other"
						+ mean(),
				"Nikolov et al. 2021, as Metrics Reloaded");
	}

	private String length() {
		return tolerance + " " + unit;
	}

	private static String mean() {
		return ", the mean over the images in which the class occurs, then over the classes.";
	}

	private Figure all(Metric metric, ToDoubleFunction<Distances> value) {
		return new Figure(
				metric,
				Figure.ALL,
				Pooled.meanOf(
						IntStream.range(0, classNames.size())
								.mapToObj(c -> ofClass(c, value))
								.toList()),
				images());
	}

	private Pooled ofClass(int c, ToDoubleFunction<Distances> value) {
		return Pooled.mean(ofImage.stream().mapToDouble(d -> value.applyAsDouble(d[c])).toArray());
	}

	/** NSD of all classes. */
	@Override
	public Figure headline() {
		return all(nsd(), Distances::surfaceDistance);
	}

	@Override
	public List<String> notes() {
		return oneSided == 0
				? List.of()
				: List.of(
						"In "
								+ oneSided
								+ " of "
								+ images()
								+ " images a class is only in the truth or only in the prediction:"
								+ " there NSD and BoundaryIoU are 0, and HD95 is not defined and"
								+ " left out.");
	}
}
