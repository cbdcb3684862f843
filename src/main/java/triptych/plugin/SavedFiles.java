package triptych.plugin;

import java.io.IOException;
import java.nio.file.Path;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import triptych.core.TriptychException;

/** Joined tables and plots of a folder in windows of their own, each under the name of its file. */
public final class SavedFiles {

	private SavedFiles() {}

	/** True for plots. */
	public static boolean isPicture(Path file) {
		return file.toString().endsWith(".png");
	}

	/** Opens a file, or shows its new content in the window that it has already. */
	public static void show(Path file) {
		String name = file.getFileName().toString();
		try {
			if (!isPicture(file)) ResultsTable.open(file.toString()).show(name);
			else showPicture(IJ.openImage(file.toString()), name);
		}
		catch (IOException e) {
			throw new TriptychException("The table \"" + file + "\" cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
	}

	private static void showPicture(ImagePlus picture, String name) {
		ImagePlus before = WindowManager.getImage(name);
		if (picture == null) return;
		if (before == null) picture.show();
		else before.setImage(picture);
	}

	/** A file that is shown already would go on showing the numbers of before. */
	public static void showAnew(Path file) {
		String name = file.getFileName().toString();
		if (WindowManager.getWindow(name) == null && WindowManager.getImage(name) == null) return;
		try {
			show(file);
		}
		catch (TriptychException e) {
			IJ.log("Triptych: the window " + name + " shows the numbers from before the review. " + e
				.getMessage());
		}
	}
}
