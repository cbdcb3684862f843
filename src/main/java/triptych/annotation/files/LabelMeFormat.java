package triptych.annotation.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationSet;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.JsonKind;
import triptych.core.TriptychException;

/** LabelMe JSON, a file an image; it is read only. */
public final class LabelMeFormat implements AnnotationFormat {

	@Override
	public String name() {
		return "labelme";
	}

	@Override
	public String title() {
		return "LabelMe JSON";
	}

	@Override
	public boolean accepts(Path path) {
		return files(path).stream().limit(1).anyMatch(f -> JsonKind.of(f) == JsonKind.LABELME);
	}

	@Override
	public AnnotationSet open(Path path) {
		List<Path> files = files(path);
		if (files.isEmpty())
			throw new TriptychException("\"" + path + "\" holds no LabelMe file (.json).");
		return new LabelMeSet(path, files);
	}

	private static List<Path> files(Path path) {
		return Files.isRegularFile(path) ? List.of(path) : Folders.in(path, ".*\\.json");
	}

	@Override
	public boolean writes() {
		return false;
	}

	@Override
	public AnnotationWriter writer(Path target, List<AnnotatedClass> classes, boolean append) {
		throw new TriptychException("LabelMe files are read, and not written; LabelMe itself opens the"
			+ " annotations of a format that it converts.");
	}
}
