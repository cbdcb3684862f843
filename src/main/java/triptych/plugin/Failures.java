package triptych.plugin;

import ij.IJ;
import ij.Macro;
import triptych.core.Stopped;
import triptych.core.TriptychException;

/** Shows the sentence of a failure as ImageJ does, and aborts the macro that asked for it. */
final class Failures {

	private Failures() {}

	/** Runs a command of the menu. What nobody foresaw is left to ImageJ, which shows it with its stack trace. */
	static void shown(String command, Runnable work) {
		String sentence;
		try {
			work.run();
			return;
		}
		catch (Stopped e) {
			// The user knows; Esc in a macro means all of it.
			IJ.showStatus("Triptych: " + e.getMessage());
			Recording.nothing();
			if (Macro.getOptions() != null || IJ.macroRunning()) Macro.abort();
			return;
		}
		catch (TriptychException e) {
			sentence = e.getMessage();
		}
		catch (OutOfMemoryError e) {
			sentence = "There is not enough memory for this image; give ImageJ more (Edit > Options > Memory & Threads...)"
				+ " or use a part of the image.";
		}
		boolean inMacro = Macro.getOptions() != null || IJ.macroRunning();
		IJ.error(command.replace("...", ""), sentence);
		Recording.nothing();
		if (inMacro) Macro.abort();
	}
}
