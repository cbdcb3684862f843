package triptych.model.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders for large files that nobody needs when the JVM has ended. They are deleted at its end,
 * and those of JVMs that were killed when the next one makes or takes over a folder of that kind: a
 * lock in the folder tells that its JVM lives.
 */
public final class TemporaryFolder {

	private static final String LOCK = "triptych.lock";

	/** More than any start takes. */
	private static final Duration BEGINNING = Duration.ofMinutes(10);

	private static final List<TemporaryFolder> OURS = new ArrayList<>();

	private final Path path;
	/** Held until the JVM ends, in whatever way. */
	private final FileChannel lock;

	private TemporaryFolder(Path path) throws IOException {
		this.path = path;
		lock = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE,
			StandardOpenOption.WRITE);
	}

	/**
	 * A new one.
	 *
	 * @param kind what its name begins with
	 */
	public static Path create(String kind) throws IOException {
		Path path = Files.createTempDirectory(kind);
		own(path, kind);
		return path;
	}

	/**
	 * Takes a folder over that is there already.
	 *
	 * @param kind what its name and those of its kind begin with
	 */
	public static synchronized void own(Path path, String kind) throws IOException {
		if (OURS.isEmpty()) Runtime.getRuntime()
			.addShutdownHook(new Thread(TemporaryFolder::deleteAll, "triptych-temporary"));
		TemporaryFolder ours = new TemporaryFolder(path);
		OURS.add(ours);
		ours.lock.lock();
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(path.getParent(), kind + "*")) {
			for (Path other : folders)
				if (!isOurs(other)) deleteLeft(other);
		}
	}

	/**
	 * Only folders of Triptych have the file. Of a JVM that was killed before it made it there is an
	 * empty folder, which is of no use to anybody after some time.
	 */
	private static void deleteLeft(Path other) throws IOException {
		if (Files.exists(other.resolve(LOCK))) {
			if (isLeft(other)) deleteAll(other);
			return;
		}
		Instant made = Files.getLastModifiedTime(other).toInstant();
		// Folders with files in them are not deleted by this.
		if (made.isBefore(Instant.now().minus(BEGINNING))) deleteFile(other);
	}

	private static boolean isOurs(Path other) {
		return OURS.stream().anyMatch(ours -> ours.path.equals(other));
	}

	private static boolean isLeft(Path other) {
		try (FileChannel channel = FileChannel.open(other.resolve(LOCK), StandardOpenOption.WRITE);
			FileLock lock = channel.tryLock())
		{
			return lock != null;
		}
		catch (IOException | RuntimeException e) {
			// Another user's, or one of this JVM in another class loader.
			return false;
		}
	}

	/** Deletes one of ours before the JVM ends. */
	public static synchronized void delete(Path path) throws IOException {
		for (TemporaryFolder ours : List.copyOf(OURS))
			if (ours.path.equals(path)) {
				OURS.remove(ours);
				ours.lock.close();
				deleteAll(path);
			}
	}

	/** Where a file is still in use (Windows) it stays until the next start. */
	public static synchronized void deleteAll() {
		for (TemporaryFolder ours : OURS)
			deleteAll(ours.path);
	}

	private static void deleteAll(Path gone) {
		try (Stream<Path> all = Files.walk(gone)) {
			List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
			for (Path file : files)
				// The lock goes last, with the folder, so that what stays is found again.
				if (!file.equals(gone.resolve(LOCK)) && !file.equals(gone)) deleteFile(file);
			try (Stream<Path> left = Files.list(gone)) {
				if (left.count() > 1) return;
			}
			deleteFile(gone.resolve(LOCK));
			deleteFile(gone);
		}
		catch (IOException | RuntimeException e) {
			return;
		}
	}

	private static void deleteFile(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException e) {
			return;
		}
	}
}
