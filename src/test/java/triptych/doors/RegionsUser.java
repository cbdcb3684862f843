package triptych.doors;

import java.awt.TextArea;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.plugin.frame.Recorder;
import ij.process.ByteProcessor;

/**
 * In a child JVM: scribbles, fills the dialog of Teach Regions... in with the Recorder open, runs
 * the recorded line, and the taught model. Argument: an empty folder.
 */
final class RegionsUser {

	private RegionsUser() {}

	public static void main(String... arguments) {
		try {
			new ImageJ();
			Path folder = Files.createDirectories(Path.of(arguments[0]));
			ImagePlus image = image();
			image.show();
			Recorder recorder = new Recorder();
			for (var c : List.of(recorder.getComponents()))
				if (c instanceof TextArea t) t.setText("");
			DialogDriver.command("Teach Regions...", image,
				() -> DialogDriver.fillIn("name", "halves", "save", folder.toString()));
			String line = DialogDriver.await("a recorded line",
				() -> recorder.getText().contains("run(") ? recorder.getText() : null);
			recorder.close();
			System.out.println("RECORDED " + line.strip());
			Path model = folder.resolve("halves.onnx");
			byte[] first = Files.readAllBytes(model);
			IJ.runMacro(line);
			System.out.println("SAME " + Arrays.equals(first, Files.readAllBytes(model)));
			IJ.runMacro("run(\"Segment Regions...\", \"outputs=labels model=["
				+ folder.resolve("halves.triptych.yaml") + "]\");");
			ImagePlus classes = IJ.getImage();
			System.out.println("FOUND " + classes.getTitle() + " " + classes.getProcessor().get(20, 50)
				+ " " + classes.getProcessor().get(100, 50));
		}
		catch (Exception | AssertionError e) {
			e.printStackTrace();
		}
		System.exit(0);
	}

	/** Dark on the left and bright on the right, three lines in each. */
	private static ImagePlus image() {
		ByteProcessor pixels = new ByteProcessor(120, 100);
		for (int i = 0; i < pixels.getPixelCount(); i++)
			pixels.set(i, i % 120 < 60 ? 40 + i % 7 : 180 + i % 11);
		ImagePlus image = new ImagePlus("halves", pixels);
		image.setOverlay(new Overlay());
		for (int k = 0; k < 6; k++) {
			int x = k % 2 * 60 + 10, y = k / 2 * 30 + 15;
			Line line = new Line(x, y, x + 40, y + 5);
			line.setStrokeWidth(3);
			line.setName((k % 2 == 0 ? "dark-" : "bright-") + k);
			image.getOverlay().add(line);
		}
		return image;
	}
}
