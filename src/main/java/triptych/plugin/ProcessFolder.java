package triptych.plugin;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import ij.IJ;
import ij.measure.ResultsTable;
import ij.plugin.PlugIn;
import triptych.core.TriptychException;
import triptych.folder.FolderJob;
import triptych.folder.FolderOptions;
import triptych.folder.FolderProgress;
import triptych.folder.FolderResult;
import triptych.options.Options;
import triptych.run.ModelCommand;
import triptych.workflow.Triptych;

/**
 * Process Folder...: asks for the folders first, then for the keys of the chosen task. Images that
 * fail are listed in the Log, with the place of the tables, and do not stop a macro; Esc does,
 * after the images in work.
 */
public final class ProcessFolder implements PlugIn {

	private static final String COMMAND = FolderJob.COMMAND;
	/** At most this many skipped files are named in the Log; folder-run.json names all. */
	private static final int MOST_SKIPPED = 5;

	@Override
	public void run(String arg) {
		ErrorDialog.shown(COMMAND, () -> CommandCall.run(ProcessFolder::ask, (keys, macro) -> {
			IJ.resetEscape();
			FolderResult result = Triptych.processFolder(keys, new StatusBar());
			tell(result);
			// Who wrote a macro asked for no window.
			if (!macro) showLast(result);
			return new CommandCall.Done(result.keys(), result.stopped());
		}));
	}

	private static void tell(FolderResult result) {
		IJ.showProgress(1.0);
		result.failed().forEach((image, problem) -> IJ.log("Triptych: " + image + ": " + problem));
		result.skipped()
			.entrySet()
			.stream()
			.limit(MOST_SKIPPED)
			.forEach(e -> IJ.log("Triptych: " + e.getKey() + " was skipped: " + e.getValue()));
		IJ.log("Triptych: " + result.summaryWithTables());
		IJ.showStatus("Triptych: " + result.summaryWithTables());
	}

	/** The table that has fewest rows for each image. */
	private static void showLast(FolderResult result) {
		if (GraphicsEnvironment.isHeadless() || result.done().isEmpty()) return;
		if (result.tables().isEmpty()) return;
		Path table = result.tables().get(result.tables().size() - 1);
		try {
			ResultsTable.open(table.toString()).show(table.getFileName().toString());
		}
		catch (IOException e) {
			throw new TriptychException(
				"The table \"" + table + "\" cannot be read: " + TriptychException.why(e) + ".", e);
		}
	}

	/** Null where the user cancelled. */
	private static Map<String, String> ask() {
		Map<String, String> folder = OptionsDialog.ask(COMMAND, Options.keys(FolderOptions.class),
			FolderJob::problem);
		if (folder == null) return null;
		ModelCommand<?> command = FolderJob.command(folder.get("task"));
		Map<String, String> task = OptionsDialog.ask(command, FolderJob.keysOf(command),
			values -> FolderJob.problem(joined(folder, values)));
		return task == null ? null : joined(folder, task);
	}

	private static Map<String, String> joined(Map<String, String> folder, Map<String, String> task) {
		Map<String, String> all = new LinkedHashMap<>(folder);
		all.putAll(task);
		return all;
	}

	/** Shows how far the run is, and takes the Esc key for a wish to stop. */
	private static final class StatusBar implements FolderProgress {

		@Override
		public void finished(String image, String problem, State state) {
			IJ.showProgress(state.finished(), state.images());
			IJ.showStatus("Triptych: " + state.text());
		}

		@Override
		public boolean stop() {
			return IJ.escapePressed();
		}
	}
}
