package triptych.model.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import triptych.core.TriptychException;

/**
 * A model with its description packed into one file. Where it is run, it is unpacked once into a
 * folder of its name among the installed models, where it is known by that name from then on; a
 * note in there tells which file it came from. Where somebody only looks at it, it is unpacked into
 * a temporary folder.
 */
final class ZipPackage {

	private static final String NOTE = ".unpacked-from";

	/** Weights hardly shrink in a zip: what grows more than this was made to fill a disk. */
	private static final int MOST_GROWTH = 30;

	private static final long ALWAYS_ALLOWED = 64L << 20;

	private static final int MOST_ENTRIES = 10_000;

	/** Temporary folders of packages, by path, size and time of the package. */
	private static final Map<String, Path> LOOKED_AT = new HashMap<>();

	private ZipPackage() {}

	/** What it is called when it is installed. */
	static String name(Path zip) {
		return zip.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
	}

	/**
	 * The folder with the installed model.
	 *
	 * @param models where installed models lie; made where it is missing
	 * @param check ends with a sentence where a folder holds no model
	 */
	static Path installed(Path zip, Path models, Consumer<Path> check) {
		Path folder = models.resolve(name(zip));
		try {
			String source = source(zip);
			if (Files.exists(folder)) {
				if (isFrom(source, folder)) return folder;
				throw new TriptychException("A model named " + name(zip)
					+ " is installed already, from another file (" + folder + "); use model=" + name(zip)
					+ ", or give the package \"" + zip.getFileName() + "\" another name.");
			}
			Files.createDirectories(models);
			Path unfinished = Files.createTempDirectory(models, ".unpacking");
			try {
				unpack(zip, unfinished);
				check(unfinished, zip, check);
				Files.writeString(unfinished.resolve(NOTE), source);
				Files.move(unfinished, folder);
			}
			finally {
				remove(unfinished);
			}
			return folder;
		}
		catch (IOException e) {
			throw cannot(zip, e);
		}
	}

	/** The installed model where it is, else a temporary folder, which is deleted at the end. */
	static synchronized Path lookedAt(Path zip, Path models, Consumer<Path> check) {
		try {
			String source = source(zip);
			Path installed = models.resolve(name(zip));
			if (Files.exists(installed) && isFrom(source, installed)) return installed;
			Path before = LOOKED_AT.get(source);
			if (before != null && Files.isDirectory(before)) return before;
			Path folder = Files.createTempDirectory("triptych-package");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> removeQuietly(folder)));
			try {
				unpack(zip, folder);
				check(folder, zip, check);
				LOOKED_AT.put(source, folder);
				return folder;
			}
			finally {
				if (!LOOKED_AT.containsValue(folder)) remove(folder);
			}
		}
		catch (IOException e) {
			throw cannot(zip, e);
		}
	}

	/** The sentence names the package in place of a folder that the user has never seen. */
	private static void check(Path folder, Path zip, Consumer<Path> check) {
		try {
			check.accept(folder);
		}
		catch (TriptychException e) {
			throw new TriptychException(e.getMessage()
				.replace("folder \"" + folder, "package \"" + zip)
				.replace(folder.toString(), zip.toString()), e);
		}
	}

	private static TriptychException cannot(Path zip, IOException e) {
		return new TriptychException("The package \"" + zip + "\" cannot be unpacked: "
			+ TriptychException.why(e) + ".", e);
	}

	private static String source(Path zip) throws IOException {
		return zip.toAbsolutePath() + " " + Files.size(zip) + " " + Files.getLastModifiedTime(zip);
	}

	private static boolean isFrom(String source, Path folder) throws IOException {
		Path note = folder.resolve(NOTE);
		return Files.exists(note) && Files.readString(note).equals(source);
	}

	private static void unpack(Path zip, Path into) throws IOException {
		long allowed = Math.max(ALWAYS_ALLOWED, MOST_GROWTH * Files.size(zip));
		int count = 0;
		try (ZipFile file = new ZipFile(zip.toFile())) {
			for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements();) {
				ZipEntry entry = entries.nextElement();
				if (++count > MOST_ENTRIES) throw new IOException("it holds more than " + MOST_ENTRIES
					+ " files, so it is no package of a model");
				Path target = target(into, entry.getName());
				if (entry.isDirectory()) Files.createDirectories(target);
				else {
					Files.createDirectories(target.getParent());
					try (InputStream in = file.getInputStream(entry)) {
						allowed -= copy(in, target, allowed);
					}
				}
			}
		}
		catch (IllegalArgumentException e) {
			// Java's way to tell of names that are no text.
			throw new IOException("it holds a file whose name cannot be read", e);
		}
	}

	private static Path target(Path into, String name) throws IOException {
		try {
			Path target = into.resolve(name).normalize();
			if (target.startsWith(into) && !target.equals(into)) return target;
			throw new IOException("it holds the path " + name + ", which leads out of it");
		}
		catch (InvalidPathException e) {
			throw new IOException("it holds a file named \"" + name.replaceAll("\\p{Cntrl}", "?")
				+ "\", which cannot be the name of a file", e);
		}
	}

	/** What the entry says of its size is not believed. */
	private static long copy(InputStream in, Path target, long allowed) throws IOException {
		long copied = 0;
		byte[] block = new byte[1 << 16];
		try (OutputStream out = Files.newOutputStream(target)) {
			for (int n; (n = in.read(block)) > 0;) {
				copied += n;
				if (copied > allowed) throw new IOException("it would become more than " + MOST_GROWTH
					+ " times as large, so it is no package of a model");
				out.write(block, 0, n);
			}
		}
		return copied;
	}

	private static void removeQuietly(Path folder) {
		try {
			remove(folder);
		}
		catch (IOException e) {
			return;
		}
	}

	private static void remove(Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path p : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(p);
		}
	}

	/** Ours, or what macOS puts beside the files in a zip or a folder. */
	static boolean isNote(Path part) {
		String name = part.getFileName().toString();
		return name.equals(NOTE) || name.equals("__MACOSX") || name.equals(".DS_Store");
	}
}
