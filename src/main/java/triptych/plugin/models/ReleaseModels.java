package triptych.plugin.models;

import ij.IJ;
import ij.plugin.PlugIn;
import triptych.core.Plural;
import triptych.plugin.ErrorDialog;
import triptych.workflow.Triptych;

/** Release Models: closes all open models and gives their memory back. */
public final class ReleaseModels implements PlugIn {

	@Override
	public void run(String arg) {
		ErrorDialog.shown("Release Models", () -> {
			int n = Triptych.releaseModels();
			IJ.showStatus("Triptych: " + Plural.of(n, "model") + " released");
		});
	}
}
