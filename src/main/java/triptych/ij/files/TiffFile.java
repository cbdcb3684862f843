package triptych.ij.files;

import java.io.IOException;
import java.io.OutputStream;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.TiffEncoder;

/** Images written as ImageJ saves them, but into a stream: nothing is held a second time. */
public final class TiffFile {

	private TiffFile() {}

	public static void write(ImagePlus image, OutputStream out) throws IOException {
		FileInfo info = image.getFileInfo();
		info.nImages = image.getStackSize();
		info.description = new FileSaver(image).getDescriptionString();
		info.info = image.getInfoProperty();
		info.properties = image.getPropertiesAsArray();
		info.sliceLabels = image.getStack().getSliceLabels();
		new TiffEncoder(info).write(out);
	}
}
