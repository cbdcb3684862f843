package triptych.session;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import triptych.model.InferenceModel;

/**
 * Ends what a model is computing once the user wants no more, while the thread of the run waits for
 * it. Without this a graph with an endless loop, or only a slow one, could not be left.
 */
public final class EndOnStop implements AutoCloseable {

	private static final long EVERY_MS = 100;

	private static final ScheduledExecutorService CLOCK =
		Executors.newSingleThreadScheduledExecutor(EndOnStop::daemon);

	private final Future<?> watch;

	/**
	 * Watches from now until it is closed.
	 *
	 * @param stop asked again and again from another thread; true ends runs of the model
	 */
	public EndOnStop(InferenceModel model, BooleanSupplier stop) {
		watch = CLOCK.scheduleWithFixedDelay(() -> {
			if (stop.getAsBoolean()) model.end();
		}, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
	}

	private static Thread daemon(Runnable work) {
		Thread thread = new Thread(work, "Triptych stop");
		thread.setDaemon(true);
		return thread;
	}

	@Override
	public void close() {
		watch.cancel(false);
	}
}
