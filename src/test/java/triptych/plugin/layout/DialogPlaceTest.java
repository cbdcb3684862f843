package triptych.plugin.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Button;
import java.awt.Component;
import java.awt.Panel;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.ScrollPane;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.gui.ImageCanvas;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import triptych.needs.NeedsDisplay;

/** A small screen, whatever that of the test is. */
@NeedsDisplay
class DialogPlaceTest {

	private static final Rectangle SCREEN = new Rectangle(0, 0, 1024, 700);

	/** The display tells late where it has put a window, and Java believes it. */
	private static final int SETTLING = 300;

	private ImagePlus image;
	private GenericDialog dialog;
	private Button ok;

	@BeforeEach
	void open() throws InterruptedException {
		image = new ImagePlus("512", new ByteProcessor(512, 512));
		image.show();
		Thread.sleep(SETTLING);
		image.getWindow().setLocation(200, 90);
		Thread.sleep(SETTLING);
	}

	@AfterEach
	void close() {
		dialog.dispose();
		image.changes = false;
		image.close();
	}

	private DialogPlace dialogOf(int rows, int letters) {
		dialog = new GenericDialog("rows");
		for (int i = 0; i < rows; i++)
			dialog.addStringField("key number " + i, "", letters);
		dialog.addPanel(new Panel());
		Panel buttons = new Panel();
		ok = new Button("OK");
		buttons.add(ok);
		dialog.addPanel(buttons);
		DialogPlace place = new DialogPlace(dialog, image.getWindow());
		dialog.pack();
		place.within(SCREEN);
		dialog.validate();
		return place;
	}

	private Rectangle placeOfOk() {
		Rectangle bounds = new Rectangle(ok.getSize());
		for (Component c = ok; c != null; c = c.getParent())
			bounds.translate(c.getX(), c.getY());
		return bounds;
	}

	@Test
	void buttonsOfATallDialogAreOnTheScreen() {
		dialogOf(60, 20);
		assertTrue(SCREEN.contains(dialog.getBounds()), dialog.getBounds().toString());
		assertTrue(SCREEN.contains(placeOfOk()), placeOfOk().toString());
	}

	@Test
	void dialogThatFitsIsNotScrolled() {
		dialogOf(6, 20);
		for (Component part : dialog.getComponents())
			assertFalse(part instanceof ScrollPane);
	}

	@Test
	void imageIsNeverUnderTheDialogAndComesBackAsItWas() throws InterruptedException {
		ImageCanvas canvas = image.getCanvas();
		canvas.setMagnification(1);
		Point before = image.getWindow().getLocation();
		DialogPlace place = dialogOf(12, 50);
		assertFalse(dialog.getBounds().intersects(image.getWindow().getBounds()),
			dialog.getBounds() + " and " + image.getWindow().getBounds());
		assertTrue(SCREEN.contains(dialog.getBounds()), dialog.getBounds().toString());
		assertTrue(canvas.getMagnification() < 1, "there was no room for the whole image");
		assertEquals(new Rectangle(512, 512), canvas.getSrcRect());
		place.close();
		assertEquals(1, canvas.getMagnification());
		Thread.sleep(SETTLING);
		assertEquals(before, image.getWindow().getLocation());
	}

	@Test
	void imageThatTheUserZoomedMeanwhileIsLeftAlone() {
		DialogPlace place = dialogOf(12, 50);
		image.getCanvas().setMagnification(0.25);
		place.close();
		assertEquals(0.25, image.getCanvas().getMagnification());
	}
}
