package triptych.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import triptych.core.Mask;
import triptych.core.pixels.PolygonPixels;
import triptych.core.pixels.RunMask;

/** The pixels inside outlines, painted in their order; a hole takes pixels away. */
final class RingPixels {

	private RingPixels() {}

	static RunMask of(List<Ring> rings, int width, int height) {
		List<RunMask> painted = new ArrayList<>();
		for (Ring ring : rings) {
			RunMask pixels = PolygonPixels.of(ring.xy(), width, height);
			if (!ring.hole()) painted.add(pixels);
			else if (!painted.isEmpty()) {
				RunMask rest = without(RunMask.union(painted), pixels);
				painted.clear();
				painted.add(rest);
			}
		}
		return RunMask.union(painted);
	}

	private static RunMask without(RunMask from, RunMask hole) {
		Mask mask = from.mask();
		for (int j = 0; j < hole.height(); j++) {
			int line = hole.y() + j - mask.y();
			if (line < 0 || line >= mask.height()) continue;
			for (int r = hole.rows()[j]; r < hole.rows()[j + 1]; r++) {
				int first = Math.max(0, hole.edges()[2 * r] - mask.x());
				int end = Math.min(mask.width(), hole.edges()[2 * r + 1] - mask.x());
				int row = line * mask.width();
				if (first < end) Arrays.fill(mask.inside(), row + first, row + end, (byte) 0);
			}
		}
		return RunMask.of(mask);
	}
}
