package triptych.plugin.choose;

import java.awt.EventQueue;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import triptych.advice.TaskAdvice;
import triptych.core.TriptychException;
import triptych.plugin.LatestOnly;
import triptych.workflow.Triptych;

/**
 * Advises beside the window's own thread, so that typing never waits; of several questions only the
 * latest is answered.
 */
final class LiveAdvice {

	private final BiConsumer<Map<String, String>, TaskAdvice> show;
	private final Consumer<String> say;
	private final LatestOnly<Map<String, String>> worker = new LatestOnly<>("Triptych advice",
		this::answer);

	/**
	 * @param show gets the keys that were asked and the advice, on the window's thread
	 * @param say gets a sentence where a value is wrong, likewise
	 */
	LiveAdvice(BiConsumer<Map<String, String>, TaskAdvice> show, Consumer<String> say) {
		this.show = show;
		this.say = say;
	}

	void ask(Map<String, String> keys) {
		worker.wants(keys);
	}

	private void answer(Map<String, String> keys) {
		try {
			TaskAdvice advice = Triptych.chooseTask(keys);
			EventQueue.invokeLater(() -> show.accept(keys, advice));
		}
		catch (TriptychException e) {
			EventQueue.invokeLater(() -> say.accept(e.getMessage()));
		}
	}

	void close() {
		worker.close();
	}
}
