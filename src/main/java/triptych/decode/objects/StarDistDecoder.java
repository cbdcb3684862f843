package triptych.decode.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Mask;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.decode.Decoder;
import triptych.decode.Thresholds;
import triptych.model.ModelSpec;

/**
 * StarDist (Schmidt et al. 2018): each cell above the confidence proposes the polygon of its rays;
 * the most probable is kept, and those that share more than {@code overlap} of the smaller one's
 * area with it are dropped, and so on. Areas are counted in pixels of the image. A cell's centre is
 * the centre of the pixel at its number times the grid, and ray k points to the angle 2 pi k / rays
 * from the x axis, downwards first.
 */
final class StarDistDecoder implements Decoder {

	private final ModelSpec model;
	private final Thresholds thresholds;

	StarDistDecoder(ModelSpec model, Thresholds thresholds) {
		this.model = model;
		this.thresholds = thresholds;
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		StarMaps maps = new StarMaps(outputs, model);
		double limit = thresholds.of(0);
		KeptMasks kept = new KeptMasks(placement.imageWidth(), placement.imageHeight());
		List<Detection> items = new ArrayList<>();
		for (long candidate : mostProbableFirst(maps, (float) limit)) {
			int cell = (int) candidate;
			Mask mask = mask(maps, cell, placement);
			if (mask.area() == 0 || kept.covers(mask, thresholds.overlap())) continue;
			kept.add(mask);
			items.add(new Detection(mask, ClassScore.of(0, model.className(0),
				Math.min(1, maps.probability(cell)))));
		}
		return new Detections(items);
	}

	@Override
	public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		StarMaps maps = new StarMaps(outputs, model);
		float best = 0;
		for (int cell = 0; cell < maps.width * maps.height; cell++)
			best = Math.max(best, maps.probability(cell));
		return Optional.of(NearMiss.below(0, "The strongest candidate", best,
			thresholds.written(0, model.className(0)), thresholds.of(0)));
	}

	/** Cells in the lower half, inverted probability above: no boxing, stable. */
	private static long[] mostProbableFirst(StarMaps maps, float limit) {
		long[] keys = new long[maps.width * maps.height];
		int n = 0;
		for (int cell = 0; cell < keys.length; cell++) {
			float p = maps.probability(cell);
			if (p >= limit)
				keys[n++] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(p + 0f)) << 32 | cell;
		}
		long[] sorted = Arrays.copyOf(keys, n);
		Arrays.sort(sorted);
		return sorted;
	}

	private static Mask mask(StarMaps maps, int cell, Placement placement) {
		double gridX = (double) placement.inputWidth() / maps.width;
		double gridY = (double) placement.inputHeight() / maps.height;
		double cx = cell % maps.width * gridX + 0.5, cy = cell / maps.width * gridY + 0.5;
		double[] x = new double[maps.rays], y = new double[maps.rays];
		for (int k = 0; k < maps.rays; k++) {
			double angle = 2 * Math.PI * k / maps.rays, d = Math.max(0, maps.distance(cell, k));
			x[k] = placement.toImageX(cx + d * Math.cos(angle));
			y[k] = placement.toImageY(cy + d * Math.sin(angle));
		}
		return PolygonMask.of(x, y, placement.imageWidth(), placement.imageHeight());
	}
}
