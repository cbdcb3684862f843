package triptych.engine;

import java.io.File;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import triptych.core.TriptychException;

/**
 * Starts DJL's ONNX Runtime engine once for this JVM, in the one order that works inside ImageJ,
 * Fiji and a terminal.
 */
final class OnnxEngine {

	/** Bytes that they take at most, of which home keeps them for good. */
	private static final long LIBRARIES = 25_000_000;

	private static Engine engine;
	/** Java says why only the first time. */
	private static TriptychException failure;

	private OnnxEngine() {}

	static synchronized Engine start() {
		if (engine != null) return engine;
		if (failure != null) throw failure;
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		// ImageJ's threads carry a class loader that does not see the plugins; one touch of Engine with
		// it poisons the JVM.
		thread.setContextClassLoader(OnnxEngine.class.getClassLoader());
		// Engine's static initialiser otherwise connects to the network, and another plugin's PyTorch
		// engine would join.
		System.setProperty("OPT_OUT_TRACKING", "true");
		System.setProperty("ai.djl.onnx.disable_alternative", "true");
		NativeWork.begin();
		try {
			NativeWork.watch();
			NativeCache.use();
			// DJL must come before any own touch of OrtEnvironment: the other order breaks the engine for
			// good.
			engine = Engine.getEngine("OnnxRuntime");
			NativeFiles.watch();
			NativeWork.keepEnvironment();
			return engine;
		}
		catch (Throwable t) {
			// Errors too: a missing native library is an UnsatisfiedLinkError or NoClassDefFoundError.
			failure = new TriptychException("ONNX Runtime cannot start: " + reason(t) + " " + advice(),
				t);
			throw failure;
		}
		finally {
			NativeWork.end();
			NativeCache.forget();
			thread.setContextClassLoader(before);
		}
	}

	static OrtEnvironment environment() {
		start();
		return OrtEnvironment.getEnvironment();
	}

	/** ONNX Runtime's version; DJL's own answer is hard-coded. */
	static String version() {
		return environment().getVersion();
	}

	/** Libraries that could not be unpacked look like libraries that were never there. */
	private static String advice() {
		File temporary = new File(System.getProperty("java.io.tmpdir"));
		File home = new File(System.getProperty("user.home"));
		if (temporary.getUsableSpace() < LIBRARIES && home.getUsableSpace() < LIBRARIES)
			return "There is no room for its libraries, " + LIBRARIES / 1_000_000 + " MB, neither in \""
				+ home + "\" nor in \"" + temporary + "\"; make room in one of them.";
		return "If another plugin has loaded an older ONNX Runtime in this session, restart and run"
			+ " Triptych first; on an Intel Mac ONNX Runtime 1.28 is not available.";
	}

	private static String reason(Throwable t) {
		while (t.getCause() != null) t = t.getCause();
		String kind = t.getClass().getSimpleName();
		if (t.getMessage() == null) return kind + ".";
		return kind + ": " + t.getMessage().lines().findFirst().orElse("") + ".";
	}
}
