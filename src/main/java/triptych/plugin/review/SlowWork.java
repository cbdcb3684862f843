package triptych.plugin.review;

import java.awt.EventQueue;
import java.util.function.Consumer;

import triptych.core.TriptychException;

/** Something that takes its time, on a thread of its own, and what is done when it has ended. */
final class SlowWork {

	private SlowWork() {}

	/** @param then told what went wrong, blank where nothing did; in the thread of the windows */
	static void begin(Runnable slow, Consumer<String> then) {
		Thread thread = new Thread(() -> {
			String told = "";
			try {
				slow.run();
			}
			catch (TriptychException e) {
				told = e.getMessage();
			}
			catch (RuntimeException | Error e) {
				// Nobody could press anything any more if this were not told.
				told = "This was not foreseen: " + e + ". What was corrected is in the journal.";
			}
			String problem = told;
			EventQueue.invokeLater(() -> then.accept(problem));
		}, "Triptych review");
		thread.setContextClassLoader(SlowWork.class.getClassLoader());
		thread.start();
	}
}
