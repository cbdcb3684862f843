package triptych.plugin.choose;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.Map;

import ij.plugin.PlugIn;
import triptych.plugin.ErrorDialog;
import triptych.plugin.MacroText;
import triptych.plugin.Recording;
import triptych.workflow.Triptych;

/**
 * Choose Task...: with macro options a row in the Results table; without, the window that advises while one types, or
 * headless the row of the defaults. The window stays beside the image, so it does not wait for an answer.
 */
public final class ChooseTask implements PlugIn {

	@Override
	public void run(String arg) {
		ErrorDialog.shown(AdviceRow.COMMAND, () -> {
			String macro = MacroText.options();
			if (macro == null && !GraphicsEnvironment.isHeadless()) {
				// The window records what it gives.
				Recording.nothing();
				EventQueue.invokeLater(ChooseTaskWindow::open);
				return;
			}
			AdviceRow.append(Triptych.chooseTask(macro == null ? Map.of() : MacroText.values(macro)));
		});
	}
}
