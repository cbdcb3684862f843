package triptych.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import triptych.result.Result;
import triptych.teach.TeachResult;
import triptych.workflow.Triptych;

/**
 * Whether Python gives the scores of taught models, linear ones and trees: arguments are a Python
 * with onnxruntime, numpy and PIL, and an empty folder. Has the scores of
 * {@code taught_references.py} and prints the largest difference.
 */
public final class TaughtScores {

	private static final int SIDE = 12, STEP = 40;

	private TaughtScores() {}

	public static void main(String[] args) throws IOException, InterruptedException {
		Path folder = Path.of(args[1]);
		for (boolean crossed : new boolean[]{ false, true }) {
			String name = crossed ? "crossed" : "straight";
			TeachResult made = Triptych.teachClasses(image(1, crossed),
				"name=" + name + " overwrite=yes save=[" + folder + "]");
			made.lines().forEach(System.out::println);
			ImagePlus unseen = image(2, crossed);
			Path pixels = folder.resolve("image.png"), masks = folder.resolve("masks.png");
			new FileSaver(new ImagePlus("image", unseen.getProcessor())).saveAsPng(pixels.toString());
			new FileSaver(new ImagePlus("masks", masks(unseen))).saveAsPng(masks.toString());
			Result found = Triptych.classify(unseen, "model=[" + made.model() + "] within=rois top=2");
			Path scores = folder.resolve("scores.tsv");
			int status = new ProcessBuilder(args[0], "src/test/java/triptych/bench/taught_references.py",
				folder.resolve(name + ".onnx").toString(), pixels.toString(), masks.toString(),
				scores.toString()).inheritIO().start().waitFor();
			if (status != 0) throw new IllegalStateException("Python failed");
			System.out.println(name + ": largest difference " + most(found, scores, made.classes()));
		}
	}

	private static double most(Result found, Path scores, List<String> classes) throws IOException {
		List<String> columns = found.table().columns();
		int name = columns.indexOf("Class"), score = columns.indexOf("Score");
		List<double[]> others = new ArrayList<>();
		for (String line : Files.readAllLines(scores)) {
			String[] cells = line.split("\t");
			others.add(new double[]{ Double.parseDouble(cells[0]), Double.parseDouble(cells[1]) });
		}
		double most = 0;
		int row = 0;
		for (List<?> cells : found.table().rows()) {
			double its = ((Number) cells.get(score)).doubleValue();
			double other = others.get(row++ / 2)[classes.indexOf(cells.get(name).toString())];
			most = Math.max(most, Math.abs(its - other));
		}
		System.out.println(row + " scores");
		return most;
	}

	/**
	 * Discs of any size and brightness; a class is a side of the brightness, or crossed with size.
	 */
	private static ImagePlus image(long seed, boolean crossed) {
		Random random = new Random(seed);
		ByteProcessor pixels = new ByteProcessor(SIDE * STEP, SIDE * STEP);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i, 20 + random.nextInt(20));
		Overlay overlay = new Overlay();
		for (int k = 0; k < SIDE * SIDE; k++) {
			int edge = 8 + random.nextInt(15), value = 60 + random.nextInt(180);
			OvalRoi roi = new OvalRoi(k % SIDE * STEP + 9, k / SIDE * STEP + 9, edge, edge);
			pixels.setValue(value);
			pixels.fill(roi);
			boolean one = crossed ? edge < 15 == value < 150 : value + random.nextInt(40) < 170;
			roi.setName((one ? "one-" : "other-") + (k + 1));
			overlay.add(roi);
		}
		ImagePlus image = new ImagePlus("discs", pixels);
		image.setOverlay(overlay);
		return image;
	}

	/** Each ROI with its own number. */
	private static ByteProcessor masks(ImagePlus image) {
		ByteProcessor masks = new ByteProcessor(image.getWidth(), image.getHeight());
		int number = 0;
		for (Roi roi : image.getOverlay().toArray()) {
			masks.setValue(++number);
			masks.fill(roi);
		}
		return masks;
	}
}
