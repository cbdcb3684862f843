package triptych.measure;

import java.util.Arrays;
import java.util.stream.IntStream;

import triptych.core.IdIndex;

/**
 * The runs of a label image: the pieces of its rows that hold one value other than 0, in the order
 * of the pixels. All measurements of regions are made of them, so that the image itself is read
 * once, and what follows costs little: an image has some hundred times more pixels than runs.
 * Memory is linear in runs.
 */
public final class LabelRuns {

	/** Rows of fewer pixels are not worth a second thread. */
	private static final int WORTHWHILE = 1 << 18;
	/** From this many runs on they are worked through in several blocks at the same time. */
	private static final int MANY = 20_000;

	private final int width, height;
	/** Runs of row y are rowFirst[y] up to before rowFirst[y + 1]. */
	private final int[] rowFirst;
	private final int[] start, end, value;
	private ByValue byValue;
	private IdIndex ids;

	private LabelRuns(int width, int height, int[] rowFirst, int[] start, int[] end, int[] value) {
		this.width = width;
		this.height = height;
		this.rowFirst = rowFirst;
		this.start = start;
		this.end = end;
		this.value = value;
	}

	/**
	 * Pixels in rows, of any type; a run ends where the row differs from itself moved by a pixel, a
	 * search that is vectorised.
	 */
	private interface Pixels {

		int value(int i);

		/** The pixel after the run that {@code i} lies in, {@code last} at most. */
		int endOfRun(int i, int last);
	}

	private record Ints(int[] values) implements Pixels {

		@Override
		public int value(int i) {
			return values[i];
		}

		@Override
		public int endOfRun(int i, int last) {
			int same = Arrays.mismatch(values, i, last - 1, values, i + 1, last);
			return same < 0 ? last : i + 1 + same;
		}
	}

	private record Bytes(byte[] values) implements Pixels {

		@Override
		public int value(int i) {
			return values[i] & 0xff;
		}

		@Override
		public int endOfRun(int i, int last) {
			int same = Arrays.mismatch(values, i, last - 1, values, i + 1, last);
			return same < 0 ? last : i + 1 + same;
		}
	}

	/** @param values width * height values, row after row; 0 is background */
	public static LabelRuns of(int[] values, int width, int height) {
		return of(new Ints(values), width, height);
	}

	/** The same from bytes without sign, as in a mask, which are read in a quarter of the time. */
	public static LabelRuns of(byte[] values, int width, int height) {
		return of(new Bytes(values), width, height);
	}

	private static LabelRuns of(Pixels values, int width, int height) {
		int bands = Math.max(1, Math.min(4, width * height / WORTHWHILE));
		Band[] band = IntStream.range(0, bands)
			.parallel()
			.mapToObj(i -> new Band(values, width, (int) ((long) height * i / bands),
				(int) ((long) height * (i + 1) / bands)))
			.toArray(Band[]::new);
		int n = Arrays.stream(band).mapToInt(b -> b.n).sum();
		int[] rowFirst = new int[height + 1], start = new int[n], end = new int[n], value = new int[n];
		int at = 0;
		for (Band b : band) {
			System.arraycopy(b.start, 0, start, at, b.n);
			System.arraycopy(b.end, 0, end, at, b.n);
			System.arraycopy(b.value, 0, value, at, b.n);
			for (int y = b.from; y < b.to; y++)
				rowFirst[y] = at + b.rowFirst[y - b.from];
			at += b.n;
		}
		rowFirst[height] = n;
		return new LabelRuns(width, height, rowFirst, start, end, value);
	}

	/** The runs of some rows. */
	private static final class Band {

		final int from, to;
		final int[] rowFirst;
		int[] start = new int[1024], end = new int[1024], value = new int[1024];
		int n;

		Band(Pixels values, int width, int from, int to) {
			this.from = from;
			this.to = to;
			rowFirst = new int[to - from];
			for (int y = from; y < to; y++) {
				rowFirst[y - from] = n;
				for (int i = y * width, last = i + width; i < last;) {
					int next = values.endOfRun(i, last), value = values.value(i);
					if (value != 0) add(i, next, value);
					i = next;
				}
			}
		}

