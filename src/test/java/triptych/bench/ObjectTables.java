package triptych.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import triptych.core.Calibration;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.table.Table;
import triptych.ij.convert.ImagePlane;
import triptych.ij.convert.Position;
import triptych.measure.LabelRuns;
import triptych.measure.Medians;
import triptych.measure.RegionStatistics;
import triptych.result.SummaryTable;
import triptych.result.Tables;

/**
 * The table of many measured objects, and its summary: time, and what the table keeps in memory.
 * Arguments: numbers of objects.
 */
public final class ObjectTables {

	private static final int ROUNDS = 30, CELL = 4;
	private static final Calibration MICRON = new Calibration(0.5, 0.5, 0, 0, "micron");

	private ObjectTables() {}

	public static void main(String[] args) {
		int[] sizes = args.length == 0 ? new int[]{ 20_000, 200_000, 1_000_000 } : new int[args.length];
		for (int i = 0; i < args.length; i++)
			sizes[i] = Integer.parseInt(args[i]);
		for (int objects : sizes)
			measure(objects);
	}

	private static void measure(int objects) {
		int columns = (int) Math.ceil(Math.sqrt(objects)), edge = columns * CELL;
		LabelMap map = squares(objects, columns, edge);
		ImagePlus image = new ImagePlus("grey", new ByteProcessor(edge, edge));
		LabelRuns runs = LabelRuns.of(map.ids(), edge, edge);
		RegionStatistics regions = RegionStatistics.of(runs, ImagePlane.of(image), objects);
		Medians medians = Medians.of(map.ids(), ImagePlane.of(image), regions, true);
		Tables tables = new Tables(Position.of(image), MICRON);
		int rounds = Math.max(6, Math.min(ROUNDS, 3_000_000 / objects));
		Table[] table = new Table[1];
		// Tables of before the lists of columns kept their rows: a new one each time.
		Turns.Time[] t = Turns.of(rounds,
			() -> table[0] = new Tables(Position.of(image), MICRON).ofObjects(map, runs, regions, null),
			() -> new Tables(Position.of(image), MICRON).ofObjects(map, runs, regions, medians),
			() -> summary(Position.of(image), table[0], (long) edge * edge));
		table[0] = null;
		long before = used();
		table[0] = tables.ofObjects(map, runs, regions, null);
		long kept = used() - before;
		System.out.printf(Locale.ROOT,
			"%d objects: table of %d columns %s; all columns %s; summary %s;"
				+ " the table keeps %.1f MB, %d bytes an object%n",
			table[0].rows().size(), table[0].columns().size(), t[0], t[1], t[2], kept / 1e6,
			kept / objects);
	}

	private static void summary(Position position, Table table, long pixels) {
		SummaryTable summary = new SummaryTable(List.of("a", "b"), MICRON);
		summary.add(position, table, pixels);
		if (summary.table().rows().isEmpty()) throw new IllegalStateException("no summary");
	}

	private static LabelMap squares(int objects, int columns, int edge) {
		int[] ids = new int[edge * edge];
		List<Segment> segments = new ArrayList<>(objects);
		ClassScore[] classes = { new ClassScore(0, "a", 0.5), new ClassScore(1, "b", 0.75) };
		for (int i = 0; i < objects; i++) {
			int x = i % columns * CELL, y = i / columns * CELL, size = 2 + i % 2;
			for (int p = 0; p < size * 2; p++)
				ids[(y + p / size) * edge + x + p % size] = i + 1;
			segments.add(new Segment(i + 1, classes[i % 2], true));
		}
		return new LabelMap(edge, edge, ids, segments);
	}

	private static long used() {
		Runtime runtime = Runtime.getRuntime();
		for (int i = 0; i < 4; i++)
			System.gc();
		return runtime.totalMemory() - runtime.freeMemory();
	}
}
