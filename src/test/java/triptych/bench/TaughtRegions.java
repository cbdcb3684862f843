package triptych.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.process.ImageProcessor;
import triptych.workflow.Triptych;

/**
 * How well Teach Regions... finds nuclei in stained tissue: every 8th image of the kind histology
 * is tried on, the first four others are taught from, with 150 single pixels of nuclei and 150
 * beside them that are drawn at random from all of the four images together; ten draws. The
 * argument is the folder of nuclei (images, labels, index.tsv); a second one, no, yes or auto, is
 * the key network.
 */
public final class TaughtRegions {

	private static final int DRAWS = 10, OF_CLASS = 150, TAUGHT = 4, STEP = 8;

	private TaughtRegions() {}

	public static void main(String[] args) throws IOException {
		Path data = Path.of(args[0]);
		List<String> names = Files.readAllLines(data.resolve("index.tsv"))
			.stream()
			.map(line -> line.split("\t"))
			.filter(cells -> cells[1].equals("histology"))
			.map(cells -> cells[0])
			.toList();
		List<String> tried = new ArrayList<>(), others = new ArrayList<>();
		for (int i = 0; i < names.size(); i++)
			(i % STEP == 0 ? tried : others).add(names.get(i));
		Path folder = Files.createTempDirectory("regions");
		for (String network : args.length > 1 ? List.of(args[1]) : List.of("no", "yes", "auto")) {
			List<Double> pooled = new ArrayList<>(), single = new ArrayList<>();
			for (int draw = 0; draw < DRAWS; draw++) {
				draw(data, others.subList(0, TAUGHT), folder, draw);
				String model = Triptych
					.teachRegions(null, "examples=[" + folder + "] images=[" + data.resolve("images")
						+ "] name=drawn overwrite=yes network=" + network + " save=[" + folder + "]")
					.model()
					.toString();
				double[] sums = new double[2];
				double mean = 0;
				for (String name : tried) {
					double[] counts = tried(data, name, model);
					sums[0] += counts[0];
					sums[1] += counts[1];
					mean += counts[0] / counts[1] / tried.size();
				}
				pooled.add(sums[0] / sums[1]);
				single.add(mean);
			}
			System.out.printf(Locale.ROOT, "network=%s: IoU of all pixels %s, mean of images %s%n",
				network, spread(pooled), spread(single));
		}
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.toList())
				Files.delete(file);
		}
		Files.delete(folder);
	}

	/** A file of ROIs for each image, with the drawn points of each class. */
	private static void draw(Path data, List<String> images, Path folder, long seed)
		throws IOException
	{
		List<ImageProcessor> labels = images.stream()
			.map(name -> open(data, "labels", name).getProcessor())
			.toList();
		SplittableRandom random = new SplittableRandom(seed);
		PointRoi[][] points = new PointRoi[images.size()][2];
		int[] drawn = new int[2];
		boolean[][] taken = new boolean[images.size()][labels.get(0).getPixelCount()];
		while (drawn[0] < OF_CLASS || drawn[1] < OF_CLASS) {
			int i = random.nextInt(images.size()), at = random.nextInt(taken[i].length);
			int c = labels.get(i).get(at) > 0 ? 1 : 0;
			if (taken[i][at] || drawn[c] == OF_CLASS) continue;
			taken[i][at] = true;
			drawn[c]++;
			if (points[i][c] == null) points[i][c] = new PointRoi();
			points[i][c].addPoint(at % labels.get(i).getWidth(), at / labels.get(i).getWidth());
		}
		for (int i = 0; i < images.size(); i++)
			try (ZipOutputStream zip = new ZipOutputStream(
				Files.newOutputStream(folder.resolve(images.get(i) + ".zip")))) {
				for (int c = 0; c < 2; c++) {
					if (points[i][c] == null) continue;
					Roi roi = points[i][c];
					roi.setName(c == 0 ? "background" : "nucleus");
					zip.putNextEntry(new ZipEntry(roi.getName() + ".roi"));
					zip.write(RoiEncoder.saveAsByteArray(roi));
				}
			}
	}

	private static ImagePlus open(Path data, String kind, String name) {
		return IJ.openImage(data.resolve(kind).resolve(name + ".png").toString());
	}

	/** Pixels of both, and of either. */
	private static double[] tried(Path data, String name, String model) {
		ImageProcessor found = Triptych
			.segmentRegions(open(data, "images", name), "model=[" + model + "] outputs=labels")
			.labels()
			.orElseThrow()
			.getProcessor();
		ImageProcessor truth = open(data, "labels", name).getProcessor();
		double[] counts = new double[2];
		for (int i = 0; i < truth.getPixelCount(); i++) {
			boolean a = found.get(i) > 0, b = truth.get(i) > 0;
			if (a && b) counts[0]++;
			if (a || b) counts[1]++;
		}
		return counts;
	}

	private static String spread(List<Double> values) {
		double mean = values.stream().mapToDouble(v -> v).average().orElse(0);
		double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
		return String.format(Locale.ROOT, "%.3f (deviation %.3f)", mean,
			Math.sqrt(squares / (values.size() - 1)));
	}
}
