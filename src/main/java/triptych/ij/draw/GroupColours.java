package triptych.ij.draw;

import java.io.File;
import java.lang.reflect.Field;

import ij.IJ;
import ij.gui.Roi;

/**
 * ImageJ colours ROI groups with a LUT file that many installations lack, and then writes "LUT not
 * found" into the Log for each single ROI. Where the file is absent, Triptych's own LUT stands in
 * for it.
 */
public final class GroupColours {

	private static boolean prepared;

	private GroupColours() {}

	/** Before a ROI gets a group, or is read from a file with one. */
	public static synchronized void prepare() {
		if (prepared) return;
		prepared = true;
		String folder = IJ.getDir("luts");
		if (isIn(folder, "Glasbey.lut") || isIn(folder, "glasbey.lut")) return;
		try {
			Field lut = Roi.class.getDeclaredField("glasbeyLut");
			lut.setAccessible(true);
			if (lut.get(null) == null) lut.set(null, Palette.lut());
		}
		catch (ReflectiveOperationException | RuntimeException e) {
			// Another ImageJ may keep its colours elsewhere; its message in the Log is then all that
			// comes of it.
			return;
		}
	}

	private static boolean isIn(String folder, String file) {
		return folder != null && new File(folder, file).exists();
	}
}
