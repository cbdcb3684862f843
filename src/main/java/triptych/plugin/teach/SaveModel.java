package triptych.plugin.teach;

import java.awt.Component;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.swing.JOptionPane;

import ij.plugin.frame.Recorder;
import ij.IJ;
import triptych.core.Progress;
import triptych.core.TriptychException;
import triptych.plugin.ErrorDialog;
import triptych.plugin.Recording;
import triptych.plugin.ReportCommand;
import triptych.teach.ClickFiles;
import triptych.teach.ClickSession;
import triptych.teach.TeachResult;
import triptych.teach.TeachRun;
import triptych.workflow.Triptych;

/**
 * Saves what was clicked: the examples as files, and the model that the command makes of them. The
 * Recorder gets the line that makes the same model of the same files.
 */
final class SaveModel {

	/** Where it is asked and told. */
	interface Place {

		/** For messages. */
		Component window();

		void say(String sentence);

		/** What a saved model's report says. */
		void report(List<String> lines);

		/** Not twice at once. */
		void busy(boolean saves);
	}

	private final Place place;
	private final ClickSession session;
	private final ClickFiles files;
	/** The last model that was saved here, which may be replaced without asking. */
	private String own = "";

	SaveModel(Place place, ClickSession session) {
		this.place = place;
		this.session = session;
		files = new ClickFiles(session);
	}

	void save(String name) {
		Map<String, String> keys = new LinkedHashMap<>();
		keys.put("name", name);
		keys.put("overwrite", name.equals(own) ? "yes" : "no");
		String problem = TeachRun.problem(keys);
		boolean there = problem.contains("overwrite=yes");
		if (there && mayReplace(name)) {
			keys.put("overwrite", "yes");
			problem = TeachRun.problem(keys);
		}
		else if (there) problem = "Choose another name for the model.";
		if (!problem.isEmpty()) {
			place.say(problem);
			return;
		}
		place.busy(true);
		place.say("Saving ...");
		new Thread(() -> ErrorDialog.shown(TeachRun.COMMAND, () -> write(name, keys)),
			"Triptych saves " + name).start();
	}

	private boolean mayReplace(String name) {
		return JOptionPane.showConfirmDialog(place.window(),
			"There is a model " + name + " already. Replace it?", "Teach Classes",
			JOptionPane.OK_CANCEL_OPTION) == JOptionPane.OK_OPTION;
	}

	private void write(String name, Map<String, String> keys) {
		try {
			int change = session.changes();
			Path examples = files.write(name);
			keys.put("examples", examples.toString());
			TeachResult made = Triptych.teachClasses(null, keys, Progress.NONE);
			session.saved(change);
			own = name;
			made.lines().forEach(line -> IJ.log("Triptych: " + line));
			EventQueue.invokeLater(() -> {
				record(made.keys());
				place.report(made.lines());
				place.say("Saved: model=" + name + " and classify=" + name
					+ " use it. Its examples are in \"" + examples + "\".");
			});
		}
		catch (TriptychException e) {
			EventQueue.invokeLater(() -> place.say(e.getMessage()));
		}
		finally {
			EventQueue.invokeLater(() -> place.busy(false));
		}
	}

	/** The window has no thread of a command, so it gives the Recorder the whole line. */
	private static void record(Map<String, String> keys) {
		if (!Recorder.record) return;
		Map<String, String> again = new LinkedHashMap<>(keys);
		// The line replaces the model that it has made itself.
		again.put("overwrite", "yes");
		Recorder.setCommand(TeachRun.COMMAND);
		Recording.record(again);
		Recorder.saveCommand();
	}

	/** The dialog of the command, for examples that have their classes already. */
	void others() {
		new Thread(() -> {
			if (Recorder.record) Recorder.setCommand(TeachRun.COMMAND);
			new ReportCommand().run(TeachRun.VERB);
			if (Recorder.record) Recorder.saveCommand();
		}, "Triptych " + TeachRun.COMMAND).start();
	}
}
