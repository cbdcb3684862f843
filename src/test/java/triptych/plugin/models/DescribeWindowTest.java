package triptych.plugin.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import javax.swing.AbstractButton;
import javax.swing.JTextArea;
import javax.swing.JTextField;

import ij.ImagePlus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import triptych.draft.ModelDraft;
import triptych.ij.convert.ImagePlane;
import triptych.needs.NeedsDisplay;
import triptych.workflow.Triptych;

/** The window of Describe Model..., as somebody uses it who knows nothing of the model. */
@NeedsDisplay
class DescribeWindowTest {

	private static final int TRIES = 200, MILLISECONDS = 100;

	@TempDir
	Path folder;

	private ImagePlus shapes;
	private DescribeWindow window;

	@BeforeEach
	void open() throws Exception {
		Path model = Files.copy(Path.of("src/test/resources/models/boxes_v8.onnx"),
			folder.resolve("mine.onnx"));
		shapes = Triptych.open(Path.of("test-images/shapes.tif"));
		shapes.show();
		ModelDraft draft = ModelDraft.of(model.toString());
		EventQueue.invokeAndWait(() -> {
			window = new DescribeWindow(draft, draft.readings(ImagePlane.of(shapes)), shapes);
			window.setVisible(true);
		});
	}

	@AfterEach
	void close() throws Exception {
		EventQueue.invokeAndWait(window::dispose);
		shapes.changes = false;
		shapes.close();
		Triptych.releaseModels();
	}

	private static Optional<Component> find(Container in, Predicate<Component> wanted) {
		for (Component part : in.getComponents()) {
			if (wanted.test(part)) return Optional.of(part);
			Optional<Component> inside = part instanceof Container c ? find(c, wanted) : Optional.empty();
			if (inside.isPresent()) return inside;
		}
		return Optional.empty();
	}

	private Component named(String name) {
		return find(window.getContentPane(), part -> name.equals(part.getName())).orElseThrow();
	}

	private AbstractButton button(String text) {
		return (AbstractButton) find(window.getContentPane(),
			part -> part instanceof AbstractButton b && text.equals(b.getText())).orElseThrow();
	}

	private static void waitFor(Supplier<Boolean> there) throws Exception {
		boolean[] seen = new boolean[1];
		for (int i = 0; i < TRIES && !seen[0]; i++) {
			Thread.sleep(MILLISECONDS);
			EventQueue.invokeAndWait(() -> seen[0] = there.get());
		}
		assertTrue(seen[0]);
	}

	private boolean says(String words) {
		return find(window.getContentPane(),
			part -> part instanceof JTextArea a && a.getText().contains(words)).isPresent();
	}

	@Test
	void whereNothingIsFoundTheWindowSaysWhy() throws Exception {
		EventQueue.invokeAndWait(() -> ((JTextField) named("thresholds confidence")).setText("0.99"));
		waitFor(() -> says("below confidence=0.99"));
		EventQueue.invokeAndWait(() -> ((JTextField) named("classes")).setText("a, b, c, d"));
		waitFor(() -> says("but the description names 4") && !button("Save").isEnabled());
	}

	@Test
	void seldomKeysAreUnderAFold() throws Exception {
		EventQueue.invokeAndWait(() -> {
			assertFalse(named("input halo").isShowing());
			assertTrue(named("classes-file").getParent().isVisible());
			button("More keys...").doClick();
			assertTrue(named("input halo").getParent().isVisible());
			button("Fewer keys").doClick();
			assertFalse(named("input halo").isShowing());
		});
	}

	@Test
	void whatIsSavedRunsByTheLineThatIsNamedThen() throws Exception {
		waitFor(() -> button("Save").isEnabled());
		EventQueue.invokeAndWait(() -> button("Save").doClick());
		waitFor(() -> says("Plugins > Triptych > Detect Objects..."));
		String line = ((JTextField) named("line")).getText();
		String model = folder.resolve("mine.onnx").toAbsolutePath().toString().replace('\\', '/');
		assertEquals("run(\"Detect Objects...\", \"model=[" + model + "]\");", line);
		assertEquals("Detect Objects...", ((AbstractButton) named("next")).getText());
		assertFalse(Triptych.detect(shapes, "model=[" + model + "]").table().rows().isEmpty());
	}
}
