package triptych.annotation.files;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationSet;
import triptych.annotation.ImageFiles;

/** The images of a Pascal VOC data set. */
final class VocSet implements AnnotationSet {

	private final List<Path> files;
	private final List<String> names;
	private final ImageFiles images;
	private final Map<String, AnnotatedClass> classes = new LinkedHashMap<>();

	VocSet(Path path, List<Path> files) {
		this.files = files;
		names = files.stream()
			.map(f -> Folders.relativeStem(f.getParent(), f))
			.toList();
		images = new ImageFiles(path);
	}

	@Override
	public List<String> names() {
		return names;
	}

	/** Those of the images read so far: no file names them for all. */
	@Override
	public List<AnnotatedClass> classes() {
		return List.copyOf(classes.values());
	}

	@Override
	public AnnotatedImage image(int index) {
		Path file = files.get(index);
		VocXml xml = VocXml.read(file);
		// Copied files often keep the name of another image inside.
		boolean same = AnnotatedImage.stem(xml.filename()).equals(names.get(index));
		Optional<Path> image = images.find(same ? xml.filename() : names.get(index));
		if (xml.width() > 0)
			image.ifPresent(f -> ImageFiles.checkSize(f, xml.width(), xml.height(), file));
		String found = image.map(f -> f.getFileName().toString()).orElse(names.get(index));
		List<Annotation> objects = VocMasks.with(file, xml.objects());
		for (Annotation annotation : objects)
			classes.computeIfAbsent(annotation.className(), AnnotatedClass::new);
		return new AnnotatedImage(same ? xml.filename() : found, image, xml.width(), xml.height(),
			objects, xml.properties());
	}
}
