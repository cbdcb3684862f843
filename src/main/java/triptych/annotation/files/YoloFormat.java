package triptych.annotation.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationSet;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.ImageFiles;
import triptych.core.TriptychException;

/**
 * YOLO text: a file of boxes or outlines an image, a line an object, in parts of the image's width
 * and height, with class numbers that data.yaml names; or, for classes of whole images, a folder of
 * images a class.
 */
public final class YoloFormat implements AnnotationFormat {

	static final String LABELS = "labels", IMAGES = "images";

	/** Text files beside labels that are none. */
	private static final String LABEL_FILES =
		"(?!(classes|train|val|valid|test|readme.*|notes|obj)\\.txt$).*\\.txt";

	private static final String OWN_FILES = "(?i).*\\.(txt|ya?ml|names)";

	@Override
	public String name() {
		return "yolo";
	}

	@Override
	public String title() {
		return "YOLO text";
	}

	@Override
	public boolean accepts(Path path) {
		// A data set may lie beside a file of another kind.
		if (Files.isRegularFile(path) && !path.toString().matches(OWN_FILES)) return false;
		Path folder = folder(path);
		List<Path> labels = labels(folder);
		boolean someAreLabels = labels.stream().limit(20).anyMatch(YoloText::isLabels);
		return someAreLabels || isData(path) || labels.isEmpty() && ClassFolders.in(folder);
	}

	private static boolean isData(Path path) {
		return Files.isRegularFile(path) && path.toString().matches("(?i).*\\.ya?ml")
			&& !YoloNames.of(path).isEmpty();
	}

	@Override
	public AnnotationSet open(Path path) {
		if (!Files.exists(path))
			throw new TriptychException("There is no file or folder \"" + path + "\".");
		Path folder = folder(path);
		List<Path> labels = labels(folder);
		if (labels.isEmpty() && ClassFolders.in(folder)) return ClassFolders.open(folder);
		Optional<Path> names = YoloNames.file(path.toString().endsWith(".txt") ? folder : path);
		if (labels.isEmpty() && new ImageFiles(folder).all().isEmpty()) throw new TriptychException(
			"\"" + path + "\" holds no YOLO file (.txt) and no folders of images.");
		return new YoloSet(folder, labels, names);
	}

	/** That of the data set, for a file in it. */
	private static Path folder(Path path) {
		return Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
	}

	/** Those in the folder labels, or below the folder. */
	private static List<Path> labels(Path folder) {
		List<Path> usual = Folders.below(folder.resolve(LABELS), ".*\\.txt");
		return usual.isEmpty() ? Folders.below(folder, LABEL_FILES) : usual;
	}

	@Override
	public boolean holdsImages() {
		return true;
	}

	@Override
	public AnnotationWriter writer(Path target, List<AnnotatedClass> classes, boolean append) {
		return new YoloWriter(target, classes, append);
	}
}
