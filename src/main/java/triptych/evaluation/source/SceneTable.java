package triptych.evaluation.source;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.TriptychException;

/**
 * Class and kind of the segments of a scene, which its table tells by their ids. These begin anew
 * on each plane.
 */
final class SceneTable {

	private final TableFile table;
	private final Map<String, Map<Integer, Segment>> known = new HashMap<>();

	private SceneTable(TableFile table) {
		this.table = table;
		int id = table.column("id"), kind = table.column("kind"), name = table.column("class");
		int slice = table.column("slice"), frame = table.column("frame");
		for (int r = 0; r < table.rows().size(); r++) {
			List<String> row = table.rows().get(r);
			int pixel = (int) table.number(r, id);
			ClassScore best = new ClassScore(0, row.get(name), Double.NaN);
			known.computeIfAbsent(position(r, slice) + "." + position(r, frame), p -> new HashMap<>())
				.put(pixel, new Segment(pixel, best, kind < 0 || !row.get(kind).equals("stuff")));
		}
	}

	/** A table of one plane may tell neither slice nor frame. */
	private int position(int row, int column) {
		boolean told = column >= 0 && !table.rows().get(row).get(column).isBlank();
		return told ? (int) table.number(row, column) : 1;
	}

	/** @param planes the label images of a scene under their slice and frame, as LabelContents */
	static Map<String, Content> on(Map<String, Content> planes, Path file) {
		SceneTable table = new SceneTable(TableFile.read(file));
		boolean one = planes.size() == 1 && table.known.size() == 1;
		if (!one && !planes.keySet().containsAll(table.known.keySet()))
			throw new TriptychException("The table \"" + file + "\" tells of other planes than its label"
				+ " image has; run Segment Scene... again with slices=all frames=all.");
		Map<String, Content> scenes = new LinkedHashMap<>();
		planes.forEach((plane, content) -> {
			Map<Integer, Segment> here = one ? table.known.values().iterator().next()
				: table.known.getOrDefault(plane, Map.of());
			scenes.put(plane, told((Content.Labels) content, here));
		});
		return scenes;
	}

	private static Content told(Content.Labels labels, Map<Integer, Segment> known) {
		LabelMap map = labels.map();
		List<Segment> segments = map.segments()
			.stream()
			.map(s -> known.getOrDefault(s.id(), s))
			.toList();
		return new Content.Labels(new LabelMap(map.width(), map.height(), map.ids(), segments),
			labels.calibration());
	}
}
