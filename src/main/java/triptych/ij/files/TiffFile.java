package triptych.ij.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.VirtualStack;
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
		// Plane after plane: a virtual stack need not fit into the memory.
		if (image.getStack() instanceof VirtualStack virtual) {
			info.virtualStack = virtual;
			info.sliceLabels = IntStream.rangeClosed(1, virtual.size())
				.mapToObj(virtual::getSliceLabel)
				.toArray(String[]::new);
		}
		new TiffEncoder(info).write(out);
	}
}
