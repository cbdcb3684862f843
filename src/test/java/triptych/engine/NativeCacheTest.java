package triptych.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries that are unpacked once, and are never trusted because they are there. */
class NativeCacheTest {

	private static final byte[] RUNTIME = bytes(300_000), BRIDGE = bytes(5_000);

	@TempDir
	private Path folder;

	private Path jar, cache;

	@BeforeEach
	void makeJar() throws IOException {
		jar = jar("");
		cache = folder.resolve("home/.triptych/cache");
	}

	@Test
	void secondStartUnpacksNothing() throws IOException {
		Path first = NativeCache.in(cache, jar).orElseThrow();
		assertArrayEquals(RUNTIME, Files.readAllBytes(runtime(first)));
		FileTime written = Files.getLastModifiedTime(runtime(first));
		assertEquals(first, NativeCache.in(cache, jar).orElseThrow());
		assertEquals(written, Files.getLastModifiedTime(runtime(first)));
		assertEquals(List.of(first), list(cache));
	}

	@Test
	void libraryThatWasChangedIsUnpackedAgain() throws IOException {
		Path first = NativeCache.in(cache, jar).orElseThrow();
		byte[] changed = RUNTIME.clone();
		changed[1000]++;
		Files.write(runtime(first), changed);
		assertWhole();
		Files.write(runtime(first), new byte[10]);
		assertWhole();
		Files.delete(runtime(first));
		assertWhole();
	}

	@Test
	void folderThatOthersCanWriteToIsNotUsed() throws IOException {
		NativeCache.in(cache, jar).orElseThrow();
		if (!cache.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
		Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxr-x"));
		assertTrue(NativeCache.in(cache, jar).isEmpty());
	}

	@Test
	void jarWithCudaIsLeftToOnnxRuntime() throws IOException {
		assertTrue(NativeCache.in(cache, jar("onnxruntime_providers_cuda")).isEmpty());
		assertFalse(Files.exists(cache));
	}

	@Test
	void manyAtOnceEndWithOneFolder() throws IOException {
		List<Path> folders = IntStream.range(0, 16)
			.parallel()
			.mapToObj(i -> NativeCache.in(cache, jar))
			.flatMap(Optional::stream)
			.distinct()
			.toList();
		assertEquals(1, folders.size());
		assertArrayEquals(RUNTIME, Files.readAllBytes(runtime(folders.get(0))));
		assertEquals(folders, list(cache));
		assertEquals(List.of(cache), list(cache.getParent()));
	}

	@Test
	void otherVersionsGoWhenNobodyHasUsedThemForTwoMonths() throws IOException {
		NativeCache.in(cache, jar).orElseThrow();
		Path old = Files.createDirectory(cache.resolve("onnxruntime-linux-x64-00000000-00000000"));
		Path used = Files.createDirectory(cache.resolve("onnxruntime-linux-x64-00000001-00000000"));
		Files.write(old.resolve("library"), BRIDGE);
		Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(61))));
		Files.setLastModifiedTime(used, FileTime.from(Instant.now().minus(Duration.ofDays(59))));
		Files.delete(runtime(NativeCache.in(cache, jar).orElseThrow()));
		NativeCache.in(cache, jar).orElseThrow();
		assertFalse(Files.exists(old));
		assertTrue(Files.exists(used));
	}

	@Test
	void fileInPlaceOfTheFolderIsNoReasonToFail() throws IOException {
		Files.createDirectories(cache.getParent());
		Files.write(cache, BRIDGE);
		assertTrue(NativeCache.in(cache, jar).isEmpty());
		assertTrue(NativeCache.in(folder.resolve("other"), folder.resolve("no.jar")).isEmpty());
	}

	/** A process that was killed while it unpacked leaves up to 24 MB. */
	@Test
	void whatWasUnpackedHalfGoesUnlessSomebodyIsAtIt() throws IOException {
		Path unpacked = NativeCache.in(cache, jar).orElseThrow();
		Path left = Files.write(unpacked.resolve(".unpacking-1"), BRIDGE);
		Path young = Files.write(unpacked.resolve(".unpacking-2"), BRIDGE);
		Path locked = Files.write(unpacked.resolve(".unpacking-3"), BRIDGE);
		FileTime before = FileTime.from(Instant.now().minus(Duration.ofMinutes(1)));
		Files.setLastModifiedTime(left, before);
		Files.setLastModifiedTime(locked, before);
		try (FileChannel channel = FileChannel.open(locked, StandardOpenOption.WRITE);
			FileLock lock = channel.lock())
		{
			assertTrue(lock.isValid());
			NativeCache.in(cache, jar).orElseThrow();
			assertEquals(List.of(false, true, true),
				Stream.of(left, young, locked).map(Files::exists).toList());
		}
	}

	private void assertWhole() throws IOException {
		Path folder = NativeCache.in(cache, jar).orElseThrow();
		assertArrayEquals(RUNTIME, Files.readAllBytes(runtime(folder)));
	}

	private static Path runtime(Path unpacked) {
		return unpacked.resolve(System.mapLibraryName("onnxruntime"));
	}

	private static List<Path> list(Path of) throws IOException {
		try (Stream<Path> files = Files.list(of)) {
			return files.toList();
		}
	}

	/** A jar as ONNX Runtime's for this computer, with one more library. */
	private Path jar(String more) throws IOException {
		Path made = folder.resolve("runtime" + more + ".jar");
		boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
		boolean windows = System.getProperty("os.name").startsWith("Windows");
		String os = "linux";
		if (windows) os = "win";
		if (mac) os = "osx";
		String arch = System.getProperty("os.arch").startsWith("aarch64") ? "aarch64" : "x64";
		String place = "ai/onnxruntime/native/" + os + "-" + arch + "/";
		try (OutputStream out = Files.newOutputStream(made);
			JarOutputStream jar = new JarOutputStream(out))
		{
			add(jar, place + System.mapLibraryName("onnxruntime"), RUNTIME);
			add(jar, place + System.mapLibraryName("onnxruntime4j_jni"), BRIDGE);
			if (!more.isEmpty()) add(jar, place + System.mapLibraryName(more), BRIDGE);
		}
		return made;
	}

	private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
		jar.putNextEntry(new JarEntry(name));
		jar.write(bytes);
		jar.closeEntry();
	}

	private static byte[] bytes(int n) {
		byte[] bytes = new byte[n];
		for (int i = 0; i < n; i++)
			bytes[i] = (byte) (i * 31 + i / 7);
		return bytes;
	}
}