		private void add(int first, int next, int id) {
			if (n == start.length) {
				start = Arrays.copyOf(start, 2 * n);
				end = Arrays.copyOf(end, 2 * n);
				value = Arrays.copyOf(value, 2 * n);
			}
			start[n] = first;
			end[n] = next;
			value[n++] = id;
		}
	}

	/** The same runs with other values, none of them 0. */
	LabelRuns withValues(int[] other) {
		return new LabelRuns(width, height, rowFirst, start, end, other);
	}

	/** The runs under new values; those whose new value is 0 are left out. */
	public LabelRuns renumbered(int[] newValue) {
		int n = 0;
		boolean same = true;
		for (int v : value) {
			if (newValue[v] != 0) n++;
			same &= newValue[v] == v;
		}
		if (same) return this;
		int[] first = new int[height + 1], starts = new int[n], ends = new int[n], values = new int[n];
		int k = 0;
		for (int y = 0; y < height; y++) {
			first[y] = k;
			for (int r = rowFirst[y]; r < rowFirst[y + 1]; r++) {
				int v = newValue[value[r]];
				if (v == 0) continue;
				starts[k] = start[r];
				ends[k] = end[r];
				values[k++] = v;
			}
		}
		first[height] = n;
		return new LabelRuns(width, height, first, starts, ends, values);
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	public int count() {
		return start.length;
	}

	/** The number of the first run of a row; that of row {@code height} is the number of all runs. */
	public int first(int row) {
		return rowFirst[row];
	}

	/** Index of the first pixel of run {@code r}. */
	public int start(int r) {
		return start[r];
	}

	/** Index behind the last pixel. */
	public int end(int r) {
		return end[r];
	}

	public int value(int r) {
		return value[r];
	}

	/**
	 * The places of the values.
	 *
	 * @param maxValue the largest that there may be
	 */
	synchronized IdIndex ids(int maxValue) {
		if (IdIndex.isDense(maxValue, count())) {
			if (ids == null || ids.count() != maxValue) ids = IdIndex.upTo(maxValue);
		}
		else if (ids == null) ids = IdIndex.of(value);
		return ids;
	}

	/**
	 * The runs of each value together, as x, end and y of run k; those of the value at place p are
	 * first[p] up to before first[p + 1].
	 */
	record ByValue(int[] first, int[] x, int[] end, int[] y) {}

	/** Measures the values at the places from up to before to. */
	interface Block {

		void measure(ByValue runs, int from, int to);
	}

	/**
	 * Gives every value from 1 on to one of several threads: each is measured for itself, in the
	 * order of its runs.
	 */
	void eachValue(IdIndex values, Block block) {
		ByValue runs = byValue(values);
		int last = values.count();
		int blocks = count() < MANY ? 1 : 8;
		IntStream.range(0, blocks)
			.parallel()
			.forEach(b -> block.measure(runs, 1 + (int) ((long) last * b / blocks),
				1 + (int) ((long) last * (b + 1) / blocks)));
	}

	private synchronized ByValue byValue(IdIndex values) {
		if (byValue != null && byValue.first().length == values.count() + 2) return byValue;
		int[] first = new int[values.count() + 2];
		for (int v : value)
			first[values.place(v) + 1]++;
		for (int v = 1; v < first.length; v++)
			first[v] += first[v - 1];
		int[] next = first.clone(), x = new int[value.length], ends = new int[value.length];
		int[] ys = new int[value.length];
		for (int y = 0; y < height; y++)
			for (int r = rowFirst[y], left = y * width; r < rowFirst[y + 1]; r++) {
				int k = next[values.place(value[r])]++;
				x[k] = start[r] - left;
				ends[k] = end[r] - left;
				ys[k] = y;
			}
		return byValue = new ByValue(first, x, ends, ys);
	}
}
