package triptych.annotation.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationSet;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.FilePerImageWriter;
import triptych.annotation.JsonKind;
import triptych.annotation.Losses;
import triptych.core.TriptychException;

/** GeoJSON as QuPath writes and reads it: a file of outlines an image, which it does not name. */
public final class GeoJsonFormat implements AnnotationFormat {

	@Override
	public String name() {
		return "geojson";
	}

	@Override
	public String title() {
		return "GeoJSON (QuPath)";
	}

	@Override
	public boolean accepts(Path path) {
		return files(path).stream().limit(1).anyMatch(f -> JsonKind.of(f) == JsonKind.GEOJSON);
	}

	@Override
	public AnnotationSet open(Path path) {
		List<Path> files = files(path);
		if (files.isEmpty())
			throw new TriptychException("\"" + path + "\" holds no GeoJSON file (.geojson or .json).");
		return new GeoJsonSet(path, files);
	}

	private static List<Path> files(Path path) {
		return Files.isRegularFile(path) ? List.of(path) : Folders.in(path, ".*\\.(geo)?json");
	}

	@Override
	public AnnotationWriter writer(Path target, List<AnnotatedClass> classes, boolean append) {
		Losses losses = new Losses();
		FilePerImageWriter.Content content = (image, out) -> {
			GeoJsonText text = new GeoJsonText(losses);
			out.write(text.of(image).getBytes(StandardCharsets.UTF_8));
		};
		return new FilePerImageWriter(target, append, ".geojson", content, losses);
	}
}
