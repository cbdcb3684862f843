package triptych.ij.draw;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.TriptychException;
import triptych.ij.convert.LabelClasses;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.PlaneStack;
import triptych.ij.convert.Position;

/**
 * Collects label maps, plane by plane, into one ImageJ image: 8-bit up to 255 ids, 16-bit up to
 * 65535, then 32-bit; ids are never wrapped and start from 1 on each plane. Class and score of each
 * id go along as properties of the image.
 */
public final class LabelImages {

	/** Holds the planes where they are more than the memory can. */
	private final Optional<LabelFile> file;
	private final List<ImageProcessor> planes = new ArrayList<>();
	private final List<Position> positions = new ArrayList<>();
	private final LabelClasses classes = new LabelClasses();
	private int maxId;

	/** Kept in memory. */
	public LabelImages() {
		file = Optional.empty();
	}

	/**
	 * Kept on a disk: for a virtual stack, which need not fit into the memory.
	 *
	 * @param folder where a file without a name can be made
	 * @param bytes that are going to lie there at least
	 * @throws TriptychException where the disk has no room for them
	 */
	public LabelImages(Path folder, long bytes) {
		file = Optional.of(new LabelFile(folder, bytes));
	}

	/** Keeps the ids in as few bytes as they need; the map itself is not kept. */
	public void add(LabelMap map, Position position) {
		add(processor(map), map.segments(), map.maxId(), position);
	}

	/** Keeps painted pixels themselves, where they need two bytes each. */
	public void add(RoiRasterizer painted, Position position) {
		Optional<ImageProcessor> pixels = painted.image().filter(p -> painted.maxId() > 255);
		if (pixels.isEmpty()) add(painted.map(), position);
		else add(pixels.get(), painted.segments(), painted.maxId(), position);
	}

	private void add(ImageProcessor plane, List<Segment> segments, int largest, Position position) {
		file.ifPresentOrElse(f -> f.add(plane), () -> planes.add(plane));
		positions.add(position);
		classes.add(segments);
		maxId = Math.max(maxId, largest);
	}

	/**
	 * The label image with the size and unit of a pixel of {@code source}, and with the colours of
	 * {@link Palette}.
	 */
	public ImagePlus image(String title, ImagePlus source) {
		int bytes = Byte.BYTES;
		if (maxId >= 256) bytes = Short.BYTES;
		if (maxId >= 65536) bytes = Float.BYTES;
		ImageStack stack = stack(source.getWidth(), source.getHeight(), bytes);
		stack.setColorModel(Palette.lut());
		ImagePlus image = PlaneStack.of(title, stack, 1, positions, source);
		image.getProcessor().setLut(Palette.lut());
		image.setDisplayRange(0, Math.max(maxId, 255));
		classes.putInto(image);
		return image;
	}

	private ImageStack stack(int width, int height, int bytes) {
		List<String> names = positions.stream().map(Position::sliceLabel).toList();
		if (file.isPresent()) return file.get().stack(width, height, bytes, names);
		ImageStack stack = new ImageStack(width, height);
		for (int i = 0; i < planes.size(); i++)
			// Of a processor it would look for the lowest and highest value.
			stack.addSlice(names.get(i), LabelFile.widened(planes.get(i), bytes).getPixels());
		return stack;
	}

	private static ImageProcessor processor(LabelMap map) {
		int[] ids = map.ids();
		int n = ids.length;
		if (map.maxId() < 256) {
			byte[] bytes = new byte[n];
			for (int i = 0; i < n; i++)
				bytes[i] = (byte) ids[i];
			return new ByteProcessor(map.width(), map.height(), bytes);
		}
		if (map.maxId() < 65536) {
			short[] shorts = new short[n];
			for (int i = 0; i < n; i++)
				shorts[i] = (short) ids[i];
			return new ShortProcessor(map.width(), map.height(), shorts, null);
		}
		if (map.maxId() > LabelPlane.LARGEST_ID) throw new TriptychException("The plane holds "
			+ map.maxId() + " objects, more than a 32-bit label image can number exactly ("
			+ LabelPlane.LARGEST_ID + ").");
		float[] floats = new float[n];
		for (int i = 0; i < n; i++)
			floats[i] = ids[i];
		return new FloatProcessor(map.width(), map.height(), floats);
	}
}
