package triptych.model.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import triptych.core.TriptychException;

/**
 * A model with its description packed into one file. It is unpacked once into a folder of its name
 * among the installed models, where it is known by that name from then on; a note in there tells
 * which file it came from.
 */
final class ZipPackage {

	private static final String NOTE = ".unpacked-from";

	private ZipPackage() {}

	/**
	 * The folder with the unpacked model.
	 *
	 * @param models where installed models lie; made where it is missing
	 */
	static Path unpacked(Path zip, Path models) {
		String name = zip.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
		Path folder = models.resolve(name);
		try {
			String source = zip.toAbsolutePath() + " " + Files.size(zip) + " "
				+ Files.getLastModifiedTime(zip);
			if (Files.exists(folder)) {
				Path note = folder.resolve(NOTE);
				if (Files.exists(note) && Files.readString(note).equals(source)) return folder;
				throw new TriptychException("A model named " + name
					+ " is installed already, from another file (" + folder + "); use model=" + name
					+ ", or give the package \"" + zip.getFileName() + "\" another name.");
			}
			unpack(zip, folder, source);
			return folder;
		}
		catch (IOException e) {
			throw new TriptychException("The package \"" + zip + "\" cannot be unpacked into " + folder
				+ ": " + e.getMessage() + ".", e);
		}
	}

	/** Everything or nothing: into a folder beside it first. */
	private static void unpack(Path zip, Path folder, String source) throws IOException {
		Files.createDirectories(folder.getParent());
		Path unfinished = Files.createTempDirectory(folder.getParent(), ".unpacking");
		try (ZipFile file = new ZipFile(zip.toFile())) {
			for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements();) {
				ZipEntry entry = entries.nextElement();
				Path target = unfinished.resolve(entry.getName()).normalize();
				if (!target.startsWith(unfinished)) throw new IOException("it holds the path "
					+ entry.getName() + ", which leads out of it");
				if (entry.isDirectory()) Files.createDirectories(target);
				else {
					Files.createDirectories(target.getParent());
					try (InputStream in = file.getInputStream(entry)) {
						Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
					}
				}
			}
			Files.writeString(unfinished.resolve(NOTE), source);
			Files.move(unfinished, folder);
		}
		finally {
			remove(unfinished);
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
