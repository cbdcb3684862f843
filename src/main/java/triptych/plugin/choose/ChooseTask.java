package triptych.plugin.choose;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.Map;

import ij.IJ;
import ij.measure.ResultsTable;
import ij.plugin.PlugIn;
import triptych.advice.TaskAdvice;
import triptych.ij.convert.ResultRows;
import triptych.plugin.ErrorDialog;
import triptych.plugin.MacroText;
import triptych.plugin.Recording;
import triptych.workflow.Triptych;

/**
 * Choose Task...: with macro options a row in the Results table; without, the window that advises while one types, or
 * headless the row of the defaults. The window stays beside the image, so it does not wait for an answer.
 */
public final class ChooseTask implements PlugIn {

	static final String COMMAND = "Choose Task...";

	@Override
	public void run(String arg) {
		ErrorDialog.shown(COMMAND, () -> {
			String macro = MacroText.options();
			if (macro == null && !GraphicsEnvironment.isHeadless()) {
				// The window records what it gives.
				Recording.nothing();
				EventQueue.invokeLater(ChooseTaskWindow::open);
				return;
			}
			append(Triptych.chooseTask(macro == null ? Map.of() : MacroText.values(macro)));
		});
	}

	/** Appends the advice to the Results table, and says it in the status bar. */
	static void append(TaskAdvice advice) {
		ResultsTable table = ResultsTable.getResultsTable();
		ResultRows.append(advice.table(), table);
		table.show("Results");
		IJ.showStatus("Triptych: " + TaskAdvice.name(advice.advice().task()));
	}
}
