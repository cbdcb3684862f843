package triptych.pipeline.join;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.core.Region;

/**
 * Things by where they lie, in square cells as large as a usual one, so that only neighbours are
 * compared.
 */
final class Cells<T> {

	private final double edge;
	private final Map<Long, List<T>> cells = new HashMap<>();

	/** @param regions all that will be asked for, whose sizes tell that of a cell */
	Cells(List<Region> regions) {
		double sum = 0;
		for (Region r : regions)
			sum += Math.max(r.x2() - r.x1(), r.y2() - r.y1());
		edge = Math.max(8, regions.isEmpty() ? 0 : sum / regions.size());
	}

	void add(Region region, T thing) {
		for (long cell : cellsOf(region))
			cells.computeIfAbsent(cell, c -> new ArrayList<>()).add(thing);
	}

	/** All that share a cell with the region, each once, in the order in which they came. */
	Set<T> near(Region region) {
		Set<T> near = new LinkedHashSet<>();
		for (long cell : cellsOf(region))
			near.addAll(cells.getOrDefault(cell, List.of()));
		return near;
	}

	private long[] cellsOf(Region r) {
		int x1 = (int) Math.floor(r.x1() / edge), x2 = (int) Math.floor(r.x2() / edge);
		int y1 = (int) Math.floor(r.y1() / edge), y2 = (int) Math.floor(r.y2() / edge);
		long[] keys = new long[(x2 - x1 + 1) * (y2 - y1 + 1)];
		int n = 0;
		for (int y = y1; y <= y2; y++)
			for (int x = x1; x <= x2; x++)
				keys[n++] = (long) y << 32 ^ x & 0xffffffffL;
		return keys;
	}
}
