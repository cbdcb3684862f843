package triptych.plugin;

import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.Macro;
import triptych.core.Stopped;
import triptych.core.TriptychException;

/** Shows the sentence of a failure as ImageJ does, and aborts the macro that asked for it. */
public final class ErrorDialog {

	/** Letters in a line of a message. */
	private static final int LINE = 90;

	private ErrorDialog() {}

	/** A sentence as a message of ImageJ's, which breaks no lines itself. */
	static void show(String command, String sentence) {
		IJ.error(command.replace("...", ""), GraphicsEnvironment.isHeadless() || IJ.getInstance() == null ? sentence : wrapped(
			sentence));
	}

	private static String wrapped(String sentence) {
		StringBuilder lines = new StringBuilder();
		int length = 0;
		for (String word : sentence.split(" ")) {
			boolean next = length > 0 && length + word.length() > LINE;
			lines.append(next ? "\n" : length > 0 ? " " : "").append(word);
			length = next ? word.length() : length + 1 + word.length();
		}
		return lines.toString();
	}

	/** Runs a command of the menu. What nobody foresaw is left to ImageJ, which shows it with its stack trace. */
	public static void shown(String command, Runnable work) {
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
		IJ.showProgress(1);
		IJ.showStatus("");
		show(command, sentence);
		Recording.nothing();
		if (inMacro) Macro.abort();
	}
}
