package triptych.doors;

import java.awt.EventQueue;
import java.awt.event.InputEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.swing.JFrame;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.Toolbar;
import ij.plugin.frame.Recorder;
import ij.process.ByteProcessor;

/**
 * In a child JVM with a display: teaches two classes by clicks on two images, undoes, corrects, is
 * asked, saves, and runs the recorded line again. Argument: a folder for the models and a picture.
 */
final class TeachingUser {

	private TeachingUser() {}

	public static void main(String... arguments) {
		try {
			Path folder = Path.of(arguments[0]);
			System.setProperty("triptych.models", folder.resolve("models").toString());
			new ImageJ();
			Recorder recorder = new Recorder();
			teach(folder, recorder);
		}
		catch (Exception | AssertionError e) {
			e.printStackTrace();
		}
		System.exit(0);
	}

	/** Every second disc is bright, the others are dark. */
	private static ImagePlus image(int seed) {
		Random random = new Random(seed);
		ByteProcessor pixels = new ByteProcessor(480, 480);
		for (int i = 0; i < 480 * 480; i++)
			pixels.set(i, 100 + random.nextInt(20));
		Overlay overlay = new Overlay();
		for (int k = 0; k < 36; k++) {
			OvalRoi roi = new OvalRoi(k % 6 * 80 + 20, k / 6 * 80 + 20, 36, 32);
			pixels.setValue(k % 2 == 0 ? 190 + random.nextInt(20) : 40 + random.nextInt(20));
			pixels.fill(roi);
			overlay.add(roi);
		}
		ImagePlus image = new ImagePlus("smear " + seed + ".tif", pixels);
		image.setOverlay(overlay);
		image.show();
		DialogDriver.pause(600);
		return image;
	}

	private static void teach(Path folder, Recorder recorder) throws Exception {
		ImagePlus first = image(1);
		Roi[] rois = first.getOverlay().toArray();
		byte[] pixels = ((byte[]) first.getProcessor().getPixels()).clone();
		JFrame window = TeachWindows.open();
		System.out.println("SIZE " + window.getWidth() + " x " + window.getHeight());
		TeachWindows.click(first, rois[0], 0);
		System.out.println("NO CLASS " + line(window, "Add a class first"));
		TeachWindows.add(window, "bright");
		TeachWindows.add(window, "dark");
		TeachWindows.key(first, '1');
		TeachWindows.click(first, rois[0], 0);
		TeachWindows.click(first, rois[2], 0);
		TeachWindows.click(first, rois[1], 0);
		TeachWindows.key(first, 'u');
		System.out.println("UNDONE " + line(window, "Undone"));
		TeachWindows.key(first, '2');
		TeachWindows.click(first, rois[1], 0);
		TeachWindows.click(first, rois[3], 0);
		// Wrong, and corrected.
		TeachWindows.click(first, rois[4], 0);
		TeachWindows.key(first, '1');
		TeachWindows.click(first, rois[4], 0);
		TeachWindows.click(first, rois[6], 0);
		TeachWindows.click(first, rois[6], InputEvent.ALT_DOWN_MASK);
		// The window guesses while it is clicked: the figure of an earlier click may still stand there.
		System.out.println("ACCURACY " + line(window,
			"Balanced accuracy by cross-validation 1.000"));
		IJ.setTool(Toolbar.RECTANGLE);
		TeachWindows.click(first, 2, 2, 0);
		first.killRoi();
		TeachWindows.key(first, 'n');
		System.out.println("ASKED " + line(window, "framed in white"));
		for (int k = 0; k < 3; k++) {
			DialogDriver.await("a guess", () -> line(window, "looks like"));
			TeachWindows.key(first, '\n');
			DialogDriver.pause(300);
		}
		ImagePlus second = image(2);
		TeachWindows.key(first, '1');
		for (int k = 0; k < 12; k++) {
			TeachWindows.key(second, k % 2 == 0 ? '1' : '2');
			TeachWindows.click(second, second.getOverlay().get(k), 0);
		}
		System.out.println("BY IMAGE " + DialogDriver.await("parts by image",
			() -> line(window, "no image was on both sides")));
		second.getWindow().setLocation(0, 100);
		window.toFront();
		DialogDriver.pause(600);
		TeachWindows.picture(folder.resolve("teach-window.png"), 1024, 700);
		close(window);
		TeachWindows.answer("Teach Classes", "", "Go on");
		System.out.println("OPEN " + window.isShowing());
		save(folder, recorder, window);
		close(window);
		DialogDriver.await("the end of the window", () -> window.isShowing() ? null : window);
		boolean same = Arrays.equals(pixels, (byte[]) first.getProcessor().getPixels());
		System.out.println("IMAGE " + same + " " + first.getOverlay().size() + " "
			+ first.getOverlay().get(0).getName() + " " + first.getHideOverlay() + " "
			+ first.getCanvas().getShowAllList());
		TeachWindows.click(first, 10, 10, 0);
		System.out.println("LISTENERS " + List.of(first.getCanvas().getMouseListeners())
			.contains(first.getCanvas()));
	}

	private static void save(Path folder, Recorder recorder, JFrame window) throws Exception {
		TeachWindows.name(window, "my discs");
		TeachWindows.press(window, "Save model");
		System.out.println("REFUSED " + line(window, "without blanks"));
		TeachWindows.name(window, "discs");
		TeachWindows.press(window, "Save model");
		System.out.println("SAVED " + line(window, "classify=discs"));
		String recorded = DialogDriver.await("a recorded line",
			() -> recorder.getText().contains("name=discs") ? recorder.getText() : null).strip();
		System.out.println("RECORDED " + recorded);
		Path model = folder.resolve("models").resolve("discs.onnx");
		byte[] made = Files.readAllBytes(model);
		Files.delete(model);
		IJ.runMacro(recorded.substring(recorded.indexOf("run(\"Teach")));
		System.out.println("SAME " + Arrays.equals(made, Files.readAllBytes(model)));
	}

	private static void close(JFrame window) {
		EventQueue.invokeLater(() -> window.dispatchEvent(new WindowEvent(window,
			WindowEvent.WINDOW_CLOSING)));
	}

	private static String line(JFrame window, String part) {
		return DialogDriver.await(part, () -> TeachWindows.said(window)
			.lines()
			.filter(l -> l.contains(part))
			.findFirst()
			.orElse(null));
	}
}
