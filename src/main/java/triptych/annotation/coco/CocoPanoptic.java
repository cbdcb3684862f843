package triptych.annotation.coco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.stream.JsonReader;
import triptych.annotation.JsonValues;
import triptych.core.Box;

/**
 * An entry of a panoptic list of annotations: the segments of one image.
 *
 * @param picture the name of the PNG with their numbers
 */
record CocoPanoptic(String picture, List<SegmentInfo> segments) {

	/** @param box null where the file gives none */
	record SegmentInfo(int id, String category, boolean crowd, Box box,
		Map<String, String> properties)
	{}

	static CocoPanoptic read(JsonReader json) throws IOException {
		String picture = "";
		List<SegmentInfo> segments = new ArrayList<>();
		json.beginObject();
		while (json.hasNext()) {
			switch (json.nextName()) {
				case "file_name" -> picture = json.nextString();
				case "segments_info" -> {
					json.beginArray();
					while (json.hasNext())
						segments.add(segment(json));
					json.endArray();
				}
				default -> json.skipValue();
			}
		}
		json.endObject();
		return new CocoPanoptic(picture, segments);
	}

	private static SegmentInfo segment(JsonReader json) throws IOException {
		int id = 0;
		String category = "";
		boolean crowd = false;
		Box box = null;
		Map<String, String> others = new LinkedHashMap<>();
		json.beginObject();
		while (json.hasNext()) {
			String key = json.nextName();
			switch (key) {
				case "id" -> id = json.nextInt();
				case "category_id" -> category = json.nextString();
				case "iscrowd" -> crowd = JsonValues.text(json).matches("1|true");
				case "bbox" -> {
					double[] b = JsonValues.numbers(json);
					if (b.length == 4) box = new Box(b[0], b[1], b[0] + b[2], b[1] + b[3]);
				}
				default -> others.put(key, JsonValues.text(json));
			}
		}
		json.endObject();
		others.put("id", String.valueOf(id));
		return new SegmentInfo(id, category, crowd, box, others);
	}

	/** True for the JSON of an entry of a panoptic file. */
	static boolean is(String json) {
		return json.contains("\"segments_info\"");
	}
}
