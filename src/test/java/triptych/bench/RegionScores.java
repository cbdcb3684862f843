package triptych.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.Overlay;
import triptych.workflow.Triptych;

/**
 * Whether Python gives the scores of a taught model of regions: arguments are a Python with
 * onnxruntime, numpy and PIL, and an empty folder. Teaches on test-images/nuclei.tif with and
 * without the network, has the scores of {@code region_references.py} and prints the largest
 * difference.
 */
public final class RegionScores {

	private RegionScores() {}

	public static void main(String[] args) throws IOException, InterruptedException {
		Path folder = Path.of(args[1]);
		ImagePlus image = IJ.openImage("test-images/nuclei.tif");
		image.setOverlay(new Overlay());
		double middle = image.getStatistics().mean;
		for (int y = 10; y < image.getHeight() - 10; y += 23)
			for (int x = 10; x < image.getWidth() - 10; x += 31) {
				Line line = new Line(x, y, x + 3, y);
				line.setName(image.getProcessor().get(x, y) > middle ? "bright" : "dark");
				image.getOverlay().add(line);
			}
		Path pixels = folder.resolve("image.png");
		ImagePlus plain = new ImagePlus("image", image.getProcessor());
		IJ.saveAs(plain, "PNG", pixels.toString());
		for (String network : new String[] { "no", "yes" }) {
			Path model = Triptych
				.teachRegions(image, "name=" + network + " network=" + network + " save=[" + folder + "]")
				.model();
			float[] scores = (float[]) Triptych
				.segmentRegions(IJ.openImage(pixels.toString()),
					"outputs=probabilities model=[" + model + "]")
				.probabilities()
				.orElseThrow()
				.getStack()
				.getPixels(1);
			Path raw = folder.resolve("scores.raw");
			int status = new ProcessBuilder(args[0],
				"src/test/java/triptych/bench/region_references.py",
				folder.resolve(network + ".onnx").toString(), pixels.toString(), raw.toString())
					.inheritIO()
					.start()
					.waitFor();
			if (status != 0) throw new IllegalStateException("Python failed");
			ByteBuffer other = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
			double most = 0;
			for (int i = 0; i < scores.length; i++)
				most = Math.max(most, Math.abs(scores[i] - other.getFloat(4 * i)));
			System.out.println("network=" + network + ": largest difference of " + scores.length
				+ " scores " + most);
		}
	}
}
