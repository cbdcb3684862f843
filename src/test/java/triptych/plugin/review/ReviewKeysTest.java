package triptych.plugin.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JTextArea;

import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.ImageWindow;
import ij.io.FileSaver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.folder.FolderProgress;
import triptych.folder.FolderReview;
import triptych.folder.ReviewOptions;
import triptych.options.Options;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** Each key that a button of Review Folder... names does what the button does, wherever the focus is. */
@Timeout(180)
class ReviewKeysTest {

	@TempDir
	Path folder;

	private ImageJ bar;
	private ReviewWindow window;
	private FolderReview review;

	@AfterEach
	void close() throws Exception {
		if (bar != null) EventQueue.invokeAndWait(() -> {
			window.dispose();
			for (Window left : Window.getWindows())
				left.dispose();
			bar.dispose();
		});
	}

	@ParameterizedTest
	@CsvSource({ "instance, touching", "detection, boxes_v8", "semantic, regions",
		"classification, classes" })
	void everyKeyWorksInEveryPlace(String task, String model) throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		open(task, model);
		List<String> dead = new ArrayList<>();
		int keys = 0;
		for (Place place : Place.values())
			for (JButton button : buttons()) {
				if (button.getText().endsWith("(Q)")) continue;
				keys++;
				if (!works(place, button)) dead.add(place + " " + button.getText());
			}
		assertEquals(List.of(), dead);
		assertTrue(keys >= 5 * 6, keys + " keys");
		if (!task.equals("instance")) for (Place place : Place.values()) {
			for (int number : new int[] { 2, 1 }) {
				press(place, (char) ('0' + number));
				JComboBox<?> list = (JComboBox<?>) all(window, JComboBox.class).get(0);
				assertTrue(until(() -> list.getSelectedIndex() == number - 1), place + " " + number);
			}
		}
		press(Place.TEXT, 'q');
		assertTrue(until(() -> !window.isDisplayable()), "Q closes the window");
	}

	private void open(String task, String model) throws Exception {
		review = review(task, model);
		bar = new ImageJ(ImageJ.NO_SHOW);
		bar.setVisible(true);
		CompletableFuture<Void> first = new CompletableFuture<>();
		EventQueue.invokeAndWait(() -> {
			window = new ReviewWindow(review, first);
			window.begin();
		});
		first.join();
	}

	/** It would go on with the next image, as if this one were right. */
	@Test
	void enterInTheOpenListOfClassesChoosesAClassOnly() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		open("detection", "boxes_v8");
		JComboBox<?> list = (JComboBox<?>) all(window, JComboBox.class).get(0);
		List<Character> pressed = new ArrayList<>();
		ReviewKeys keys = new ReviewKeys(() -> List.of(window), pressed::add);
		KeyEvent enter = new KeyEvent(list, KeyEvent.KEY_PRESSED, System.currentTimeMillis(), 0,
			KeyEvent.VK_ENTER, '\n');
		// The windows that open may take the focus back once more.
		for (int tries = 0; tries < 10 && pressed.isEmpty(); tries++) {
			assertTrue(focused(list));
			EventQueue.invokeAndWait(() -> {
				if (KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner() != list) return;
				keys.dispatchKeyEvent(enter);
				list.showPopup();
				assertTrue(list.isPopupVisible());
				keys.dispatchKeyEvent(enter);
			});
		}
		assertEquals(List.of('N'), pressed, "of the closed list, and not of the open one");
	}

	/** Where the focus can be while somebody reviews. */
	private enum Place {
		WINDOW, TEXT, LIST, IMAGE, IMAGE_FRAME, IMAGEJ
	}

	private Component component(Place place) {
		ImageWindow image = imageWindow();
		return switch (place) {
			case WINDOW -> window;
			case TEXT -> all(window, JTextArea.class).get(0);
			case LIST -> all(window, JComboBox.class).get(0);
			case IMAGE -> image.getCanvas();
			case IMAGE_FRAME -> image;
			case IMAGEJ -> bar;
		};
	}

	private static ImageWindow imageWindow() {
		for (Window w : Window.getWindows())
			if (w instanceof ImageWindow image && image.isShowing()) return image;
		throw new AssertionError("No image is open");
	}

	private FolderReview review(String task, String model) throws IOException {
		Path in = Files.createDirectories(folder.resolve("in"));
		for (String name : List.of("a.tif", "b.tif", "c.tif")) {
			ImagePlus image = Planted.black(120, 90);
			Planted.fill(image, Color.RED, 20, 20, 50, 50);
			new FileSaver(image).saveAsTiff(in + "/" + name);
		}
		String out = folder.resolve("out").toString();
		Triptych.processFolder(Map.of("task", task, "input", in.toString(), "save", out, "model",
			Planted.MODELS.resolve(model + ".onnx").toString()), FolderProgress.SILENT);
		return FolderReview.open(Options.of(ReviewOptions.class, Map.of("results", out)));
	}

	private boolean works(Place place, JButton button) throws Exception {
		AtomicInteger pressed = new AtomicInteger();
		var listener = (java.awt.event.ActionListener) e -> pressed.incrementAndGet();
		EventQueue.invokeAndWait(() -> button.addActionListener(listener));
		String text = button.getText();
		press(place, Character.toLowerCase(text.charAt(text.length() - 2)));
		boolean worked = until(() -> pressed.get() == 1);
		EventQueue.invokeAndWait(() -> button.removeActionListener(listener));
		assertTrue(until(() -> buttons().stream().allMatch(Component::isEnabled)), "the end of " + text);
		// The image is shown in the event that enables them.
		EventQueue.invokeAndWait(() -> {});
		return worked;
	}

	/** As the keyboard does it: the event goes to whatever has the focus. */
	private void press(Place place, char key) throws Exception {
		Component target = component(place);
		if (!target.isShowing()) target = component(Place.TEXT);
		Component asked = target;
		assertTrue(focused(asked), "the focus in " + place);
		int code = KeyEvent.getExtendedKeyCodeForChar(key);
		for (int id : new int[] { KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED })
			Toolkit.getDefaultToolkit()
				.getSystemEventQueue()
				.postEvent(new KeyEvent(asked, id, System.currentTimeMillis(), 0, code, key));
	}

	/** Asks once and waits: each further wish would hold the keys back until it is fulfilled. */
	private static boolean focused(Component asked) throws Exception {
		BooleanSupplier there = () -> KeyboardFocusManager.getCurrentKeyboardFocusManager()
			.getFocusOwner() == asked;
		for (int tries = 0; tries < 4 && !there.getAsBoolean(); tries++) {
			EventQueue.invokeAndWait(asked::requestFocus);
			until(there, 3_000);
		}
		return there.getAsBoolean();
	}

	private static boolean until(BooleanSupplier done) throws InterruptedException {
		return until(done, 10_000);
	}

	private static boolean until(BooleanSupplier done, int patience) throws InterruptedException {
		for (long end = System.currentTimeMillis() + patience; System.currentTimeMillis() < end; Thread
			.sleep(15))
			if (done.getAsBoolean()) return true;
		return false;
	}

	private List<JButton> buttons() {
		return all(window, JButton.class).stream().filter(b -> b.getText().endsWith(")")).toList();
	}

	private static <T> List<T> all(Container parent, Class<T> type) {
		List<T> found = new ArrayList<>();
		for (Component c : parent.getComponents()) {
			if (type.isInstance(c)) found.add(type.cast(c));
			if (c instanceof Container inner) found.addAll(all(inner, type));
		}
		return found;
	}
}
