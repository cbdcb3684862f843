package triptych.annotation.coco;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.stream.JsonReader;
import triptych.annotation.JsonValues;

/**
 * An entry of the list images.
 *
 * @param width and {@code height}: 0 where the file does not say
 */
record CocoImage(String id, String name, int width, int height, Map<String, String> properties) {

	static CocoImage read(JsonReader json) throws IOException {
		String id = "", name = "";
		int width = 0, height = 0;
		Map<String, String> others = new LinkedHashMap<>();
		json.beginObject();
		while (json.hasNext()) {
			String key = json.nextName();
			switch (key) {
				case "id" -> id = json.nextString();
				case "file_name" -> name = json.nextString();
				case "width" -> width = json.nextInt();
				case "height" -> height = json.nextInt();
				default -> others.put(key, JsonValues.text(json));
			}
		}
		json.endObject();
		if (!id.isEmpty()) others.put("id", id);
		return new CocoImage(id, name, width, height, others);
	}
}
