package triptych.plugin;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.plugin.PlugIn;
import triptych.folder.FolderJob;
import triptych.folder.FolderOptions;
import triptych.folder.FolderProgress;
import triptych.folder.FolderResult;
import triptych.folder.ReviewOptions;
import triptych.options.Key;
import triptych.options.Options;
import triptych.run.ModelCommand;
import triptych.workflow.Triptych;

/**
 * Process Folder...: asks for the folders and the model, and if wished for the other keys of the
 * task. Images that fail are listed in the Log, with the place of the tables, and do not stop a
 * macro; Esc does, after the images in work.
 */
public final class ProcessFolder implements PlugIn {

	private static final String COMMAND = FolderJob.COMMAND;
	private static final String MODEL = "model";

	/** Not a key of macros: most folders need no more than the model. */
	private static final Key MORE = new Key("settings", String.class, "no",
		"whether a second dialog asks for the other keys of the task",
		Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List.of("no", "yes"), "");

	/** At most this many skipped files are named in the Log; folder-run.json names all. */
	private static final int MOST_SKIPPED = 5;

	@Override
	public void run(String arg) {
		ErrorDialog.shown(COMMAND, () -> CommandCall.run(ProcessFolder::ask, (keys, macro) -> {
			IJ.resetEscape();
			FolderResult result = Triptych.processFolder(keys, new StatusBar());
			tell(result);
			OptionsDialog.propose(ReviewOptions.COMMAND, Map.of("results", result.save().toString()));
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

	/** The table that has fewest rows for each image, and the plots of groups. */
	private static void showLast(FolderResult result) {
		if (GraphicsEnvironment.isHeadless() || result.done().isEmpty()) return;
		if (result.tables().isEmpty()) return;
		SavedFiles.show(result.tables().get(result.tables().size() - 1));
		result.files().stream().filter(SavedFiles::isPicture).forEach(SavedFiles::show);
	}

	/** Null where the user cancelled. */
	private static Map<String, String> ask() {
		List<Key> keys = new ArrayList<>(Options.keys(FolderOptions.class));
		for (Key key : FolderJob.keysOfAnyTask())
			if (key.name().equals(MODEL)) keys.add(key);
		keys.add(MORE);
		Map<String, String> chosen = OptionsDialog.ask(COMMAND, keys,
			values -> FolderJob.problem(own(values)));
		if (chosen == null) return null;
		Map<String, String> folder = own(chosen);
		if (chosen.get(MORE.name()).equals("no")) return folder;
		ModelCommand<?> command = FolderJob.command(folder.get("task"));
		if (folder.containsKey(MODEL))
			OptionsDialog.propose(command, Map.of(MODEL, folder.get(MODEL)));
		Map<String, String> task = OptionsDialog.ask(command, FolderJob.keysOf(command),
			values -> FolderJob.problem(joined(folder, values)));
		return task == null ? null : joined(folder, task);
	}

	/** Without what is asked for the dialog only; the task's own model where none is named. */
	private static Map<String, String> own(Map<String, String> chosen) {
		Map<String, String> keys = new LinkedHashMap<>(chosen);
		keys.remove(MORE.name());
		if (keys.get(MODEL).isEmpty()) keys.remove(MODEL);
		return keys;
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
