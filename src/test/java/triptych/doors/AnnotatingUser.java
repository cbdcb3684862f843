package triptych.doors;

import java.awt.TextArea;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;

/**
 * In a child JVM: fills the dialogs of Export and Import Annotations... in with the Recorder open,
 * then runs the recorded lines as macros. Argument: an empty folder.
 */
final class AnnotatingUser {

	private AnnotatingUser() {}

	public static void main(String... arguments) {
		try {
			new ImageJ();
			Path folder = Files.createDirectories(Path.of(arguments[0]));
			ImagePlus image = new ImagePlus("drawn", new ByteProcessor(60, 50));
			Roi cell = new Roi(3.5, 4.25, 20, 10), other = new Roi(30, 20, 8, 8);
			cell.setProperty("class", "cell");
			image.setOverlay(new Overlay(cell));
			image.getOverlay().add(other);
			image.show();
			String first = folder.resolve("first.json").toString(),
				second = folder.resolve("second.json").toString();
			String export = recorded("Export Annotations...", image,
				() -> DialogDriver.fillIn("path", first, "format", "coco"));
			IJ.runMacro(export.replace("first.json", "second.json"));
			System.out.println("EXPORTED " + Files.readString(Path.of(first))
				.equals(Files.readString(Path.of(second))));
			String imported = recorded("Import Annotations...", image,
				() -> DialogDriver.fillIn("path", first));
			Supplier<String> rois = () -> Arrays
				.toString(RoiManager.getRoiManager().getRoisAsArray());
			String once = rois.get();
			RoiManager.getRoiManager().reset();
			IJ.runMacro(imported);
			System.out.println("IMPORTED " + once.equals(rois.get()) + " " + once);
		}
		catch (Exception | AssertionError e) {
			e.printStackTrace();
		}
		System.exit(0);
	}

	/** What a command writes into a new Recorder. */
	private static String recorded(String command, ImagePlus image, Runnable user)
		throws InterruptedException
	{
		Recorder recorder = new Recorder();
		for (var c : List.of(recorder.getComponents()))
			if (c instanceof TextArea t) t.setText("");
		DialogDriver.command(command, image, user);
		String text = DialogDriver.await("a recorded line",
			() -> recorder.getText().contains("run(") ? recorder.getText() : null);
		System.out.println("RECORDED " + text.strip().replace("\n", "|"));
		recorder.close();
		return text;
	}
}
