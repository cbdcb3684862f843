package triptych.annotation.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationSet;
import triptych.annotation.AnnotationWriter;
import triptych.core.TriptychException;

/**
 * Pascal VOC: an XML file of boxes an image, and pictures of class and object numbers where objects
 * have outlines. Corners are taken as they are written, as all converters do; the files of the VOC
 * challenge itself count pixels from 1 and include the last.
 */
public final class VocFormat implements AnnotationFormat {

	@Override
	public String name() {
		return "voc";
	}

	@Override
	public String title() {
		return "Pascal VOC XML";
	}

	@Override
	public boolean accepts(Path path) {
		return files(path).stream().limit(1).anyMatch(VocXml::isVoc);
	}

	@Override
	public AnnotationSet open(Path path) {
		List<Path> files = files(path);
		if (files.isEmpty())
			throw new TriptychException("\"" + path + "\" holds no Pascal VOC file (.xml).");
		return new VocSet(path, files);
	}

	@Override
	public AnnotationWriter writer(Path target, List<AnnotatedClass> classes, boolean append) {
		return new VocWriter(target, classes, append);
	}

	/** The file itself, those in the folder Annotations, or those in the folder. */
	private static List<Path> files(Path path) {
		if (Files.isRegularFile(path))
			return path.toString().toLowerCase(Locale.ROOT).endsWith(".xml") ? List.of(path) : List.of();
		List<Path> usual = Folders.below(VocFolders.annotations(path), ".*\\.xml");
		return usual.isEmpty() ? Folders.in(path, ".*\\.xml") : usual;
	}
}
