package triptych.plugin;

import java.awt.GraphicsEnvironment;
import java.util.Map;
import java.util.function.Supplier;

import ij.Macro;

/**
 * One call of a command: its keys come from the macro or else from its dialog, headless they are
 * the defaults; then it runs, and is recorded where a dialog was answered.
 */
public final class CommandCall {

	/**
	 * What a command gives back to its caller.
	 *
	 * @param keys those that counted, for the recorder
	 * @param stopped true where Esc ended it early
	 */
	public record Done(Map<String, String> keys, boolean stopped) {}

	/** A command that knows its keys. */
	@FunctionalInterface
	public interface Work {

		/** @param macro true where a macro gave the keys */
		Done run(Map<String, String> keys, boolean macro);
	}

	private CommandCall() {}

	/** @param dialog gives null where the user cancelled */
	public static void run(Supplier<Map<String, String>> dialog, Work work) {
		String macro = MacroText.options();
		Map<String, String> keys = macro == null ? asked(dialog) : MacroText.values(macro);
		if (keys == null) {
			Recording.nothing();
			return;
		}
		Done done = work.run(keys, macro != null);
		if (macro == null) Recording.record(done.keys());
		// Esc means the whole macro, not only this line of it.
		else if (done.stopped()) Macro.abort();
	}

	private static Map<String, String> asked(Supplier<Map<String, String>> dialog) {
		return GraphicsEnvironment.isHeadless() ? Map.of() : dialog.get();
	}
}
