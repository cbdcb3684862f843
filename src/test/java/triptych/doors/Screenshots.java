package triptych.doors;

import java.awt.AWTException;
import java.awt.Checkbox;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.ItemEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.process.ColorProcessor;
import ij.process.MedianCut;

/**
 * Makes a picture of every dialog, with the preview on the image beside it where there is one: arguments are the folder of
 * the pictures, and optionally a detector and a photograph. Needs a display.
 */
public final class Screenshots {

	private static final String IMAGES = "test-images/", MODELS = "src/test/resources/models/";

	private final Path folder;
	private final Robot robot;

	private Screenshots(Path folder) throws AWTException {
		this.folder = folder;
		robot = new Robot();
	}

	public static void main(String... arguments) throws Exception {
		Screenshots shots = new Screenshots(Files.createDirectories(Path.of(arguments[0])));
		new ImageJ();
		shots.take("segment-objects", "Segment Objects...", IMAGES + "nuclei.tif", "confidence", "0.93", "smallest", "20");
		shots.take("segment-regions", "Segment Regions...", IMAGES + "nuclei.tif");
		boolean others = arguments.length > 2;
		shots.take("detect", "Detect Objects...", others ? arguments[2] : IMAGES + "shapes.tif", "model", others
			? arguments[1] : Path.of(MODELS, "boxes_v8.onnx").toString());
		shots.take("classify", "Classify Image...", IMAGES + "shapes.tif", "model", Path.of(MODELS, "classes.onnx")
			.toString());
		shots.take("wrong", "Segment Objects...", IMAGES + "nuclei.tif", "smallest", "tiny");
		shots.take("measure-objects", "Measure Objects...", IMAGES + "nuclei.tif");
		shots.take("labels-to-rois", "Labels to ROIs...", IMAGES + "nuclei-labels.tif");
		shots.take("rois-to-labels", "ROIs to Labels...", IMAGES + "nuclei.tif");
		shots.take("process-folder", "Process Folder...", IMAGES + "nuclei.tif");
		shots.take("import-annotations", "Import Annotations...", IMAGES + "nuclei.tif");
		shots.take("export-annotations", "Export Annotations...", IMAGES + "nuclei.tif");
		shots.take("teach-regions", "Teach Regions...", IMAGES + "nuclei.tif");
		shots.take("inspect-model", "Inspect Model...", IMAGES + "nuclei.tif");
		System.exit(0);
	}

	private void take(String name, String command, String image, String... values) throws IOException, InterruptedException {
		ImagePlus opened = IJ.openImage(image);
		opened.show();
		opened.getWindow().setLocation(10, 130);
		// What these two work on.
		if (List.of("measure-objects", "rois-to-labels").contains(name)) IJ.run(opened, "Segment Objects...", "outputs=overlay");
		DialogDriver.command(command, opened, () -> {
			GenericDialog dialog = DialogDriver.await("the dialog", DialogDriver::dialog);
			dialog.setLocation(opened.getWindow().getX() + opened.getWindow().getWidth() + 10, 10);
			DialogDriver.set(dialog, values);
			DialogDriver.pause(1500);
			tickPreview(dialog);
			DialogDriver.pause(4000);
			save(name, dialog, opened.getWindow());
			DialogDriver.press(dialog, "Cancel");
		});
		opened.changes = false;
		opened.close();
		for (int id : WindowManager.getImageCount() == 0 ? new int[0] : WindowManager.getIDList())
			WindowManager.getImage(id).close();
	}

	private static void tickPreview(Container dialog) {
		for (Component c : DialogDriver.all(dialog))
			if (c instanceof Checkbox box && box.getLabel().startsWith("preview")) EventQueue.invokeLater(() -> {
				box.setState(true);
				box.dispatchEvent(new ItemEvent(box, ItemEvent.ITEM_STATE_CHANGED, box, ItemEvent.SELECTED));
			});
	}

	private void save(String name, Window dialog, Window image) {
		dialog.toFront();
		DialogDriver.pause(600);
		Rectangle area = dialog.getBounds().union(image.getBounds());
		// 256 colours are enough for windows and greys, and a third of the bytes.
		BufferedImage picture = new MedianCut(new ColorProcessor(robot.createScreenCapture(area))).convertToByte(256)
			.getBufferedImage();
		try {
			ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
		}
		catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}
}
