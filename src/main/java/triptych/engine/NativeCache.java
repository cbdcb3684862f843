package triptych.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

import ai.onnxruntime.OrtEnvironment;

/**
 * ONNX Runtime's libraries, unpacked once into the user's own folder instead of at every start.
 * They are used only where size and CRC-32 are those that the jar tells, in a folder that nobody
 * else can open; in any doubt ONNX Runtime unpacks them as it always does.
 */
final class NativeCache {

	private static final String PROPERTY = "onnxruntime.native.path";
	private static final String NAME = "onnxruntime-", PART = ".unpacking-";
	/** Those of other versions go when nobody has used them for so long. */
	private static final Duration KEPT = Duration.ofDays(60);
	/** How long a file can be there before it is locked, and how long one that cannot be locked. */
	private static final Duration YOUNG = Duration.ofSeconds(5), UNPACKING = Duration.ofHours(1);
	private static final int BUFFER = 1 << 16;

	private static final Set<PosixFilePermission> OWNER =
		PosixFilePermissions.fromString("rwx------");

	private static volatile Path folder;
	private static boolean set;

	private NativeCache() {}

	/** To be called before ONNX Runtime is touched; what the user has chosen stays. */
	static void use() {
		if (System.getProperty(PROPERTY) != null) return;
		folder = find().orElse(null);
		if (folder == null) return;
		System.setProperty(PROPERTY, folder.toString());
		set = true;
	}

	/** Another plugin may bring an ONNX Runtime of its own, which has other libraries. */
	static void forget() {
		if (set) System.clearProperty(PROPERTY);
		set = false;
	}

	/** Where the libraries lie; empty where they are not from here. */
	static Optional<Path> folder() {
		return Optional.ofNullable(folder);
	}

	private static Optional<Path> find() {
		try {
			Path jar = Path.of(
				OrtEnvironment.class.getProtectionDomain().getCodeSource().getLocation().toURI());
			return in(Path.of(System.getProperty("user.home"), ".triptych", "cache"), jar);
		}
		catch (URISyntaxException | RuntimeException e) {
			// A class loader that does not tell where its classes come from.
			return Optional.empty();
		}
	}

	/** The libraries of this computer in a jar, unpacked into a folder below the given one. */
	static Optional<Path> in(Path cache, Path jar) {
		try (JarFile opened = new JarFile(jar.toFile())) {
			List<JarEntry> libraries = libraries(opened);
			if (libraries.isEmpty() || !isPrivate(cache)) return Optional.empty();
			Path folder = cache.resolve(name(libraries));
			if (!isPrivate(folder)) return Optional.empty();
			deleteLeft(folder);
			boolean made = false;
			for (JarEntry library : libraries) {
				Path file = folder.resolve(library.getName().replaceFirst(".*/", ""));
				if (isWhole(file, library)) continue;
				unpack(opened, library, file);
				made = true;
			}
			touch(folder);
			if (made) deleteUnused(cache);
			return Optional.of(folder);
		}
		catch (IOException | RuntimeException e) {
			return Optional.empty();
		}
	}

	/**
	 * None where the jar holds more for this computer, such as those of CUDA: they are large, and
	 * ONNX Runtime unpacks them only when they are asked for.
	 */
	private static List<JarEntry> libraries(JarFile jar) {
		String place = "ai/onnxruntime/native/" + system() + "/";
		Set<String> names = Set.of(place + System.mapLibraryName("onnxruntime"),
			place + System.mapLibraryName("onnxruntime4j_jni"));
		List<JarEntry> found = new ArrayList<>();
		boolean providers = false;
		for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
			if (names.contains(entry.getName())) found.add(entry);
			providers |= entry.getName().startsWith(place) && entry.getName().contains("providers");
		}
		return found.size() < names.size() || providers ? List.of() : found;
	}

	/** As ONNX Runtime's jar names it. */
	private static String system() {
		String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
		String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
		String kind = os.contains("win") ? "win" : "linux";
		if (os.contains("mac") || os.contains("darwin")) kind = "osx";
		String processor = arch.startsWith("aarch64") ? "aarch64" : "x64";
		return kind + "-" + processor;
	}

	private static String name(List<JarEntry> libraries) {
		StringBuilder name = new StringBuilder(NAME + system());
		for (JarEntry library : libraries)
			name.append(String.format(Locale.ROOT, "-%08x", library.getCrc()));
		return name.toString();
	}

	private static boolean isWhole(Path file, JarEntry library) throws IOException {
		return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
			&& Files.size(file) == library.getSize() && crc(file) == library.getCrc();
	}

	private static long crc(Path file) throws IOException {
		CRC32 crc = new CRC32();
		ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
		try (FileChannel channel = FileChannel.open(file)) {
			while (channel.read(buffer) >= 0) {
				crc.update(buffer.flip());
				buffer.clear();
			}
		}
		return crc.getValue();
	}

	/** Whole or not at all, whoever else does the same at this moment. */
	private static void unpack(JarFile jar, JarEntry library, Path file) throws IOException {
		Path part = Files.createTempFile(file.getParent(), PART, "");
		try {
			try (InputStream bytes = jar.getInputStream(library);
				FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE))
			{
				lock(channel);
				bytes.transferTo(Channels.newOutputStream(channel));
			}
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/** Tells the others that this process lives, however it ends. */
	private static void lock(FileChannel channel) {
		try {
			channel.lock();
		}
		catch (IOException e) {
			// Some network disks know no locks; the file's age has to do.
			return;
		}
	}

	/** What a process that was killed has unpacked half. */
	private static void deleteLeft(Path folder) throws IOException {
		try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PART + "*")) {
			for (Path part : parts)
				if (isOlder(part, UNPACKING) || isOlder(part, YOUNG) && !isLocked(part))
					Files.deleteIfExists(part);
		}
	}

	private static boolean isLocked(Path part) {
		try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
			FileLock lock = channel.tryLock())
		{
			return lock == null;
		}
		catch (IOException | OverlappingFileLockException e) {
			return true;
		}
	}

	/** Makes the folder where it is missing. */
	private static boolean isPrivate(Path folder) throws IOException {
		Files.createDirectories(folder.getParent());
		boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
		try {
			if (posix) Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER));
			else Files.createDirectory(folder);
		}
		catch (FileAlreadyExistsException e) {
			// Its owner and permissions decide.
		}
		return posix ? isOurs(folder) : Files.isDirectory(folder);
	}

	/** The user's, and closed to everybody else; Windows keeps homes apart by itself. */
	private static boolean isOurs(Path path) throws IOException {
		PosixFileAttributes now = Files.readAttributes(path, PosixFileAttributes.class,
			LinkOption.NOFOLLOW_LINKS);
		return now.isDirectory() && now.owner().getName().equals(System.getProperty("user.name"))
			&& OWNER.containsAll(now.permissions());
	}

	private static void touch(Path folder) throws IOException {
		if (isOlder(folder, Duration.ofDays(1))) {
			Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
		}
	}

	/** The libraries of other versions. */
	private static void deleteUnused(Path cache) throws IOException {
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(cache, NAME + "*")) {
			for (Path folder : folders) {
				if (!isOlder(folder, KEPT)) continue;
				try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
					for (Path file : files)
						Files.delete(file);
				}
				Files.delete(folder);
			}
		}
	}

	private static boolean isOlder(Path file, Duration age) throws IOException {
		return Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(age));
	}
}
