package triptych.annotation.files;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
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
import triptych.core.TriptychException;

/** The images of LabelMe files. */
final class LabelMeSet implements AnnotationSet {

	private final List<Path> files;
	private final ImageFiles images;
	private final Map<String, AnnotatedClass> classes = new LinkedHashMap<>();
	private final Set<String> notes = new LinkedHashSet<>();

	LabelMeSet(Path path, List<Path> files) {
		this.files = files;
		images = new ImageFiles(path);
	}

	@Override
	public List<String> names() {
		return files.stream().map(f -> Folders.relativeStem(f.getParent(), f)).toList();
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
		LabelMeShapes shapes = new LabelMeShapes(file);
		String name = names().get(index);
		int width = 0, height = 0;
		try (Reader reader = Files.newBufferedReader(file); JsonReader json = new JsonReader(reader)) {
			json.beginObject();
			while (json.hasNext()) {
				String key = json.nextName();
				boolean nothing = json.peek() == JsonToken.NULL;
				switch (nothing ? "" : key) {
					case "imagePath" -> name = lastPart(json.nextString());
					case "imageWidth" -> width = json.nextInt();
					case "imageHeight" -> height = json.nextInt();
					case "shapes" -> shapes.read(json);
					default -> json.skipValue();
				}
			}
		}
		catch (IOException | IllegalStateException | NumberFormatException e) {
			throw new TriptychException("The file \"" + file + "\" is damaged or cut off, "
				+ shapes.where() + ": " + String.valueOf(e.getMessage()).replaceFirst("(?s)\n.*", "")
				+ ".", e);
		}
		return image(name, width, height, shapes, file);
	}

	private AnnotatedImage image(String name, int width, int height, LabelMeShapes shapes,
		Path file)
	{
		Optional<Path> image = images.find(name);
		if (width > 0) image.ifPresent(f -> ImageFiles.checkSize(f, width, height, file));
		List<Annotation> annotations = shapes.annotations();
		notes.addAll(shapes.notes());
		for (Annotation annotation : annotations)
			classes.computeIfAbsent(annotation.className(), AnnotatedClass::new);
		return new AnnotatedImage(name, image, width, height, annotations, Map.of());
	}

	private static String lastPart(String path) {
		return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
	}
}
