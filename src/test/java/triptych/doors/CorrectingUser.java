package triptych.doors;

import java.util.List;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;

/** In a child JVM with a display: types what is wrong into a dialog with a preview, mends it, and prints what is said. */
final class CorrectingUser {

	private CorrectingUser() {}

	/** @param arguments an image */
	public static void main(String... arguments) throws InterruptedException {
		try {
			new ImageJ();
			ImagePlus image = IJ.openImage(arguments[0]);
			image.show();
			DialogDriver.command("Segment Objects...", image, CorrectingUser::mistakes);
			DialogDriver.command("Segment Objects...", image, CorrectingUser::again);
			DialogDriver.command("Segment Objects...", image, () -> closing(image));
		}
		catch (AssertionError | RuntimeException e) {
			e.printStackTrace();
		}
		System.exit(0);
	}

	private static void mistakes() {
		GenericDialog dialog = DialogDriver.await("a dialog", DialogDriver::dialog);
		PreviewingUser.tick(dialog);
		DialogDriver.await("a count", () -> PreviewingUser.said(dialog).contains("object") ? dialog : null);
		for (List<String> wrong : List.of(List.of("channels", "9"), List.of("model", "/no/such.onnx"))) {
			String before = DialogDriver.value(dialog, wrong.get(0));
			String well = PreviewingUser.note(dialog);
			DialogDriver.set(dialog, wrong.get(0), wrong.get(1));
			DialogDriver.await("a sentence", () -> PreviewingUser.note(dialog).contains(wrong.get(1)) ? dialog : null);
			DialogDriver.pause(300);
			System.out.println("WRONG " + PreviewingUser.note(dialog));
			DialogDriver.set(dialog, wrong.get(0), before);
			DialogDriver.await("a count", () -> PreviewingUser.said(dialog).contains("object") ? dialog : null);
			DialogDriver.await("the note of before", () -> PreviewingUser.note(dialog).equals(well) ? dialog : null);
			System.out.println("MENDED true " + PreviewingUser.note(dialog));
		}
		String seen = PreviewingUser.said(dialog);
		IJ.run(WindowManager.getCurrentImage(), "Set...", "value=0");
		DialogDriver.set(dialog, "confidence", "0.4791");
		System.out.println("BLACK " + DialogDriver.await("another count", () -> PreviewingUser.said(dialog).contains("object")
			&& !PreviewingUser.said(dialog).equals(seen) ? PreviewingUser.said(dialog) : null));
		DialogDriver.set(dialog, "outputs", "table");
		DialogDriver.press(dialog, "OK");
		DialogDriver.await("the closing of the dialog", () -> dialog.isShowing() ? null : dialog);
	}

	private static void again() {
		GenericDialog dialog = DialogDriver.await("a dialog", DialogDriver::dialog);
		DialogDriver.await("the model", () -> PreviewingUser.note(dialog).isEmpty() ? null : dialog);
		System.out.println("AGAIN confidence " + DialogDriver.value(dialog, "confidence"));
		DialogDriver.press(dialog, "OK");
		DialogDriver.await("the closing of the dialog", () -> dialog.isShowing() ? null : dialog);
	}

	private static void closing(ImagePlus image) {
		GenericDialog dialog = DialogDriver.await("a dialog", DialogDriver::dialog);
		PreviewingUser.tick(dialog);
		DialogDriver.await("a count", () -> PreviewingUser.said(dialog).contains("object") ? dialog : null);
		image.changes = false;
		image.close();
		System.out.println("CLOSED " + DialogDriver.await("a sentence", () -> PreviewingUser.note(dialog).contains("was closed")
			? PreviewingUser.note(dialog) : null));
		System.out.println("OK " + dialog.getButtons()[0].isEnabled());
		DialogDriver.press(dialog, "Cancel");
	}
}
