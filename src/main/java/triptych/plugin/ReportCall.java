package triptych.plugin;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import ij.IJ;
import triptych.core.Progress;
import triptych.core.Stopped;
import triptych.options.CommandReport;
import triptych.options.Key;

/**
 * A call of a command that makes files or ROIs, such as Import Annotations...: asks for the keys,
 * shows how far it is, stops at Esc, and reports in the Log.
 */
final class ReportCall {

	private ReportCall() {}

	/** @param show what is done with a result beside the report */
	static <R extends CommandReport> void run(String command, List<Key> known,
		Function<Map<String, String>, String> problem,
		BiFunction<Map<String, String>, Progress, R> work,
		Consumer<R> show)
	{
		ErrorDialog.shown(command,
			() -> CommandCall.run(() -> OptionsDialog.ask(command, known, problem),
				(keys, macro) -> done(keys, work, show)));
	}

	private static <R extends CommandReport> CommandCall.Done done(Map<String, String> keys,
		BiFunction<Map<String, String>, Progress, R> work,
		Consumer<R> show)
	{
		IJ.resetEscape();
		try {
			R result = work.apply(keys, new Bar());
			show.accept(result);
			result.lines().forEach(line -> IJ.log("Triptych: " + line));
			IJ.showStatus("Triptych: " + result.summary());
			return new CommandCall.Done(result.keys(), false);
		}
		catch (Stopped e) {
			IJ.showStatus("Triptych: stopped; nothing was written");
			return new CommandCall.Done(keys, true);
		}
		finally {
			IJ.showProgress(1);
		}
	}

	/** Shows how far it is, and takes the Esc key for a wish to stop. */
	private static final class Bar implements Progress {

		@Override
		public void at(int done, int images) {
			IJ.showProgress(done, images);
			IJ.showStatus("Triptych: image " + (done + 1) + " of " + images);
		}

		@Override
		public boolean stopped() {
			return IJ.escapePressed();
		}
	}
}
