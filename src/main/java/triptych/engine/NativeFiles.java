package triptych.engine;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The temporary folder into which ONNX Runtime unpacks its libraries, 24 MB each time. ONNX Runtime
 * asks Java to delete the folder before its files, which leaves it behind, empty, at every exit,
 * and full where the JVM is killed. Here files and folder are deleted when the JVM ends, and those
 * of JVMs that were killed when the next one starts: a lock in the folder tells that its JVM lives.
 */
public final class NativeFiles {

	private static final String FOLDERS = "onnxruntime-java*", LOCK = "triptych.lock";

	/** Holds the lock until the JVM ends, in whatever way. */
	private static FileChannel held;
	private static Path folder;

	private NativeFiles() {}

	/** To be called once, when ONNX Runtime has been loaded. */
	static synchronized void watch() {
		try {
			Field field = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
			field.setAccessible(true);
			if (!(field.get(null) instanceof Path unpacked)) return;
			folder = unpacked;
			Runtime.getRuntime().addShutdownHook(new Thread(NativeFiles::delete, "triptych-natives"));
			held = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
			held.lock();
			deleteLeftOver(folder.getParent());
		}
		catch (ReflectiveOperationException | RuntimeException | IOException e) {
			// A newer ONNX Runtime may do without the folder; files left behind are all that can come of
			// it.
			return;
		}
	}

	/** Where the libraries lie, for another process; empty where there is no such folder. */
	static synchronized Optional<Path> folder() {
		return Optional.ofNullable(folder);
	}

	/** Those that nobody locks: only folders of Triptych have the file. */
	private static void deleteLeftOver(Path temporary) throws IOException {
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, FOLDERS)) {
			for (Path other : folders)
				if (!other.equals(folder) && Files.exists(other.resolve(LOCK)) && isLeft(other))
					delete(other);
		}
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

	/** Where a library is still in use (Windows) its file stays until the next start. */
	public static synchronized void delete() {
		if (folder != null) delete(folder);
	}

	private static void delete(Path gone) {
		try (Stream<Path> all = Files.walk(gone)) {
			List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
			for (Path file : files)
				// The lock goes last, with the folder, so that what stays is found again.
				if (!file.endsWith(LOCK) && !file.equals(gone)) deleteFile(file);
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
