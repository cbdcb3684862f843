package triptych.engine;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Path;

/**
 * ONNX Runtime unpacks its libraries into a temporary folder and asks Java to delete the folder
 * before its files, which leaves an empty folder behind at every exit. This deletes files and
 * folder when the JVM ends.
 */
final class NativeFiles {

	private NativeFiles() {}

	static void deleteAtExit() {
		try {
			Field field = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
			field.setAccessible(true);
			if (!(field.get(null) instanceof Path folder)) return;
			Thread delete = new Thread(() -> delete(folder.toFile()), "triptych-native-files");
			Runtime.getRuntime().addShutdownHook(delete);
		}
		catch (ReflectiveOperationException | RuntimeException e) {
			// A newer ONNX Runtime may do without the folder; an empty folder left behind is all that can
			// come of it.
			return;
		}
	}

	/** Where a library is still in use (Windows) its file stays, as it does without this. */
	private static void delete(File folder) {
		File[] files = folder.listFiles();
		if (files != null) for (File file : files)
			file.delete();
		folder.delete();
	}
}
