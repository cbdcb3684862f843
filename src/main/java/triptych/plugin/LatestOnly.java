package triptych.plugin;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Works on a thread of its own, always on the latest wish: those that came between are left out.
 *
 * @param <T> a wish
 */
public final class LatestOnly<T> {

	private final AtomicReference<T> latest = new AtomicReference<>();
	private final ExecutorService thread;
	private final Consumer<T> work;
	private boolean closed;

	/** @param name of the thread */
	public LatestOnly(String name, Consumer<T> work) {
		this.work = work;
		thread = Executors.newSingleThreadExecutor(task -> {
			Thread made = new Thread(task, name);
			made.setDaemon(true);
			return made;
		});
	}

	public synchronized void wants(T wish) {
		if (closed) return;
		// A task that waits already takes this wish instead of its own.
		if (latest.getAndSet(wish) == null) thread.execute(this::answer);
	}

	private void answer() {
		T wish = latest.getAndSet(null);
		if (wish != null) work.accept(wish);
	}

	/**
	 * Takes no more wishes and leaves out the one that waits. The work that is going on is not
	 * interrupted: that would close the files of a model, or of the native library, that are just
	 * being read.
	 */
	public synchronized void close() {
		closed = true;
		latest.set(null);
		thread.shutdown();
	}
}
