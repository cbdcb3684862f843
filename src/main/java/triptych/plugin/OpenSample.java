package triptych.plugin;

import java.io.IOException;
import java.io.InputStream;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;
import ij.plugin.PlugIn;

/** Shows one of the images that come with Triptych, so that there is something to try it on. */
public final class OpenSample implements PlugIn {

	/** @param sample the name of its file, without the extension */
	@Override
	public void run(String sample) {
		String file = sample + ".tif";
		try (InputStream in = OpenSample.class.getResourceAsStream("/triptych/samples/" + file)) {
			ImagePlus image = in == null ? null : new Opener().openTiff(in, file);
			if (image != null) image.show();
			else IJ.error("Triptych", "This copy of Triptych brings no sample " + file + ".");
		}
		catch (IOException e) {
			IJ.error("Triptych", "The sample " + file + " cannot be read: " + e.getMessage());
		}
	}
}
