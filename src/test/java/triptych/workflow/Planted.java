package triptych.workflow;

import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import triptych.core.table.Table;
import triptych.options.Options;

/** Images with objects at known places, the planted models, and cells of the tables that come back. */
public final class Planted {

	public static final Path MODELS = Path.of("src/test/resources/models").toAbsolutePath();

	private Planted() {}

	/** The macro key of a planted model. */
	public static String model(String name) {
		return model(MODELS.resolve(name + ".onnx"));
	}

	public static String model(Path file) {
		return "model=" + Options.quoted(file.toString()) + " ";
	}

	public static ImagePlus black(int width, int height) {
		return new ImagePlus("planted.tif", new ColorProcessor(width, height));
	}

	public static ImagePlus filled(int width, int height, Color colour) {
		ImagePlus image = black(width, height);
		fill(image, colour, 0, 0, width, height);
		return image;
	}

	public static void fill(ImagePlus image, Color colour, int x1, int y1, int x2, int y2) {
		image.getProcessor().setColor(colour);
		image.getProcessor().fill(new Roi(x1, y1, x2 - x1, y2 - y1));
	}

	/** Grey blobs of several brightnesses on a dark ground, none of them near half of the full brightness. */
	static ImagePlus blobs(int width, int height, long seed) {
		Random random = new Random(seed);
		ByteProcessor pixels = new ByteProcessor(width, height);
		for (int i = 0; i < width * height / 400; i++) {
			pixels.setColor(140 + random.nextInt(116));
			pixels.fillOval(random.nextInt(width), random.nextInt(height), 3 + random.nextInt(20), 3 + random.nextInt(20));
		}
		return new ImagePlus("blobs.tif", pixels);
	}

	public static Object cell(Table table, int row, String column) {
		return table.rows().get(row).get(table.columns().indexOf(column));
	}

	public static double number(Table table, int row, String column) {
		return ((Number) cell(table, row, column)).doubleValue();
	}

	public static List<Object> column(Table table, String column) {
		return table.rows().stream().map(r -> r.get(table.columns().indexOf(column))).toList();
	}
}
