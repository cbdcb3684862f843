package triptych.engine;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Optional;

import triptych.model.format.TemporaryFolder;

/**
 * The temporary folder that ONNX Runtime makes at every start, and into which it unpacks its
 * libraries, 24 MB, where {@link NativeCache} does not hold them. It asks Java to delete the folder
 * before its files, which leaves it behind, empty, at every exit, and full where the JVM is killed.
 */
final class NativeFiles {

	private static final String KIND = "onnxruntime-java";

	private static volatile Path folder;

	private NativeFiles() {}

	/** To be called once, when ONNX Runtime has been loaded. */
	static void watch() {
		try {
			Field field = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
			field.setAccessible(true);
			if (!(field.get(null) instanceof Path unpacked)) return;
			folder = unpacked;
			TemporaryFolder.own(unpacked, KIND);
		}
		catch (ReflectiveOperationException | RuntimeException | IOException e) {
			// A newer ONNX Runtime may do without the folder; files left behind are all that can come of
			// it.
			return;
		}
	}

	/** Empty where there is no such folder. */
	static Optional<Path> folder() {
		return Optional.ofNullable(folder);
	}
}
