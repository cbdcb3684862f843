package triptych.ij.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

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

	/** Pixels that are packed at once. */
	private static final int CHUNK = 1 << 16;

	/** @param bytes of a pixel */
	private record Place(long from, int bytes) {}

	private final Path folder;
	/** Of the two kinds the one that an interrupted thread does not close. */
	private final AsynchronousFileChannel channel;
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
				"The label image needs %.1f GB on the disk of \"%s\" or more, and %.1f GB are free there;"
					+ " name a folder on a larger disk with save=, or fewer planes.",
				bytes / 1e9, folder, free / 1e9));
			Path file = Files.createTempFile(folder, ".triptych-labels", "");
			channel = AsynchronousFileChannel.open(file, StandardOpenOption.READ,
				StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
		}
		catch (IOException e) {
			throw full(e);
		}
	}

	private TriptychException full(IOException e) {
		return new TriptychException("The planes of the label image cannot be kept in \"" + folder
			+ "\": " + TriptychException.why(e) + "; name a folder on a larger disk with save=.", e);
	}

	/** Label images are nearly all runs of one number: deflated they are a fiftieth. */
	void add(ImageProcessor plane) {
		int bytes = plane.getBitDepth() / Byte.SIZE;
		places.add(new Place(end, bytes));
		Deflater deflater = new Deflater(Deflater.BEST_SPEED);
		try (OutputStream out = new DeflaterOutputStream(new End(), deflater, CHUNK)) {
			ByteBuffer chunk = chunk(bytes);
			for (int from = 0, n = plane.getPixelCount(); from < n; from += CHUNK) {
				int count = Math.min(CHUNK, n - from);
				put(plane.getPixels(), from, count, chunk);
				out.write(chunk.array(), 0, count * bytes);
			}
		}
		catch (IOException e) {
			throw full(e);
		}
		finally {
			deflater.end();
		}
	}

	private static ByteBuffer chunk(int bytes) {
		return ByteBuffer.allocate(CHUNK * bytes).order(ByteOrder.nativeOrder());
	}

	private static void put(Object pixels, int from, int count, ByteBuffer chunk) {
		if (pixels instanceof byte[] b) chunk.put(0, b, from, count);
		else if (pixels instanceof short[] s) chunk.asShortBuffer().put(s, from, count);
		else chunk.asFloatBuffer().put((float[]) pixels, from, count);
	}

	private static void get(ByteBuffer chunk, int count, Object pixels, int from) {
		if (pixels instanceof byte[] b) chunk.get(0, b, from, count);
		else if (pixels instanceof short[] s) chunk.asShortBuffer().get(s, from, count);
		else chunk.asFloatBuffer().get((float[]) pixels, from, count);
	}

	/** Behind all that was written. */
	private final class End extends OutputStream {

		@Override
		public void write(int value) throws IOException {
			write(new byte[] {(byte) value}, 0, 1);
		}

		@Override
		public void write(byte[] values, int from, int count) throws IOException {
			ByteBuffer buffer = ByteBuffer.wrap(values, from, count);
			while (buffer.hasRemaining())
				end += done(channel.write(buffer, end));
		}
	}

	/** From one place on. */
	private final class From extends InputStream {

		private long at;

		From(long at) {
			this.at = at;
		}

		@Override
		public int read() throws IOException {
			byte[] value = new byte[1];
			return read(value, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(value[0]);
		}

		@Override
		public int read(byte[] values, int from, int count) throws IOException {
			int read = done(channel.read(ByteBuffer.wrap(values, from, count), at));
			at += Math.max(0, read);
			return read;
		}
	}

	/** What was asked of the disk, also for a thread that is interrupted. */
	private static int done(Future<Integer> asked) throws IOException {
		boolean interrupted = false;
		try {
			while (true)
				try {
					return asked.get();
				}
				catch (InterruptedException e) {
					interrupted = true;
				}
		}
		catch (ExecutionException e) {
			throw new IOException(e.getCause().getMessage(), e);
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
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
		ImageProcessor plane = empty(width, height, place.bytes());
		Inflater inflater = new Inflater();
		try (InputStream in = new InflaterInputStream(new From(place.from()), inflater, CHUNK)) {
			ByteBuffer chunk = chunk(place.bytes());
			for (int from = 0, n = plane.getPixelCount(); from < n; from += CHUNK) {
				int count = Math.min(CHUNK, n - from), length = count * place.bytes();
				if (in.readNBytes(chunk.array(), 0, length) < length)
					throw new IOException("the file has ended");
				get(chunk, count, plane.getPixels(), from);
			}
		}
		catch (IOException e) {
			throw full(e);
		}
		finally {
			inflater.end();
		}
		return widened(plane, bytes);
	}

	private static ImageProcessor empty(int width, int height, int bytes) {
		if (bytes == Byte.BYTES) return new ByteProcessor(width, height);
		if (bytes == Short.BYTES) return new ShortProcessor(width, height);
		return new FloatProcessor(width, height);
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
