package triptych.folder;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import triptych.core.TriptychException;
import triptych.options.YesNo;
import triptych.result.ResultFiles;

/**
 * The images of a folder in the order of their paths, each with the name that its results get. The
 * order and the names depend on nothing but the folder.
 */
final class FolderImages {

	private record Found(Path file, String path, long size, long modified) {}

	/** Files of the system that lie among images. */
	private static final Set<String> OF_THE_SYSTEM = Set.of("thumbs.db", "desktop.ini");

	/** Endings that no reader of images takes; notes and tables lie beside images everywhere. */
	private static final Set<String> NO_IMAGES = Set.of("txt", "csv", "tsv", "json", "xml", "md",
		"log", "yaml", "yml", "html", "htm", "pdf", "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt",
		"pptx", "zip", "roi", "ijm", "py", "m", "r", "ipynb", "onnx", "db", "ini", "lnk");

	/**
	 * These names begin the files of the whole run: {@code all-objects.csv}, {@code folder-run.json}.
	 */
	private static final Set<String> TAKEN = Set.of("all", "folder");

	private final Path input, save;
	private final NamePattern pattern;
	private final boolean everyFile, recursive;
	private final List<Found> found = new ArrayList<>();
	private final Map<String, String> skipped = new TreeMap<>();
	private final Set<String> paths = new HashSet<>();

	/** Looks at the two folders and at the pattern, not yet at any file. */
	private FolderImages(FolderOptions options) {
		Path in = folder("input", options.input()), out = folder("save", options.save());
		if (!Files.isDirectory(in))
			throw new TriptychException("The folder \"" + options.input()
				+ "\" of the key input is not there; choose the folder with the images.");
		try {
			input = in.toRealPath();
			save = Files.exists(out) ? out.toRealPath() : out.toAbsolutePath().normalize();
		}
		catch (IOException e) {
			throw unreadable(options, e);
		}
		if (save.equals(input))
			throw new TriptychException("The keys input and save name the same folder; choose "
				+ "another one for the results, such as " + options.input() + "/results.");
		ResultFiles.writable(options.save());
		pattern = new NamePattern(options.pattern());
		everyFile = options.pattern().equals("*");
		recursive = options.recursive() == YesNo.YES;
	}

	/** Says what is wrong with the folders or the pattern before the files are looked for. */
	static void check(FolderOptions options) {
		new FolderImages(options);
	}

	static FolderImages of(FolderOptions options) {
		FolderImages images = new FolderImages(options);
		try {
			images.walk();
			if (images.found.isEmpty()) throw images.empty(options);
			images.found.sort(Comparator.comparing(Found::path));
			return images;
		}
		catch (IOException e) {
			throw unreadable(options, e);
		}
	}

	private TriptychException empty(FolderOptions options) {
		String what = everyFile ? "image" : "file that matches pattern=" + options.pattern();
		String hint = recursive ? "" : " (recursive=yes looks into its folders too)";
		return new TriptychException(
			"The folder \"" + options.input() + "\" holds no " + what + hint + ".");
	}

	private static TriptychException unreadable(FolderOptions options, IOException e) {
		return new TriptychException(
			"The folder \"" + options.input() + "\" cannot be read: "
				+ TriptychException.why(e) + ".",
			e);
	}

	/** Whether two texts name one folder. */
	static boolean same(String one, String other) {
		return folder("input", one).toAbsolutePath()
			.normalize()
			.equals(folder("input", other).toAbsolutePath().normalize());
	}

	private static Path folder(String key, String text) {
		try {
			return Path.of(text);
		}
		catch (InvalidPathException e) {
			throw new TriptychException(
				"\"" + text + "\" of the key " + key + " cannot be the name of a folder.", e);
		}
	}

	FolderListing listing() {
		return new FolderListing(input, named(), skipped);
	}

	private void walk() throws IOException {
		// Links are followed: on clusters a folder of images is often made of them.
		Files.walkFileTree(input, EnumSet.of(FileVisitOption.FOLLOW_LINKS),
			recursive ? Integer.MAX_VALUE : 1, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
					throws IOException
				{
					if (folder.equals(input)) return FileVisitResult.CONTINUE;
					if (hidden(folder) || folder.toRealPath().equals(save))
						return FileVisitResult.SKIP_SUBTREE;
					if (FolderJournal.holdsOne(folder)) {
						skipped.put(path(folder), "This folder holds results of Process Folder...");
						return FileVisitResult.SKIP_SUBTREE;
					}
					take(folder, attributes);
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
					take(file, attributes);
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
					if (file.equals(input)) throw e;
					skipped.put(path(file),
						e instanceof FileSystemLoopException ? "This link leads back to a folder above it."
							: "This cannot be read: " + TriptychException.why(e) + ".");
					return FileVisitResult.CONTINUE;
				}
			});
	}

	/** A folder counts where it is called as if it were an image: somebody expects its results. */
	private void take(Path file, BasicFileAttributes attributes) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		if (hidden(file) || OF_THE_SYSTEM.contains(name) || !pattern.matches(name)) return;
		if (attributes.isDirectory() && !name.matches(".*\\.(tiff?|png|jpe?g|gif|bmp|dcm|pgm|fits)"))
			return;
		String ending = name.substring(name.lastIndexOf('.') + 1);
		// Whoever names such files in a pattern means them, and is told of each that it is none.
		if (everyFile && !attributes.isDirectory() && name.contains(".") && NO_IMAGES.contains(ending))
			skipped.put(path(file), "A ." + ending + " file is no image.");
		else
			found.add(new Found(file, unique(path(file)), attributes.size(),
				attributes.lastModifiedTime().toMillis()));
	}

	/** Names that Java cannot show all look alike, and each image counts. */
	private String unique(String path) {
		String free = path;
		for (int i = 2; !paths.add(free); i++)
			free = path + " (" + i + ")";
		return free;
	}

	/**
	 * Files that begin with a dot are made by systems, such as the ._ twins that macOS leaves on
	 * other disks.
	 */
	private static boolean hidden(Path file) {
		return file.getFileName().toString().startsWith(".");
	}

	private String path(Path file) {
		return input.relativize(file).toString().replace('\\', '/');
	}

	/**
	 * All images with their names: the title without its extension; where two would share it, with
	 * it.
	 */
	List<FolderImage> named() {
		Map<String, Integer> shares = new HashMap<>();
		for (Found f : found)
			shares.merge(key(name(f.path(), false)), 1, Integer::sum);
		Set<String> used = new HashSet<>();
		List<FolderImage> images = new ArrayList<>(found.size());
		for (Found f : found) {
			String name = name(f.path(), false);
			if (shares.get(key(name)) > 1 || TAKEN.contains(key(name))) name = name(f.path(), true);
			String free = name;
			for (int i = 2; TAKEN.contains(key(free))
				|| !free.equals(name) && shares.containsKey(key(free))
				|| !used.add(key(free)); i++)
				free = name + "_" + i;
			images.add(new FolderImage(f.file(), f.path(), free, f.size(), f.modified()));
		}
		return images;
	}

	/** Some systems do not tell A from a. */
	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	/** The folders as they are, the file's name made safe. */
	private static String name(String path, boolean withExtension) {
		int slash = path.lastIndexOf('/') + 1;
		String title = path.substring(slash);
		return path.substring(0, slash)
			+ ResultFiles.safe(withExtension ? title : ResultFiles.stem(title));
	}
}
