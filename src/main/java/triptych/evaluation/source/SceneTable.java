package triptych.evaluation.source;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;

/** Class and kind of the segments of a scene, which its table tells by their ids. */
final class SceneTable {

	private SceneTable() {}

	static Map<String, Content> on(Map<String, Content> planes, Path file) {
		TableFile table = TableFile.read(file);
		int id = table.column("id"), kind = table.column("kind"), name = table.column("class");
		Map<Integer, Segment> known = new HashMap<>();
		for (int r = 0; r < table.rows().size(); r++) {
			List<String> row = table.rows().get(r);
			int pixel = (int) table.number(r, id);
			ClassScore best = new ClassScore(0, row.get(name), Double.NaN);
			known.put(pixel, new Segment(pixel, best, kind < 0 || !row.get(kind).equals("stuff")));
		}
		Map<String, Content> scenes = new LinkedHashMap<>();
		planes.forEach((plane, content) -> {
			Content.Labels labels = (Content.Labels) content;
			LabelMap map = labels.map();
			List<Segment> segments = map.segments()
				.stream()
				.map(s -> known.getOrDefault(s.id(), s))
				.toList();
			scenes.put(plane, new Content.Labels(
				new LabelMap(map.width(), map.height(), map.ids(), segments), labels.calibration()));
		});
		return scenes;
	}
}
