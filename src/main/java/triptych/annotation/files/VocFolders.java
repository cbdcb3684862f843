package triptych.annotation.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The folders of a Pascal VOC data set. */
final class VocFolders {

	static final String CLASSES = "SegmentationClass", OBJECTS = "SegmentationObject";
	static final String NAMES = "class_names.txt", BACKGROUND = "_background_";
	private static final String ANNOTATIONS = "Annotations";
	/** Of the VOC challenge. */
	private static final List<String> USUAL = List.of(BACKGROUND, "aeroplane", "bicycle", "bird",
		"boat", "bottle", "bus", "car", "cat", "chair", "cow", "diningtable", "dog", "horse",
		"motorbike", "person", "pottedplant", "sheep", "sofa", "train", "tvmonitor");

	private VocFolders() {}

	/** The folder of XML files, however its name is written. */
	static Path annotations(Path dataSet) {
		Path small = dataSet.resolve(ANNOTATIONS.toLowerCase(Locale.ROOT));
		return Files.isDirectory(small) ? small : dataSet.resolve(ANNOTATIONS);
	}

	/** The picture of numbers that belongs to an XML file, in a folder beside it or above it. */
	static Optional<Path> picture(Path xml, String folder) {
		String name = Folders.relativeStem(xml.getParent(), xml) + ".png";
		Path here = xml.toAbsolutePath().getParent();
		for (int up = 0; up < 2 && here != null; up++, here = here.getParent()) {
			Path picture = here.resolve(folder).resolve(name);
			if (Files.isRegularFile(picture)) return Optional.of(picture);
		}
		return Optional.empty();
	}

	/** Class names by the numbers of the pictures; those of the challenge where no file has them. */
	static List<String> classNames(Path picture) {
		Path file = picture.toAbsolutePath().getParent().resolveSibling(NAMES);
		if (!Files.isRegularFile(file)) return USUAL;
		return Folders.text(file).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
	}
}
