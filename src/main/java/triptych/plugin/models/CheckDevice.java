package triptych.plugin.models;

import ij.IJ;
import ij.plugin.PlugIn;
import triptych.plugin.ErrorDialog;
import triptych.workflow.Triptych;

/** Check Device: writes versions, usable devices and a timed run on each into the Log. */
public final class CheckDevice implements PlugIn {

	@Override
	public void run(String arg) {
		ErrorDialog.shown("Check Device", () -> IJ.log(Triptych.checkDevice()));
	}
}
