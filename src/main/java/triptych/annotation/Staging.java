package triptych.annotation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import triptych.core.TriptychException;

/**
 * Files that are written beside their place first and moved there together, so that neither a full
 * disk nor a stop leaves half a data set.
 */
public final class Staging implements AutoCloseable {

	private static final String PART = ".triptych-part";

	private final Path target, part;
	private final boolean folder;

	/** @param target a file, or the folder of a data set */
	public Staging(Path target, boolean folder) {
		this.target = target.toAbsolutePath().normalize();
		this.folder = folder;
		checkKind();
		part = this.target.resolveSibling("." + this.target.getFileName() + PART);
		try {
			delete(part);
			Files.createDirectories(part);
		}
		catch (IOException e) {
			throw failed(e);
		}
	}

	private void checkKind() {
		if (folder && Files.isRegularFile(target)) throw new TriptychException(
			"\"" + target + "\" is a file, but a folder is written; name a folder.");
		if (!folder && Files.isDirectory(target)) throw new TriptychException("\"" + target
			+ "\" is a folder, but one file is written; name a file in it, such as \""
			+ target.resolve("annotations.json") + "\".");
	}

	/** @throws TriptychException where something is there that must not be replaced */
	public static void checkFree(Path target) {
		if (!Files.exists(target) || isEmptyFolder(target)) return;
		throw new TriptychException("\"" + target + "\" is there already; append=yes adds to it, or"
			+ " choose another place.");
	}

	private static boolean isEmptyFolder(Path target) {
		if (!Files.isDirectory(target)) return false;
		try (Stream<Path> files = Files.list(target)) {
			return files.findAny().isEmpty();
		}
		catch (IOException e) {
			return false;
		}
	}

	public Path target() {
		return target;
	}

	/**
	 * Where a file is written first.
	 *
	 * @param name below the target's folder; the target's own name where that is a file
	 */
	public Path part(String name) {
		Path file = part.resolve(name).normalize();
		if (!file.startsWith(part)) throw new TriptychException("\"" + name + "\" would lie outside of"
			+ " \"" + target + "\"; give it another name.");
		try {
			Files.createDirectories(file.getParent());
		}
		catch (IOException e) {
			throw failed(e);
		}
		return file;
	}

	public BufferedWriter writer(String name) {
		try {
			return Files.newBufferedWriter(part(name), StandardCharsets.UTF_8);
		}
		catch (IOException e) {
			throw failed(e);
		}
	}

	public void write(String name, String text) {
		try {
			Files.writeString(part(name), text);
		}
		catch (IOException e) {
			throw failed(e);
		}
	}

	/** Moves everything to its place. */
	public void commit() {
		try {
			if (!folder) moveFile(part.resolve(target.getFileName()), target);
			else if (!Files.exists(target)) Files.move(part, target);
			else for (Path file : files())
				moveFile(file, target.resolve(part.relativize(file).toString()));
		}
		catch (IOException e) {
			throw failed(e);
		}
		close();
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(part)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
	}

	private static void moveFile(Path from, Path to) throws IOException {
		Files.createDirectories(to.getParent());
		Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	/** The sentence for a file of the target that cannot be written. */
	public TriptychException failed(IOException e) {
		return new TriptychException("\"" + target + "\" cannot be written: " + TriptychException.why(e)
			+ "; what was there is as it was.", e);
	}

	@Override
	public void close() {
		try {
			delete(part);
		}
		catch (IOException e) {
			throw failed(e);
		}
	}

	private static void delete(Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path each : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(each);
		}
	}
}
