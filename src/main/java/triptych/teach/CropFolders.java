package triptych.teach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import ij.ImagePlus;
import triptych.core.Mask;
import triptych.core.Plane;
import triptych.core.TriptychException;
import triptych.ij.convert.Position;
import triptych.ij.files.ImageFile;

/**
 * A folder with a folder for each class, which holds an image of one object each: all of it is the
 * object.
 */
final class CropFolders implements ExampleImages {

	/** Folders of data sets that are called after no class. */
	private static final String NO_CLASS = "(?i)images?|jpegimages|masks?|labels?|annotations?"
		+ "|train(ing)?|val(id(ation)?)?|test";
	private static final String IMAGE = ".*\\.(tiff?|png|jpe?g|gif|bmp)";

	private final List<Path> files;

	private CropFolders(List<Path> files) {
		this.files = files;
	}

	/** True for a folder whose images all lie in at least two folders in it. */
	static boolean accepts(Path path) {
		if (!Files.isDirectory(path)) return false;
		List<Path> parts = entries(path);
		boolean loose = parts.stream().anyMatch(p -> Files.isRegularFile(p) && !isHidden(p));
		List<Path> folders = parts.stream().filter(Files::isDirectory).toList();
		boolean classes = folders.stream()
			.noneMatch(f -> f.getFileName().toString().matches(NO_CLASS));
		return classes && !loose && folders.size() > 1 && folders.stream()
			.allMatch(f -> entries(f).stream().anyMatch(CropFolders::isImage)
				&& entries(f).stream().allMatch(p -> isImage(p) || isHidden(p)));
	}

	static CropFolders of(Path path) {
		return new CropFolders(entries(path).stream()
			.filter(Files::isDirectory)
			.flatMap(folder -> entries(folder).stream())
			.filter(CropFolders::isImage)
			.toList());
	}

	private static boolean isImage(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return Files.isRegularFile(file) && !isHidden(file) && name.matches(IMAGE);
	}

	private static boolean isHidden(Path file) {
		return file.getFileName().toString().startsWith(".");
	}

	private static List<Path> entries(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return new ArrayList<>(files.sorted().toList());
		}
		catch (IOException e) {
			throw new TriptychException("The folder \"" + folder + "\" cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
	}

	@Override
	public int count() {
		return files.size();
	}

	@Override
	public ExampleImage get(int i) {
		Path file = files.get(i);
		String className = file.getParent().getFileName().toString();
		ExampleImage.Seen[] seen = new ExampleImage.Seen[1];
		ObjectExample object = new ObjectExample(className, false,
			() -> Optional.of(whole(seen(seen, file).plane())));
		return new ExampleImage("\"" + file + "\"", List.of(object), () -> seen(seen, file));
	}

	/** Read once for the pixels and the size. */
	private static ExampleImage.Seen seen(ExampleImage.Seen[] kept, Path file) {
		if (kept[0] == null) {
			ImagePlus image = ImageFile.open(file);
			kept[0] = ExampleImage.Seen.of(image, Position.of(image));
		}
		return kept[0];
	}

	private static Mask whole(Plane plane) {
		byte[] inside = new byte[plane.width() * plane.height()];
		Arrays.fill(inside, (byte) 1);
		return new Mask(0, 0, plane.width(), plane.height(), inside);
	}

	@Override
	public List<String> notes() {
		return List.of();
	}
}
