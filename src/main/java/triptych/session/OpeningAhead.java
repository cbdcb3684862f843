package triptych.session;

import java.util.ArrayList;
import java.util.List;

import ij.IJ;
import triptych.core.Task;
import triptych.engine.Devices;
import triptych.options.RunOptions;

/**
 * The model of a run that is about to begin, being opened while the caller opens the image: ONNX
 * Runtime's libraries and the model take as long as Java and ImageJ need for theirs. Whatever goes
 * wrong is left to the run, which opens the same model and tells it.
 */
public final class OpeningAhead implements AutoCloseable {

	private final List<Thread> threads = new ArrayList<>();

	private OpeningAhead() {}

	/** Begins, and returns at once; a model that was never opened here waits for its run. */
	public static OpeningAhead of(Task task, RunOptions options) {
		OpeningAhead ahead = new OpeningAhead();
		ahead.start("triptych-engine", Devices::runtimeVersion);
		// Opening asks ImageJ for its folder. Two threads that initialise classes which need one
		// another wait for ever, so the one that goes on to open images comes first.
		IJ.getInstance();
		ahead.start("triptych-model", () -> RunModels.open(task, options,
			(name, of) -> ModelCache.openKnown(name, of, options.device())));
		return ahead;
	}

	private void start(String name, Runnable work) {
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
		threads.add(thread);
	}

	/** Waits for the end, so that Java does not exit in the midst of it. */
	@Override
	public void close() {
		for (Thread thread : threads)
			try {
				thread.join();
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				return;
			}
	}
}
