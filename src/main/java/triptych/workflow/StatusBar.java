package triptych.workflow;

import ij.IJ;
import triptych.core.Progress;

/**
 * Shows in ImageJ's status bar how far a run is, and hears the Esc key.
 *
 * @param done planes that are finished
 * @param planes planes that are wanted
 */
record StatusBar(int done, int planes) implements Progress {

	@Override
	public void at(double fraction) {
		IJ.showProgress((done + fraction) / planes);
	}

	@Override
	public boolean stopped() {
		return IJ.escapePressed();
	}
}
