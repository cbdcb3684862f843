package triptych.doors;

import java.nio.file.Files;
import java.nio.file.Path;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/** In a child JVM with a display: makes mistakes in a macro and in a dialog, and prints what ImageJ then shows. */
final class MistakenUser {

	private MistakenUser() {}

	/** @param arguments an image, and a file that the macro would write if it went on */
	public static void main(String... arguments) throws InterruptedException {
		try {
			new ImageJ();
			ImagePlus image = IJ.openImage(arguments[0]);
			image.show();
			macro(Path.of(arguments[1]));
			dialog(image);
		}
		catch (AssertionError | RuntimeException e) {
			e.printStackTrace();
		}
		System.exit(0);
	}

	private static void macro(Path sentinel) throws InterruptedException {
		Thread macro = new Thread(() -> IJ.runMacro("run('Detect Objects...', 'confidense=1');\nFile.saveString('on', '".replace(
			'\'', '"') + sentinel + "\");"));
		macro.start();
		System.out.println("MACRO " + DialogDriver.message().replace('\n', ' '));
		macro.join(5000);
		System.out.println("WENT ON " + Files.exists(sentinel));
	}

	private static void dialog(ImagePlus image) throws InterruptedException {
		Recorder recorder = new Recorder();
		DialogDriver.command("Segment Objects...", image, () -> {
			DialogDriver.fillIn("smallest", "tiny", "border", "exclude");
			System.out.println("DIALOG " + DialogDriver.message().replace('\n', ' '));
			GenericDialog again = DialogDriver.await("the dialog again", DialogDriver::dialog);
			System.out.println("TYPED " + ((java.awt.TextField) again.getStringFields().get(7)).getText() + " "
				+ ((java.awt.Choice) again.getChoices().get(0)).getSelectedItem());
			DialogDriver.press(again, "Cancel");
		});
		System.out.println("AFTER images " + WindowManager.getImageCount() + " overlay " + image.getOverlay() + " recorded "
			+ recorder.getText().contains("Segment") + " locked " + image.isLocked());
	}
}
