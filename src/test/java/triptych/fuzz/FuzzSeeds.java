package triptych.fuzz;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import triptych.run.Commands;
import triptych.run.ImageCommand;

/** Small right files to be changed: the models of the tests, and what is made here. */
final class FuzzSeeds {

	/** Those with "tif" in front are further kinds of TIFF, which all end with .tif. */
	static final List<String> FORMATS = List.of("tif", "png", "jpg", "gif", "bmp", "pgm", "tiff");

	private static final int SIDE = 48;

	private final Path models;
	private final Map<String, byte[]> read = new LinkedHashMap<>();
	private final byte[][] tiffs;
	private final Roi[] rois;

	/** @param models folder of the tests' models */
	FuzzSeeds(Path models) {
		this.models = models;
		rois = new Roi[] { new Roi(3, 4, 20, 10), new OvalRoi(8, 8, 20, 24),
			new PolygonRoi(new int[] { 1, 40, 20 }, new int[] { 2, 10, 40 }, 3, Roi.POLYGON),
			new PolygonRoi(new float[] { 1.5f, 40, 20 }, new float[] { 2, 10, 40.5f }, Roi.FREEROI),
			new ShapeRoi(new Roi(2, 2, 30, 30)).not(new ShapeRoi(new OvalRoi(8, 8, 10, 10))),
			new TextRoi(5, 5, "text") };
		for (int i = 0; i < rois.length; i++)
			rois[i].setName("cell-000" + i + " 0.9");
		ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < 3; i++)
			stack.addSlice(new ByteProcessor(SIDE, SIDE, grey(i)));
		tiffs = new byte[][] { tiff(new ImagePlus("i", new ByteProcessor(SIDE, SIDE, grey(0)))),
			tiff(new ImagePlus("i", colour())), tiff(new ImagePlus("i", shorts(400))),
			tiff(new ImagePlus("i", floats())), tiff(new ImagePlus("i", stack)) };
	}

	byte[] model(String file) throws IOException {
		byte[] bytes = read.get(file);
		if (bytes == null) read.put(file, bytes = Files.readAllBytes(models.resolve(file)));
		return bytes;
	}

	String path(String file) {
		return models.resolve(file).toString();
	}

	/** A model that the command can run on. */
	static String modelFor(ImageCommand command) {
		if (command == Commands.DETECT) return "boxes_v8.onnx";
		if (command == Commands.CLASSIFY) return "classes.onnx";
		return command == Commands.SEGMENT_REGIONS ? "regions.onnx" : "touching.onnx";
	}

	/** A TIFF of any kind. */
	byte[] image(Random random) {
		return tiffs[random.nextInt(tiffs.length)].clone();
	}

	byte[] image(String format) throws IOException {
		switch (format) {
			case "tif":
				return tiffs[1].clone();
			case "tiff":
				return tiffs[4].clone();
			case "pgm": {
				ByteArrayOutputStream out = new ByteArrayOutputStream();
				out.writeBytes(("P5\n" + SIDE + " " + SIDE + "\n255\n").getBytes());
				out.writeBytes(grey(1));
				return out.toByteArray();
			}
			default: {
				ByteArrayOutputStream out = new ByteArrayOutputStream();
				BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
				image.setRGB(0, 0, SIDE, SIDE, (int[]) colour().getPixels(), 0, SIDE);
				ImageIO.write(image, format, out);
				return out.toByteArray();
			}
		}
	}

	byte[] labels() {
		return tiff(new ImagePlus("l", shorts(1)));
	}

	byte[] roi(Random random) {
		return RoiEncoder.saveAsByteArray(rois[random.nextInt(rois.length)]);
	}

	byte[] rois() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (int i = 0; i < rois.length; i++) {
				out.putNextEntry(new ZipEntry(i + ".roi"));
				out.write(RoiEncoder.saveAsByteArray(rois[i]));
			}
		}
		return bytes.toByteArray();
	}

	private static byte[] tiff(ImagePlus image) {
		return new FileSaver(image).serialize();
	}

	private static byte[] grey(int shift) {
		byte[] pixels = new byte[SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) (disc(i, shift) ? 220 : 30 + i % 7);
		return pixels;
	}

	private static boolean disc(int i, int shift) {
		int x = i % SIDE - 15 - shift, y = i / SIDE - 20;
		return x * x + y * y < 90;
	}

	private static ColorProcessor colour() {
		ColorProcessor pixels = new ColorProcessor(SIDE, SIDE);
		for (int i = 0; i < SIDE * SIDE; i++)
			pixels.set(i, (disc(i, 0) ? Color.GREEN : new Color(20, 20, 20 + i % 7)).getRGB());
		return pixels;
	}

	private static ShortProcessor shorts(int factor) {
		ShortProcessor pixels = new ShortProcessor(SIDE, SIDE);
		for (int i = 0; i < SIDE * SIDE; i++) {
			int label = disc(i, 20) ? 2 : 0;
			pixels.set(i, factor * (disc(i, 0) ? 1 : label));
		}
		return pixels;
	}

	private static FloatProcessor floats() {
		FloatProcessor pixels = new FloatProcessor(SIDE, SIDE);
		for (int i = 0; i < SIDE * SIDE; i++)
			pixels.setf(i, disc(i, 0) ? 0.9f : 0.1f);
		return pixels;
	}
}
