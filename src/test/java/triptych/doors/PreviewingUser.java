package triptych.doors;

import java.awt.Checkbox;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.event.ItemEvent;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;

/** In a child JVM with a display: uses the preview of a dialog and prints what it said and what the command then gave. */
final class PreviewingUser {

	private PreviewingUser() {}

	/** @param arguments an image */
	public static void main(String... arguments) throws InterruptedException {
		try {
			new ImageJ();
			ImagePlus image = IJ.openImage(arguments[0]);
			image.show();
			image.setOverlay(new Overlay(new Roi(5, 5, 20, 20)));
			DialogDriver.command("Segment Objects...", image, () -> preview(image, "Cancel"));
			System.out.println("CANCELLED overlay " + image.getOverlay().size() + " rows " + ResultsTable.getResultsTable().size());
			DialogDriver.command("Segment Objects...", image, () -> preview(image, "OK"));
			System.out.println("OK rows " + ResultsTable.getResultsTable().size() + " overlay " + image.getOverlay().size());
		}
		catch (AssertionError | RuntimeException e) {
			e.printStackTrace();
		}
		System.exit(0);
	}

	private static void preview(ImagePlus image, String button) {
		GenericDialog dialog = DialogDriver.await("a dialog", DialogDriver::dialog);
		DialogDriver.set(dialog, "smallest", "20");
		tick(dialog);
		String all = DialogDriver.await("a count", () -> said(dialog).contains("object") ? said(dialog) : null);
		DialogDriver.set(dialog, "confidence", "0.969");
		String fewer = DialogDriver.await("another count", () -> said(dialog).equals(all) ? null : said(dialog));
		System.out.println("PREVIEW " + all + ", then " + fewer + ", drawn " + (image.getOverlay().size() - 1));
		DialogDriver.set(dialog, "smallest", "tiny");
		System.out.println("WRONG " + DialogDriver.await("a sentence", () -> note(dialog).contains("smallest") ? note(dialog)
			: null));
		DialogDriver.set(dialog, "smallest", "20");
		DialogDriver.press(dialog, button);
		DialogDriver.await("the closing of the dialog", () -> dialog.isShowing() ? null : dialog);
	}

	static void tick(GenericDialog dialog) {
		for (Component c : dialog.getComponents())
			if (c instanceof Checkbox box && box.getLabel().startsWith("preview")) EventQueue.invokeLater(() -> {
				box.setState(true);
				box.dispatchEvent(new ItemEvent(box, ItemEvent.ITEM_STATE_CHANGED, box, ItemEvent.SELECTED));
			});
	}

	static String said(GenericDialog dialog) {
		return text(dialog, "PreviewPanel", "head");
	}

	static String note(GenericDialog dialog) {
		return text(dialog, "Note", "text");
	}

	/** The classes of the plugin are not those of this driver. */
	private static String text(GenericDialog dialog, String type, String field) {
		StringBuilder text = new StringBuilder();
		for (Component c : DialogDriver.all(dialog))
			if (c.getClass().getSimpleName().equals(type)) try {
				var f = c.getClass().getDeclaredField(field);
				f.setAccessible(true);
				text.append(f.get(c)).append(' ');
			}
			catch (ReflectiveOperationException e) {
				throw new AssertionError(e);
			}
		return text.toString().strip();
	}
}
