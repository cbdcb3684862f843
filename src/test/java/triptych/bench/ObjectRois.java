package triptych.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import triptych.result.Result;
import triptych.workflow.Triptych;

/**
 * Labels to ROIs... and ROIs to Labels... of many objects, warm, beside OpenCV's contours with the
 * same names and properties (roi_references.py, one thread). Arguments: the Python that has numpy,
 * scipy and OpenCV, then numbers of objects.
 */
public final class ObjectRois {

	private static final int CELL = 20, ROUNDS = 21;

	private ObjectRois() {}

	public static void main(String[] args) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("rois");
		for (int i = 1; i < args.length; i++) {
			ImagePlus labels = discs(Integer.parseInt(args[i]));
			Path file = folder.resolve(args[i] + ".tif");
			IJ.saveAsTiff(labels, file.toString());
			Result[] found = new Result[2];
			ImagePlus drawn = labels.duplicate();
			drawn.setOverlay(overlay(Triptych.labelsToRois(labels, "outputs=rois").rois()));
			// One after the other, as Python does: in turns each would also collect the other's garbage.
			Turns.Time there = Turns.of(ROUNDS,
				() -> found[0] = Triptych.labelsToRois(labels, "outputs=rois"))[0];
			Turns.Time back = Turns.of(6 * ROUNDS,
				() -> found[1] = Triptych.roisToLabels(drawn, "from=overlay"))[0];
			System.out.printf("%s objects (%d ROIs): labels to ROIs %s, ROIs to labels %s%n", args[i],
				found[0].rois().size(), there, back);
			Process python = new ProcessBuilder(args[0],
				"src/test/java/triptych/bench/roi_references.py", file.toString()).inheritIO().start();
			if (python.waitFor() != 0) throw new IOException("roi_references.py failed");
		}
	}

	private static Overlay overlay(List<Roi> rois) {
		Overlay overlay = new Overlay();
		rois.forEach(overlay::add);
		return overlay;
	}

	/** Discs of 10 to 18 pixels in a grid of cells of 20. */
	private static ImagePlus discs(int objects) {
		int columns = (int) Math.ceil(Math.sqrt(objects)), edge = columns * CELL;
		FloatProcessor pixels = new FloatProcessor(edge, edge);
		Random random = new Random(5);
		for (int n = 0; n < objects; n++) {
			double radius = 5 + 4 * random.nextDouble();
			double cx = n % columns * CELL + CELL / 2.0, cy = n / columns * CELL + CELL / 2.0;
			for (int y = (int) (cy - radius); y <= cy + radius; y++)
				for (int x = (int) (cx - radius); x <= cx + radius; x++)
					if (Math.hypot(x + 0.5 - cx, y + 0.5 - cy) <= radius) pixels.setf(x, y, n + 1);
		}
		return new ImagePlus("discs", pixels);
	}
}
