package triptych.annotation;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** What a JSON file is about, by its first keys; no more of it is read than that needs. */
public enum JsonKind {
	COCO, LABELME, GEOJSON, NONE;

	public static JsonKind of(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		if (!name.endsWith("json") || !Files.isRegularFile(file)) return NONE;
		try (Reader reader = Files.newBufferedReader(file)) {
			return of(new JsonReader(reader));
		}
		catch (IOException | IllegalStateException e) {
			// Whoever names the format is told what is wrong with the file.
			return NONE;
		}
	}

	private static JsonKind of(JsonReader json) throws IOException {
		if (json.peek() == JsonToken.BEGIN_ARRAY) {
			json.beginArray();
			// Nothing was found in any image: only COCO's results are a bare list.
			if (json.peek() == JsonToken.END_ARRAY) return COCO;
		}
		if (json.peek() != JsonToken.BEGIN_OBJECT) return NONE;
		json.beginObject();
		while (json.hasNext()) {
			switch (json.nextName()) {
				case "images", "annotations", "categories", "image_id", "category_id" -> {
					return COCO;
				}
				case "shapes", "imagePath", "imageData" -> {
					return LABELME;
				}
				case "features", "geometry" -> {
					return GEOJSON;
				}
				default -> json.skipValue();
			}
		}
		return NONE;
	}
}
