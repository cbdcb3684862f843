package triptych.plugin.choose;

import java.awt.EventQueue;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import triptych.advice.TaskAdvice;
import triptych.core.TriptychException;
import triptych.workflow.Triptych;

/** Advises beside the window's own thread, so that typing never waits; of several questions only the latest is answered. */
final class LiveAdvice {

	private final Consumer<TaskAdvice> show;
	private final Consumer<String> say;
	private final AtomicReference<Map<String, String>> latest = new AtomicReference<>();
	private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
		Thread thread = new Thread(work, "Triptych advice");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * @param show gets the advice, on the window's thread
	 * @param say gets a sentence where a value is wrong, likewise
	 */
	LiveAdvice(Consumer<TaskAdvice> show, Consumer<String> say) {
		this.show = show;
		this.say = say;
	}

	void ask(Map<String, String> keys) {
		// One that waits already takes these keys instead of its own.
		if (latest.getAndSet(keys) == null) worker.execute(this::answer);
	}

	private void answer() {
		Map<String, String> keys = latest.getAndSet(null);
		try {
			TaskAdvice advice = Triptych.chooseTask(keys);
			EventQueue.invokeLater(() -> show.accept(advice));
		}
		catch (TriptychException e) {
			EventQueue.invokeLater(() -> say.accept(e.getMessage()));
		}
	}

	void close() {
		worker.shutdownNow();
	}
}
