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
 * A model with its description packed into one file. It is unpacked into a temporary folder, once
 * as long as the JVM lives: to run a model or to look at it installs nothing, and what a package
 * from elsewhere is called takes no name.
 */
final class ZipPackage {

	private static final String KIND = "triptych-package";

	/** Weights hardly shrink in a zip: what grows more than this was made to fill a disk. */
	private static final int MOST_GROWTH = 30;

	private static final long ALWAYS_ALLOWED = 64L << 20;

	private static final int MOST_ENTRIES = 10_000;

	/** Where packages were unpacked, by path, size and time of the package. */
	private static final Map<String, Path> UNPACKED = new HashMap<>();

	private static Path packages;

	private ZipPackage() {}

	/**
	 * The folder with what is in the package, called as the package is.
	 *
	 * @param check ends with a sentence where a folder holds no model
	 */
	static synchronized Path unpacked(Path zip, Consumer<Path> check) {
		try {
			String source = zip.toAbsolutePath() + " " + Files.size(zip) + " "
				+ Files.getLastModifiedTime(zip);
			Path before = UNPACKED.get(source);
			if (before != null && Files.isDirectory(before)) return before;
			if (packages == null || !Files.isDirectory(packages)) packages = TemporaryFolder.create(KIND);
			Path own = Files.createTempDirectory(packages, "");
			String name = zip.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
			Path folder = own.resolve(name);
			try {
				unpack(zip, Files.createDirectories(folder));
				check(folder, zip, check);
				UNPACKED.put(source, folder);
				return folder;
			}
			finally {
				if (!UNPACKED.containsValue(folder)) remove(own);
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

	private static void remove(Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path p : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(p);
		}
	}

	/** What macOS puts beside the files in a zip or a folder. */
	static boolean isNote(Path part) {
		String name = part.getFileName().toString();
		return name.equals("__MACOSX") || name.equals(".DS_Store");
	}
}
