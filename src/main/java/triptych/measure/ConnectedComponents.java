package triptych.measure;

import java.util.Arrays;
import java.util.stream.IntStream;

import triptych.core.pixels.DisjointSets;

/**
 * The connected parts of an image: neighbouring pixels of equal non-zero value share a component.
 * Components are numbered 1..n in the order of their first pixel, row after row. One pass with
 * union-find over runs of equal value, then one to write (after He, Chao and Suzuki, A run-based
 * two-scan labeling algorithm, 2008): linear.
 */
public final class ConnectedComponents {

	private final LabelRuns runs;
	/** The component of each run. */
	private final int[] number;
	private final int count;

	private ConnectedComponents(LabelRuns runs, int[] number, int count) {
		this.runs = runs;
		this.number = number;
		this.count = count;
	}

	/**
	 * @param values width * height values, row after row
	 * @param diagonal true for 8-connectivity, as ImageJ's particle analyser; false for 4
	 */
	public static ConnectedComponents of(int[] values, int width, int height, boolean diagonal) {
		return of(LabelRuns.of(values, width, height), diagonal);
	}

	public static ConnectedComponents of(LabelRuns runs, boolean diagonal) {
		int reach = diagonal ? 1 : 0, width = runs.width(), n = runs.count();
		DisjointSets sets = new DisjointSets(n);
		for (int y = 0; y < runs.height(); y++) {
			int above = y == 0 ? 0 : runs.first(y - 1), aboveEnd = runs.first(y);
			for (int run = aboveEnd; run < runs.first(y + 1); run++) {
				int lo = runs.start(run) - width - reach, hi = runs.end(run) - width + reach;
				while (above < aboveEnd && runs.end(above) <= lo) above++;
				for (int r = above; r < aboveEnd && runs.start(r) < hi; r++)
					if (runs.value(r) == runs.value(run)) sets.join(r, run);
			}
		}
		int[] number = new int[n];
		int count = 0;
		for (int r = 0; r < n; r++) {
			int root = sets.root(r);
			// A root comes before all runs that point to it, so its number is already known.
			number[r] = root == r ? ++count : number[root];
		}
		return new ConnectedComponents(runs, number, count);
	}

	public int count() {
		return count;
	}

	/** The runs with the number of their component as value, ready to be measured. */
	public LabelRuns runs() {
		return runs.withValues(number);
	}

	/** A new array with the component of each pixel, 0 where the value was 0. */
	public int[] labels() {
		int[] labels = new int[runs.width() * runs.height()];
		IntStream.range(0, 4).parallel().forEach(band -> {
			int from = (int) ((long) number.length * band / 4);
			int to = (int) ((long) number.length * (band + 1) / 4);
			for (int r = from; r < to; r++)
				Arrays.fill(labels, runs.start(r), runs.end(r), number[r]);
		});
		return labels;
	}

	/** Number of pixels of each component; element 0 is unused. */
	public int[] sizes() {
		int[] sizes = new int[count + 1];
		for (int r = 0; r < number.length; r++)
			sizes[number[r]] += runs.end(r) - runs.start(r);
		return sizes;
	}

	/** The value that the pixels of each component have in the image; element 0 is unused. */
	public int[] values() {
		int[] values = new int[count + 1];
		for (int r = 0; r < number.length; r++)
			values[number[r]] = runs.value(r);
		return values;
	}
}
