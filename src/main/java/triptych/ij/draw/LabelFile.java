package triptych.ij.draw;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import triptych.core.TriptychException;

/**
 * The planes of a label image that is too large for the memory, in a file without a name, which is
 * gone with this Java however it ends. They come back one at a time, as a virtual stack.
 */
final class LabelFile {

	/** @param bytes of a pixel */
	private record Place(long from, int bytes) {}

	private final Path folder;
	private final FileChannel channel;
	private final List<Place> places = new ArrayList<>();
	private long end;

	/**
	 * @param folder on the disk that is to hold the planes
	 * @param bytes that are going to lie there at least
	 * @throws TriptychException where it cannot be written
	 */
	LabelFile(Path folder, long bytes) {
		this.folder = folder;
		try {
			long free = Files.getFileStore(folder).getUsableSpace();
			// Some network disks tell nothing.
			if (free > 0 && free < bytes) throw new TriptychException(String.format(Locale.ROOT,
				"The label image needs %.1f GB on the disk of \"%s\" or more, until it is written, and"
					+ " %.1f GB are free there; name a folder on a larger disk with save=, or fewer planes.",
				bytes / 1e9, folder, free / 1e9));
			Path file = Files.createTempFile(folder, ".triptych-labels", "");
			channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.DELETE_ON_CLOSE);
		}
		catch (IOException e) {
			throw full(e);
		}
	}

	private TriptychException full(IOException e) {
		return new TriptychException("The planes of the label image cannot be kept in \"" + folder
			+ "\": " + TriptychException.why(e) + "; name a folder on a larger disk with save=.", e);
	}

	void add(ImageProcessor plane) {
		int bytes = plane.getBitDepth() / Byte.SIZE, n = plane.getPixelCount();
		ByteBuffer buffer = ByteBuffer.allocate(n * bytes).order(ByteOrder.nativeOrder());
		Object pixels = plane.getPixels();
		if (pixels instanceof byte[] b) buffer.put(b);
		else if (pixels instanceof short[] s) buffer.asShortBuffer().put(s);
		else buffer.asFloatBuffer().put((float[]) pixels);
		buffer.rewind();
		places.add(new Place(end, bytes));
		try {
			while (buffer.hasRemaining())
				end += channel.write(buffer, end);
		}
		catch (IOException e) {
			throw full(e);
		}
	}

	/**
	 * All planes with as many bytes a pixel as the largest id of all needs.
	 *
	 * @param names of the planes
	 */
	VirtualStack stack(int width, int height, int bytes, List<String> names) {
		return new Stack(width, height, bytes, names);
	}

	private ImageProcessor plane(int index, int width, int height, int bytes) {
		Place place = places.get(index);
		ByteBuffer buffer = ByteBuffer.allocate(width * height * place.bytes())
			.order(ByteOrder.nativeOrder());
		try {
			for (long at = place.from(); buffer.hasRemaining();) {
				int read = channel.read(buffer, at);
				if (read < 0) throw new IOException("the file has ended");
				at += read;
			}
		}
		catch (IOException e) {
			throw full(e);
		}
		return widened(processor(buffer.flip(), width, height, place.bytes()), bytes);
	}

	private static ImageProcessor processor(ByteBuffer buffer, int width, int height, int bytes) {
		if (bytes == Byte.BYTES) return new ByteProcessor(width, height, buffer.array());
		if (bytes == Short.BYTES) {
			short[] shorts = new short[width * height];
			buffer.asShortBuffer().get(shorts);
			return new ShortProcessor(width, height, shorts, null);
		}
		float[] floats = new float[width * height];
		buffer.asFloatBuffer().get(floats);
		return new FloatProcessor(width, height, floats);
	}

	/** The same ids in more bytes. */
	static ImageProcessor widened(ImageProcessor plane, int bytes) {
		if (bytes == Float.BYTES) return plane.convertToFloat();
		return bytes == Short.BYTES ? plane.convertToShort(false) : plane;
	}

	private final class Stack extends VirtualStack {

		private final int bytes;
		private final List<String> names;

		Stack(int width, int height, int bytes, List<String> names) {
			super(width, height, places.size());
			this.bytes = bytes;
			this.names = names;
			setBitDepth(bytes * Byte.SIZE);
		}

		@Override
		public ImageProcessor getProcessor(int n) {
			ImageProcessor plane = plane(n - 1, getWidth(), getHeight(), bytes);
			plane.setLut(Palette.lut());
			return plane;
		}

		@Override
		public Object getPixels(int n) {
			return getProcessor(n).getPixels();
		}

		@Override
		public String getSliceLabel(int n) {
			return names.get(n - 1);
		}
	}
}
