package triptych.annotation.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationSet;
import triptych.annotation.ImageFiles;
import triptych.annotation.Shape;

/** Images whose folder is their class, perhaps below folders such as train and val. */
final class ClassFolders implements AnnotationSet {

	private static final String IMAGES = ".*\\.(tiff?|png|jpe?g|gif|bmp|webp)";

	private final List<Path> files;
	private final List<String> names = new ArrayList<>();
	private final Map<String, AnnotatedClass> classes = new LinkedHashMap<>();

	private ClassFolders(Path folder, List<Path> files) {
		this.files = files;
		for (Path file : files) {
			names.add(folder.relativize(file).toString().replace('\\', '/'));
			classes.computeIfAbsent(className(file), AnnotatedClass::new);
		}
	}

	/** True where images lie in two folders or more, and none beside them. */
	static boolean in(Path folder) {
		if (!Folders.in(folder, IMAGES).isEmpty()) return false;
		return Folders.below(folder, IMAGES)
			.stream()
			.map(ClassFolders::className)
			.distinct()
			.limit(2)
			.count() == 2;
	}

	static AnnotationSet open(Path folder) {
		return new ClassFolders(folder, Folders.below(folder, IMAGES));
	}

	private static String className(Path file) {
		return file.toAbsolutePath().getParent().getFileName().toString();
	}

	@Override
	public List<String> names() {
		return names;
	}

	@Override
	public List<AnnotatedClass> classes() {
		return List.copyOf(classes.values());
	}

	@Override
	public AnnotatedImage image(int index) {
		Path file = files.get(index);
		int[] size = ImageFiles.size(file).orElse(new int[] { 0, 0 });
		Annotation its = new Annotation(className(file), new Shape.WholeImage());
		return new AnnotatedImage(names.get(index), Optional.of(file), size[0], size[1], List.of(its),
			Map.of());
	}
}
