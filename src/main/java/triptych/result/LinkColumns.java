package triptych.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import triptych.core.table.Column;
import triptych.core.table.Quantity;
import triptych.core.table.Table;
import triptych.ij.convert.Position;

/** The columns behind those of objects that have one id over several planes. */
public final class LinkColumns {

	/**
	 * @param along true for slices, false for frames
	 * @param depth from slice to slice of the run, in the unit of lengths
	 */
	private record All(boolean along, double depth) {}

	/** What the rows of one id have in common. */
	private static final class Track {

		private double area;
		private int first = Integer.MAX_VALUE, last;
	}

	private static final Occurrence<All> SLICES = Occurrence.where("link=yes, several slices",
		All::along);
	private static final Occurrence<All> FRAMES = Occurrence.where("link=yes, several frames",
		all -> !all.along());

	static final Columns<All, Track> ALL = Columns.<All, Track>none()
		.and(SLICES, "Volume", Quantity.NUMBER,
			"the sum of the object's areas (of its boxes, where boxes are found) times the distance of"
				+ " two slices, in the unit of lengths cubed",
			(all, t, i) -> t.area * all.depth())
		.and(SLICES, "FirstSlice", Quantity.INDEX, "the first slice that shows the object",
			(all, t, i) -> t.first)
		.and(SLICES, "LastSlice", Quantity.INDEX, "the last one", (all, t, i) -> t.last)
		.and(FRAMES, "FirstFrame", Quantity.INDEX, "the first frame that shows the object",
			(all, t, i) -> t.first)
		.and(FRAMES, "LastFrame", Quantity.INDEX, "the last one", (all, t, i) -> t.last);

	private LinkColumns() {}

	/**
	 * How far the planes of a run lie apart: 1, or 2 where it looks at every other one.
	 *
	 * @param planes in the order of the stack
	 * @param slices true for slices, false for frames
	 */
	public static int step(List<Position> planes, boolean slices) {
		int least = Integer.MAX_VALUE;
		for (int i = 1; i < planes.size(); i++) {
			Position before = planes.get(i - 1), now = planes.get(i);
			int apart = slices ? now.slice() - before.slice() : now.frame() - before.frame();
			if (apart > 0) least = Math.min(least, apart);
		}
		return least == Integer.MAX_VALUE ? 1 : least;
	}

	/**
	 * A table of objects with these columns behind its own.
	 *
	 * @param slices true where ids go through slices, false where through frames
	 * @param depth from plane to plane, in the unit of lengths
	 */
	public static Table on(Table table, boolean slices, double depth) {
		int id = table.indexOf("Id"), plane = table.indexOf(slices ? "Slice" : "Frame");
		int area = table.indexOf(Tables.AREA);
		int width = table.indexOf("Width"), height = table.indexOf("Height");
		Map<Object, Track> tracks = new HashMap<>();
		List<Track> each = new ArrayList<>();
		for (List<Object> row : table.rows()) {
			Track track = tracks.computeIfAbsent(row.get(id), key -> new Track());
			track.area += area >= 0 ? (Double) row.get(area)
				: (Double) row.get(width) * (Double) row.get(height);
			track.first = Math.min(track.first, (Integer) row.get(plane));
			track.last = Math.max(track.last, (Integer) row.get(plane));
			each.add(track);
		}
		Table more = ALL.table(new All(slices, depth), each, table.unit());
		List<Column> heads = new ArrayList<>(table.heads());
		heads.addAll(more.heads());
		List<List<Object>> rows = new ArrayList<>();
		for (int r = 0; r < each.size(); r++) {
			List<Object> row = new ArrayList<>(table.rows().get(r));
			row.addAll(more.rows().get(r));
			rows.add(row);
		}
		return new Table(heads, rows, table.unit());
	}
}
