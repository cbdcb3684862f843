package triptych.annotation.coco;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.stream.JsonReader;
import triptych.annotation.AnnotatedClass;
import triptych.annotation.JsonValues;

/** An entry of the list categories. */
record CocoCategory(String id, AnnotatedClass itsClass) {

	static CocoCategory read(JsonReader json) throws IOException {
		String name = "";
		Map<String, String> properties = new LinkedHashMap<>();
		json.beginObject();
		while (json.hasNext()) {
			String key = json.nextName();
			if (key.equals("name")) name = json.nextString();
			else properties.put(key, JsonValues.text(json));
		}
		json.endObject();
		return new CocoCategory(properties.getOrDefault("id", ""),
			new AnnotatedClass(name, properties));
	}
}
