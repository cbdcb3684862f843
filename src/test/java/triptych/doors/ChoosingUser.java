package triptych.doors;

import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.KeyEvent;
import java.io.IOException;

import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;

/** In a child JVM: uses the window of Choose Task... with every button that needs no file. Argument: an image. */
final class ChoosingUser {

	private static final String READY = "Run Segment Objects (nuclei)";

	private ChoosingUser() {}

	public static void main(String... image) {
		try {
			new ImageJ();
			Recorder recorder = new Recorder();
			IJ.doCommand("Choose Task...");
			JFrame window = ChooseTaskWindows.window();
			ChooseTaskWindows.type(window, "What do you", "Where is the \"embryo\"? It's [always] one.", "Does every image", "yes",
				"Is the size", "no", "Images to label", "100");
			System.out.println("HEADLINE " + DialogDriver.await("the advice", () -> label(window, "Localisation: one box")));
			// In one go, so that the advice on the older number is still on show when the button is pressed.
			EventQueue.invokeAndWait(() -> {
				ChooseTaskWindows.set(window, "Images to label", "200");
				button(window, "Add to table").doClick();
			});
			String line = DialogDriver.await("a recorded line", () -> recorder.getText().contains("images=200") ? recorder.getText()
				: null).strip();
			System.out.println("RECORDED " + line);
			String first = row("Task advice");
			IJ.runMacro(line);
			String again = row("Results");
			System.out.println("SAME " + (first.equals(again) ? 1 : first + " is not " + again) + " " + first);
			System.out.println("COPY " + button(window, "Copy macro line").isEnabled());
			ImagePlus opened = IJ.openImage(image[0]);
			opened.show();
			runOwnModel(window);
			GenericDialog dialog = DialogDriver.await("the dialog", DialogDriver::dialog);
			System.out.println("DIALOG find " + DialogDriver.value(dialog, "find"));
			DialogDriver.press(dialog, "Cancel");
			DialogDriver.await("the closing of the dialog", () -> dialog.isShowing() ? null : dialog);
			ChooseTaskWindows.type(window, "Does every image", "no");
			DialogDriver.await("other advice", () -> label(window, "Detection: a box"));
			runOwnModel(window);
			GenericDialog second = DialogDriver.await("the dialog", DialogDriver::dialog);
			System.out.println("THEN find " + DialogDriver.value(second, "find"));
			DialogDriver.press(second, "Cancel");
			ChooseTaskWindows.type(window, "What do you", "How many nuclei are in each image?", "Does every image", "don't know",
				"Is the size", "don't know");
			DialogDriver.await("the other button", () -> button(window, READY).isShowing() ? window : null);
			press(window, "Copy macro line");
			System.out.println("READY " + DialogDriver.await("a copied line", () -> copied("Segment Objects")));
			DialogDriver.await("the end of the dialog", () -> dialog.isShowing() ? null : dialog);
			press(window, READY);
			GenericDialog other = DialogDriver.await("the dialog", DialogDriver::dialog);
			System.out.println("DIALOG " + other.getTitle() + " " + DialogDriver.value(other, "model"));
			DialogDriver.press(other, "Cancel");
			press(window, "Evaluate...");
			GenericDialog evaluate = DialogDriver.await("the dialog",
				() -> DialogDriver.dialog() == other ? null : DialogDriver.dialog());
			System.out.println("EVALUATE " + evaluate.getTitle() + " " + DialogDriver.value(evaluate, "task"));
			DialogDriver.press(evaluate, "Cancel");
			ChooseTaskWindows.type(window, "Images to label", "lots");
			System.out.println("WRONG " + DialogDriver.await("the sentence", () -> label(window, "has the value")));
			System.out.println("BUTTONS " + button(window, "Add to table").isEnabled());
			close(window);
			DialogDriver.await("the end of the window", () -> window.isDisplayable() ? null : window);
			System.out.println("CLOSED");
		}
		catch (Exception | AssertionError e) {
			e.printStackTrace();
		}
		System.exit(0);
	}

	/** The text of a label, without its mark-up; null where none holds these words. */
	private static String label(JFrame window, String words) {
		return DialogDriver.all(window).stream().filter(c -> c instanceof JLabel l && l.isVisible() && l.getText() != null && l
			.getText().contains(words)).map(c -> ((JLabel) c).getText().replaceAll("<[^>]*>", "").replace("&quot;", "\"").replace(
				"Please mend: ", "")).findFirst().orElse(null);
	}

	/** What lies in the clipboard; null where it does not hold these words yet. */
	private static String copied(String words) {
		try {
			String text = (String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
			return text.contains(words) ? text : null;
		}
		catch (UnsupportedFlavorException | IOException e) {
			return null;
		}
	}

	private static String row(String title) {
		return DialogDriver.await("a row", () -> ResultsTable.getResultsTable(title)).getStringValue("Task", 0);
	}

	private static JButton button(JFrame window, String words) {
		return DialogDriver.all(window).stream().filter(c -> c instanceof JButton b && words.equals(b.getText())).map(
			c -> (JButton) c).findFirst().orElse(new JButton());
	}

	private static void press(JFrame window, String words) {
		EventQueue.invokeLater(button(window, words)::doClick);
	}

	/** Where no installed model is known to answer, the button offers ways to one; this is the first. */
	private static void runOwnModel(JFrame window) {
		press(window, "Ways to a model...");
		JPopupMenu menu = DialogDriver.await("the ways", () -> {
			MenuElement[] path = MenuSelectionManager.defaultManager().getSelectedPath();
			return path.length > 0 && path[0] instanceof JPopupMenu m ? m : null;
		});
		EventQueue.invokeLater(() -> {
			menu.setVisible(false);
			((JMenuItem) menu.getComponent(0)).doClick();
		});
	}

	/** What the Esc key does. */
	private static void close(JFrame window) {
		KeyStroke escape = KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0);
		EventQueue.invokeLater(() -> window.getRootPane().getActionForKeyStroke(escape).actionPerformed(null));
		if (window.getRootPane().getConditionForKeyStroke(escape) != JComponent.WHEN_IN_FOCUSED_WINDOW) throw new AssertionError(
			"Esc must work wherever the cursor is");
	}
}
