package triptych.plugin;

import java.awt.GraphicsEnvironment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImageJ;
import ij.Macro;
import ij.macro.Interpreter;
import triptych.core.Stopped;
import triptych.core.TriptychException;

/** Shows the sentence of a failure as ImageJ does, and aborts the macro that asked for it. */
public final class ErrorDialog {

	/** Letters in a line of a message. */
	static final int LINE = 90;

	private static final String NO_MEMORY = "There is not enough memory for this image; give ImageJ"
		+ " more (Edit > Options > Memory & Threads...) or use a part of the image.";

	/** With these ImageJ or Fiji is started to run a macro. */
	private static final Set<String> FOR_MACROS = Set.of("-batch", "-macro", "-eval", "-run",
		"--headless");

	private ErrorDialog() {}

	/** A sentence as a message of ImageJ's, which breaks no lines itself. */
	public static void show(String command, String sentence) {
		boolean window = !GraphicsEnvironment.isHeadless() && IJ.getInstance() != null;
		IJ.error(command.replace("...", ""), window ? wrapped(sentence) : sentence);
	}

	/** Broken between words; a path without blanks stays whole. */
	static String wrapped(String sentence) {
		StringBuilder lines = new StringBuilder();
		int length = 0;
		for (String word : sentence.split(" ")) {
			boolean full = length > 0 && length + word.length() > LINE;
			if (full) {
				lines.append('\n');
				length = 0;
			}
			else if (length > 0) lines.append(' ');
			lines.append(word);
			length += word.length() + (full ? 0 : 1);
		}
		return lines.toString();
	}

	/**
	 * Runs a command of the menu. Whatever goes wrong is told in one sentence, and a macro ends
	 * there: it would go on with results that are missing or old. ImageJ itself lets it go on.
	 */
	public static void shown(String command, Runnable work) {
		try {
			work.run();
		}
		catch (Stopped e) {
			// The user knows; Esc in a macro means all of it.
			IJ.showStatus("Triptych: " + e.getMessage());
			endMacro();
		}
		catch (TriptychException e) {
			failed(command, e.getMessage());
		}
		catch (OutOfMemoryError e) {
			failed(command, NO_MEMORY);
		}
		catch (RuntimeException | Error e) {
			// So does ImageJ end a macro.
			if (Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
			IJ.log(trace(e));
			failed(command, "Something went wrong that was not foreseen: " + e
				+ ". The Log tells where; please report it with these lines.");
		}
	}

	private static void failed(String command, String sentence) {
		IJ.showProgress(1);
		IJ.showStatus("");
		boolean macro = inMacro();
		if (unattended()) System.err.println("Triptych: " + command + ": " + sentence);
		// With -batch ImageJ ends with its macro, and would wait for ever behind a window.
		boolean batch = startedWith(Set.of("-batch"));
		if (!batch) show(command, sentence);
		Recording.nothing();
		if (batch) Interpreter.abort();
		else if (macro) Macro.abort();
	}

	/**
	 * True where ImageJ was started to run a macro: on a server a window is seen by nobody, and what
	 * stands in no log has not happened.
	 */
	private static boolean unattended() {
		return GraphicsEnvironment.isHeadless() || IJ.getInstance() == null
			|| startedWith(FOR_MACROS);
	}

	/** ImageJ keeps its own arguments; a launcher of Fiji does not hand them on. */
	private static boolean startedWith(Set<String> any) {
		String[] none = {}, own = ImageJ.getArgs();
		String[] process = ProcessHandle.current().info().arguments().orElse(none);
		return Stream.of(own == null ? none : own, process)
			.flatMap(Stream::of)
			// It empties the places of those that it has done.
			.anyMatch(argument -> argument != null && any.contains(argument));
	}

	private static void endMacro() {
		Recording.nothing();
		if (inMacro()) Macro.abort();
	}

	private static boolean inMacro() {
		return Macro.getOptions() != null || IJ.macroRunning();
	}

	private static String trace(Throwable e) {
		StringWriter text = new StringWriter();
		e.printStackTrace(new PrintWriter(text, true));
		return text.toString().strip();
	}
}
