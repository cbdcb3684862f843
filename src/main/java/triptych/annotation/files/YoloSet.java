package triptych.annotation.files;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.AnnotationSet;
import triptych.annotation.ImageFiles;
import triptych.core.TriptychException;

/** The images of a YOLO data set; those without a file of labels hold nothing. */
final class YoloSet implements AnnotationSet {

	private final Path folder;
	private final Map<String, Path> labels = new LinkedHashMap<>();
	private final List<String> names;
	private final List<String> classes;
	private final boolean named;
	private final ImageFiles images;

	YoloSet(Path folder, List<Path> labels, Optional<Path> names) {
		this.folder = folder;
		Path usual = folder.resolve(YoloFormat.LABELS);
		Path above = labels.isEmpty() || labels.get(0).startsWith(usual) ? usual : folder;
		labels.forEach(f -> this.labels.put(Folders.relativeStem(above, f), f));
		images = new ImageFiles(folder);
		TreeSet<String> all = new TreeSet<>(this.labels.keySet());
		Path pictures = folder.toAbsolutePath().normalize().resolve(YoloFormat.IMAGES);
		for (Path image : images.all())
			if (image.startsWith(pictures)) all.add(Folders.relativeStem(pictures, image));
		this.names = List.copyOf(all);
		classes = names.map(YoloNames::of).orElse(List.of());
		named = !classes.isEmpty();
	}

	@Override
	public List<String> names() {
		return names;
	}

	/** Numbers up to the largest that is used, where no file names the classes. */
	@Override
	public List<AnnotatedClass> classes() {
		if (named) return classes.stream().map(AnnotatedClass::new).toList();
		int largest = labels.values().stream().mapToInt(YoloText::largestClass).max().orElse(-1);
		return IntStream.rangeClosed(0, largest)
			.mapToObj(i -> new AnnotatedClass(String.valueOf(i)))
			.toList();
	}

	@Override
	public List<String> notes() {
		return named ? List.of() : List.of("No file in \"" + folder
			+ "\" says what the classes are called (data.yaml, classes.txt), so their numbers stand for"
			+ " their names");
	}

	@Override
	public AnnotatedImage image(int index) {
		String name = names.get(index);
		Optional<Path> image = images.find(name);
		Path file = labels.get(name);
		String full = image.map(f -> full(name, f)).orElse(name);
		int[] size = image.flatMap(ImageFiles::size).orElse(new int[] { 0, 0 });
		if (file == null)
			return new AnnotatedImage(full, image, size[0], size[1], List.of(), Map.of());
		if (size[0] == 0 && !Folders.text(file).isBlank())
			throw new TriptychException("The image of \"" + file + "\" is not there; YOLO's numbers are"
				+ " parts of its width and height, so put it beside its labels or into the folder \""
				+ folder.resolve(YoloFormat.IMAGES) + "\".");
		return new AnnotatedImage(full, image, size[0], size[1],
			YoloText.read(file, size[0], size[1], this::className), Map.of());
	}

	private String className(int number) {
		if (number < 0) return null;
		if (!named) return String.valueOf(number);
		return number < classes.size() ? classes.get(number) : null;
	}

	/** With the ending of its image. */
	private static String full(String name, Path image) {
		String file = image.getFileName().toString();
		return name.substring(0, name.lastIndexOf('/') + 1) + file;
	}
}
