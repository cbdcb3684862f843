package triptych.workflow;

import ij.IJ;
import triptych.core.Progress;

/**
 * Shows in ImageJ's status bar how far a run is, and hears the Esc key.
 *
 * @param done planes that are finished
 * @param planes planes that are wanted
 * @param shown false where somebody else shows the progress of many images
 */
record StatusBar(int done, int planes, boolean shown) implements Progress {

	@Override
	public void at(double fraction) {
		if (shown) IJ.showProgress((done + fraction) / planes);
	}

	@Override
	public boolean stopped() {
		return IJ.escapePressed();
	}
}
