package triptych.plugin.choose;

import java.awt.EventQueue;
import java.util.Map;

import ij.plugin.PlugIn;
import triptych.plugin.CommandCall;
import triptych.plugin.ErrorDialog;
import triptych.workflow.Triptych;

/**
 * Choose Task...: with macro options a row in the Results table; without, the window that advises
 * while one types, or headless the row of the defaults. The window stays beside the image, so it
 * does not wait for an answer.
 */
public final class ChooseTask implements PlugIn {

	@Override
	public void run(String arg) {
		ErrorDialog.shown(AdviceRow.COMMAND,
			() -> CommandCall.run(ChooseTask::window, (keys, macro) -> {
				AdviceRow.append(Triptych.chooseTask(keys));
				return new CommandCall.Done(keys, false);
			}));
	}

	/** It answers and records for itself, so that nothing is left to do here. */
	private static Map<String, String> window() {
		EventQueue.invokeLater(ChooseTaskWindow::open);
		return null;
	}
}
