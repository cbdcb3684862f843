package triptych.annotation;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import triptych.core.TriptychException;

/**
 * The image files that annotations belong to, looked for below their folder, in the folder that
 * holds it, and in the folders {@code images} and {@code JPEGImages} beside it and above it.
 */
public final class ImageFiles {

	private static final String IMAGE = ".*\\.(tiff?|png|jpe?g|gif|bmp|webp)";
	/** Data sets lie in folders such as {@code images/train/site1}. */
	private static final int DEPTH = 4, UP = 2;
	/** A file in somebody's home folder is no reason to look at everything that is there. */
	private static final int MOST = 500_000;
	private static final List<String> USUAL = List.of("images", "JPEGImages");

	private final Path folder;
	/** By the name without folders and ending. */
	private Map<String, List<Path>> found;

	/** @param annotations a file or folder of annotations */
	public ImageFiles(Path annotations) {
		Path whole = annotations.toAbsolutePath().normalize();
		folder = Files.isDirectory(whole) ? whole : whole.getParent();
	}

	/**
	 * The image of a name, with or without folders and an ending. Where several are called so, the
	 * one in the most like folders.
	 */
	public Optional<Path> find(String name) {
		return find(name, folder);
	}

	/** @param itself an image that is not meant, since it is the annotation */
	public Optional<Path> find(String name, Path itself) {
		if (found == null) found = search();
		Path not = itself.toAbsolutePath().normalize();
		List<Path> candidates = found.getOrDefault(AnnotatedImage.stem(name), List.of());
		Path best = null;
		int most = -1;
		String[] wanted = name.split("[/\\\\]");
		for (Path candidate : candidates) {
			if (candidate.equals(not)) continue;
			int like = 0;
			for (int k = 1; k < wanted.length && k < candidate.getNameCount(); k++) {
				String there = candidate.getName(candidate.getNameCount() - 1 - k).toString();
				if (!there.equals(wanted[wanted.length - 1 - k])) break;
				like++;
			}
			if (candidate.getFileName().toString().equals(wanted[wanted.length - 1])) like += DEPTH;
			// Masks have their images' names.
			for (Path part : candidate)
				if (USUAL.contains(part.toString())) like++;
			if (like <= most) continue;
			best = candidate;
			most = like;
		}
		return Optional.ofNullable(best);
	}

	/** All images that were found, in the order of their paths. */
	public List<Path> all() {
		if (found == null) found = search();
		return found.values().stream().flatMap(List::stream).sorted().toList();
	}

	private Map<String, List<Path>> search() {
		Map<String, List<Path>> images = new HashMap<>();
		search(folder, DEPTH, images);
		Path above = folder.getParent();
		// Labels often have a folder of their own below their images.
		if (above != null) search(above, 1, images);
		for (int up = 0; up < UP && above != null; up++, above = above.getParent())
			for (String usual : USUAL) {
				Path beside = above.resolve(usual);
				if (!folder.startsWith(beside)) search(beside, DEPTH, images);
			}
		return images;
	}

	/** Folders that may not be read and hidden ones are passed over; so is what lies far away. */
	private static void search(Path folder, int depth, Map<String, List<Path>> images) {
		if (!Files.isDirectory(folder)) return;
		List<Path> all = new ArrayList<>();
		try {
			Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth,
				new Visitor(all));
		}
		catch (IOException e) {
			throw new TriptychException("The folder \"" + folder + "\" cannot be looked through: "
				+ TriptychException.why(e) + ".", e);
		}
		all.stream()
			.sorted()
			.forEach(
				f -> images.computeIfAbsent(AnnotatedImage.stem(f.getFileName().toString()),
					s -> new ArrayList<>(1)).add(f));
	}

	private static final class Visitor extends SimpleFileVisitor<Path> {

		private final List<Path> images;
		private int seen;

		Visitor(List<Path> images) {
			this.images = images;
		}

		@Override
		public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
			Path name = folder.getFileName();
			boolean hidden = name != null && name.toString().startsWith(".");
			return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
			String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
			if (about.isRegularFile() && name.matches(IMAGE)) images.add(file);
			return ++seen < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException e) {
			return FileVisitResult.CONTINUE;
		}
	}

	/**
	 * Width and height of an image file, from its head; nothing where Java does not know its kind.
	 */
	public static Optional<int[]> size(Path image) {
		try (ImageInputStream in = ImageIO.createImageInputStream(image.toFile())) {
			if (in == null) return Optional.empty();
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) return Optional.empty();
			ImageReader reader = readers.next();
			try {
				reader.setInput(in, true, true);
				return Optional.of(new int[]{ reader.getWidth(0), reader.getHeight(0) });
			}
			finally {
				reader.dispose();
			}
		}
		catch (IOException | RuntimeException e) {
			// A damaged image is told when it is opened.
			return Optional.empty();
		}
	}

	/** @throws TriptychException where the image has another size than its annotations say */
	public static void checkSize(Path image, int width, int height, Path annotations) {
		size(image).ifPresent(size -> {
			if (size[0] != width || size[1] != height)
				throw new TriptychException("\"" + annotations + "\" says that \"" + image.getFileName()
					+ "\" has " + width + " x " + height + " pixels, but the file has " + size[0] + " x "
					+ size[1] + "; the annotations belong to another version of the image.");
		});
	}
}
