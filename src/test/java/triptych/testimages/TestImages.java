package triptych.testimages;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.LUT;

/** Makes the folder test-images, all of it invented here; the same pixels on every machine. */
public final class TestImages {

	static final int SIZE = 512;

	/** A rectangle of one pure colour on shapes.tif, in pixels. */
	private record Shape(String name, Color colour, int x, int y, int width, int height) {}

	private static final Shape[] SHAPES = { new Shape("red", Color.RED, 20, 16, 60, 40), new Shape("green", Color.GREEN, 130,
		30, 70, 50), new Shape("blue", Color.BLUE, 48, 96, 110, 44) };

	/** Nuclei in each frame of time-series.tif. */
	private static final int[] COUNTS = { 3, 5, 6, 8, 9, 11 };

	private TestImages() {}

	/** @param folder one argument: where to write, test-images where it is left out */
	public static void main(String... folder) throws IOException {
		Path to = Path.of(folder.length == 0 ? "test-images" : folder[0]);
		Files.createDirectories(to);
		for (ImagePlus image : all().values()) {
			byte[] tiff = new FileSaver(image).serialize();
			Files.write(to.resolve(image.getTitle()), tiff);
		}
		for (Map.Entry<String, String> truth : truths().entrySet())
			Files.writeString(to.resolve(truth.getKey()), truth.getValue());
	}

	/** Every image by its file name. */
	static Map<String, ImagePlus> all() {
		Map<String, ImagePlus> images = new LinkedHashMap<>();
		for (ImagePlus image : new ImagePlus[] { nuclei(), labels(), twoChannels(), stack(), timeSeries(),
			shapes() })
			images.put(image.getTitle(), image);
		return images;
	}

	/** The tables of what was planted, by file name. */
	static Map<String, String> truths() {
		StringBuilder nuclei = new StringBuilder("Id,X,Y,Unit\n");
		int id = 0;
		for (Nuclei.Nucleus n : field().all)
			nuclei.append(String.format(Locale.ROOT, "%d,%.2f,%.2f,micron\n", ++id, n.x() / 2, n.y() / 2));
		StringBuilder shapes = new StringBuilder("Class,BX,BY,Width,Height,Unit\n");
		for (Shape s : SHAPES)
			shapes.append(String.format("%s,%d,%d,%d,%d,pixel\n", s.name, s.x, s.y, s.width, s.height));
		StringBuilder counts = new StringBuilder("Frame,Nuclei\n");
		for (int t = 0; t < COUNTS.length; t++)
			counts.append(t + 1).append(',').append(COUNTS[t]).append('\n');
		Map<String, String> truths = new LinkedHashMap<>();
		truths.put("time-series.csv", counts.toString());
		truths.put("nuclei.csv", nuclei.toString());
		truths.put("shapes.csv", shapes.toString());
		return truths;
	}

	private static Nuclei field() {
		Nuclei field = new Nuclei(SIZE, SIZE, 20260);
		field.addPairs(7);
		field.addSingle(26, 1);
		return field;
	}

	private static ImagePlus nuclei() {
		return calibrated(new ImagePlus("nuclei.tif", new ByteProcessor(SIZE, SIZE, field().stained(0))), 0.5);
	}

	private static ImagePlus labels() {
		ImagePlus image = new ImagePlus("nuclei-labels.tif", new ByteProcessor(SIZE, SIZE, field().ids(0)));
		image.setDisplayRange(0, 255);
		return calibrated(image, 0.5);
	}

	private static ImagePlus twoChannels() {
		Nuclei field = new Nuclei(192, 192, 20261);
		field.addSingle(10, 3);
		ImageStack planes = new ImageStack(192, 192);
		for (int z = 0; z < 3; z++) {
			planes.addSlice("nuclei", field.stained(z));
			planes.addSlice("cytoplasm", field.bodies(z));
		}
		ImagePlus plain = new ImagePlus("two-channels.tif", planes);
		plain.setDimensions(2, 3, 1);
		CompositeImage image = new CompositeImage(plain, CompositeImage.COMPOSITE);
		image.setChannelLut(LUT.createLutFromColor(Color.BLUE), 1);
		image.setChannelLut(LUT.createLutFromColor(Color.GREEN), 2);
		image.setOpenAsHyperStack(true);
		return calibrated(image, 0.5);
	}

	private static ImagePlus stack() {
		Nuclei field = new Nuclei(192, 192, 20262);
		field.addSingle(12, 5);
		ImageStack slices = new ImageStack(192, 192);
		for (int z = 0; z < 5; z++)
			slices.addSlice(new ByteProcessor(192, 192, field.stained(z)));
		ImagePlus image = calibrated(new ImagePlus("stack.tif", slices), 0.5);
		image.setDimensions(1, 5, 1);
		image.getCalibration().pixelDepth = 2;
		return image;
	}

	/** A nucleus or two more in each frame; those that are there stay where they are. */
	private static ImagePlus timeSeries() {
		Nuclei field = new Nuclei(192, 192, 20263);
		ImageStack frames = new ImageStack(192, 192);
		for (int count : COUNTS) {
			field.addSingle(count - field.all.size(), 1);
			frames.addSlice(new ByteProcessor(192, 192, field.stained(0)));
		}
		ImagePlus image = calibrated(new ImagePlus("time-series.tif", frames), 0.5);
		image.setDimensions(1, 1, COUNTS.length);
		image.getCalibration().frameInterval = 10;
		image.getCalibration().setTimeUnit("min");
		return image;
	}

	private static ImagePlus shapes() {
		ColorProcessor pixels = new ColorProcessor(240, 160);
		pixels.setColor(new Color(60, 60, 60));
		pixels.fill();
		for (Shape s : SHAPES) {
			pixels.setColor(s.colour);
			pixels.fillRect(s.x, s.y, s.width, s.height);
		}
		return calibrated(new ImagePlus("shapes.tif", pixels), 2);
	}

	private static ImagePlus calibrated(ImagePlus image, double micrometres) {
		image.getCalibration().pixelWidth = micrometres;
		image.getCalibration().pixelHeight = micrometres;
		image.getCalibration().setUnit("micron");
		return image;
	}
}
