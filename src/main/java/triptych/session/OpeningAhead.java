package triptych.session;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ij.IJ;
import triptych.core.Task;
import triptych.engine.Devices;
import triptych.options.RunOptions;

/**
 * ONNX Runtime and the model of a run, being opened while the caller still reads its keys and opens
 * the image: the two take as long as Java and ImageJ need for theirs. Whatever goes wrong is left
 * to the run, which opens the same model and tells it.
 */
public final class OpeningAhead {

	private static final Queue<Thread> WORK = new ConcurrentLinkedQueue<>();

	private OpeningAhead() {}

	/** Begins with what every model needs, and returns at once. */
	public static void libraries() {
		begin("triptych-libraries", Devices::runtimeVersion);
	}

	/** Begins with the model, and returns at once; one that is new here waits for its run. */
	public static void model(Task task, RunOptions options) {
		// Opening asks ImageJ for its folder. Two threads that initialise classes which need one
		// another wait for ever, so the one that goes on to open images comes first.
		IJ.getInstance();
		begin("triptych-model", () -> RunModels.open(task, options,
			(name, of) -> ModelCache.openKnown(name, of, options.device())));
	}

	/** Returns when all is done that was begun. */
	public static void await() {
		try {
			for (Thread work; (work = WORK.poll()) != null;)
				work.join();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static void begin(String name, Runnable work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (RuntimeException | Error e) {
				// The run meets the same.
				return;
			}
		}, name);
		thread.setDaemon(true);
		thread.start();
		WORK.add(thread);
	}
}
