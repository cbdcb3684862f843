package triptych.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;

/**
 * What ONNX Runtime is doing in other threads while Java ends, as when somebody quits ImageJ during
 * a preview. It would be freed under them, which ends in a crash in place of an exit.
 */
final class NativeWork {

	/** Opening a model takes longer only where it takes for ever. */
	private static final int MOST_SECONDS = 5;

	/** Read by those who work, written when Java ends. */
	private static final ReentrantReadWriteLock WORK = new ReentrantReadWriteLock();
	private static final Set<Runnable> ENDS = ConcurrentHashMap.newKeySet();

	private NativeWork() {}

	/** To be called once, before ONNX Runtime starts. */
	static void watch() {
		Runtime.getRuntime().addShutdownHook(new Thread(NativeWork::await, "triptych-native-work"));
	}

	/** Before ONNX Runtime starts or opens a model; {@link #end} follows on the same thread. */
	static void begin() {
		WORK.readLock().lock();
	}

	static void end() {
		WORK.readLock().unlock();
	}

	/**
	 * The same for a run.
	 *
	 * @param ends the run from another thread
	 */
	static void begin(Runnable ends) {
		begin();
		ENDS.add(ends);
	}

	static void end(Runnable ends) {
		ENDS.remove(ends);
		end();
	}

	private static void await() {
		ENDS.forEach(Runnable::run);
		try {
			// Kept: nothing new begins while Java ends.
			WORK.writeLock().tryLock(MOST_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * To be called once, when ONNX Runtime has started. It frees its environment in a hook of its
	 * own, whatever still uses it. The environment counts its users; one more of them keeps it.
	 */
	static void keepEnvironment() {
		try {
			Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
			api.setAccessible(true);
			Method create = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class,
				String.class);
			create.setAccessible(true);
			create.invoke(null, api.getLong(null),
				OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(), "triptych");
		}
		catch (ReflectiveOperationException | RuntimeException e) {
			// Another ONNX Runtime, which may have mended it.
			return;
		}
	}
}
