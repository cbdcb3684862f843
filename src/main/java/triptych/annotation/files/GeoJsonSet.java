package triptych.annotation.files;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationSet;
import triptych.annotation.ImageFiles;
import triptych.core.Plural;
import triptych.core.TriptychException;

/** The images of GeoJSON files, called as these are. */
final class GeoJsonSet implements AnnotationSet {

	private final List<Path> files;
	private final ImageFiles images;
	private final Map<String, AnnotatedClass> classes = new LinkedHashMap<>();
	private final Set<String> notes = new LinkedHashSet<>();

	GeoJsonSet(Path path, List<Path> files) {
		this.files = files;
		images = new ImageFiles(path);
	}

	@Override
	public List<String> names() {
		return files.stream()
			.map(f -> AnnotatedImage.stem(Folders.relativeStem(f.getParent(), f)))
			.toList();
	}

	/** Those of the images read so far: no file names them for all. */
	@Override
	public List<AnnotatedClass> classes() {
		return List.copyOf(classes.values());
	}

	@Override
	public List<String> notes() {
		return List.copyOf(notes);
	}

	@Override
	public AnnotatedImage image(int index) {
		Path file = files.get(index);
		List<Annotation> annotations = new ArrayList<>();
		int[] at = { 0, 0 };
		try (Reader reader = Files.newBufferedReader(file); JsonReader json = new JsonReader(reader)) {
			read(json, file, annotations, at);
		}
		catch (IOException | IllegalStateException | NumberFormatException e) {
			throw new TriptychException("The file \"" + file + "\" is damaged or cut off, in feature "
				+ (at[0] + 1) + ": " + String.valueOf(e.getMessage()).replaceFirst("(?s)\n.*", "") + ".",
				e);
		}
		if (at[1] > 0) notes.add("In \"" + file + "\", " + Plural.of(at[1],
			"point or line was left out", "points or lines were left out"));
		for (Annotation annotation : annotations)
			classes.computeIfAbsent(annotation.className(), AnnotatedClass::new);
		String name = names().get(index);
		Optional<Path> image = images.find(name);
		int[] size = image.flatMap(ImageFiles::size).orElse(new int[2]);
		return new AnnotatedImage(image.map(f -> f.getFileName().toString()).orElse(name), image,
			size[0], size[1], annotations, Map.of());
	}

	/** A collection, a list of features, or one. */
	private static void read(JsonReader json, Path file, List<Annotation> annotations, int[] at)
		throws IOException
	{
		if (json.peek() == JsonToken.BEGIN_ARRAY) {
			json.beginArray();
			while (json.hasNext())
				feature(GeoJsonFeature.read(json), file, annotations, at);
			json.endArray();
			return;
		}
		GeoJsonFeature alone = new GeoJsonFeature();
		boolean collection = false;
		json.beginObject();
		while (json.hasNext()) {
			String key = json.nextName();
			if (key.equals("features")) {
				collection = true;
				read(json, file, annotations, at);
			}
			else alone.value(key, json);
		}
		json.endObject();
		if (!collection) feature(alone, file, annotations, at);
	}

	private static void feature(GeoJsonFeature feature, Path file, List<Annotation> annotations,
		int[] at)
	{
		at[0]++;
		if (!feature.hasArea()) {
			at[1]++;
			return;
		}
		try {
			annotations.add(feature.annotation());
		}
		catch (IllegalArgumentException e) {
			throw new TriptychException(
				"In \"" + file + "\", feature " + at[0] + " " + e.getMessage() + ".", e);
		}
	}
}
