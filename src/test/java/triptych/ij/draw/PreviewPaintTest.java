package triptych.ij.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import org.junit.jupiter.api.Test;
import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.ij.convert.Position;

/** The preview paints over an image whose overlay is the user's, and stays the user's. */
class PreviewPaintTest {

	private static final ClassScore CELL = new ClassScore(0, "cell", 0.9);

	private final ImagePlus image = IJ.createImage("stack", "8-bit black", 20, 10, 3);
	private final PreviewPaint paint = new PreviewPaint(image);

	private void regions(PreviewPaint by) {
		int[] ids = new int[200];
		ids[5] = 1;
		by.regions(new LabelMap(20, 10, ids, List.of(new Segment(1, CELL, false))), 0.5,
			Position.of(image));
	}

	private static Roi ours(int slice) {
		return new Rois("", Position.of(IJ.createImage("stack", "8-bit black", 20, 10, 3), slice))
			.of(new Detections(List.of(new Detection(new Box(1, 1, 4, 4), CELL))))
			.get(0);
	}

	@Test
	void whatIsAddedOrRemovedBetweenShowingsStays() {
		image.setOverlay(new Overlay(new Roi(1, 1, 3, 3)));
		Overlay own = image.getOverlay();
		own.add(ours(1));
		Roi second = new Roi(5, 1, 3, 3), third = new Roi(9, 1, 3, 3);
		own.add(second);
		regions(paint);
		assertEquals(3, image.getOverlay().size(), "without what the command would replace");
		image.getOverlay().add(third);
		regions(paint);
		assertEquals(4, image.getOverlay().size());
		image.getOverlay().remove(second);
		paint.remove();
		assertSame(own, image.getOverlay());
		assertEquals(3, own.size());
		assertSame(third, own.get(2));
	}

	@Test
	void anOverlayThatTheUserMadeMeanwhileStays() {
		Overlay made = new Overlay(new Roi(1, 1, 3, 3));
		image.setOverlay(made);
		paint.remove();
		assertSame(made, image.getOverlay(), "nothing was painted");
		image.setOverlay(null);
		regions(paint);
		image.getOverlay().add(new Roi(2, 2, 5, 5));
		paint.remove();
		assertEquals(1, image.getOverlay().size());
		regions(paint);
		image.setOverlay(made);
		paint.remove();
		assertSame(made, image.getOverlay());
	}

	@Test
	void twoDialogsBesideOneImageLeaveNothing() {
		PreviewPaint other = new PreviewPaint(image);
		regions(paint);
		regions(other);
		assertEquals(1, image.getOverlay().size());
		paint.remove();
		assertEquals(1, image.getOverlay().size());
		regions(paint);
		other.remove();
		paint.remove();
		assertNull(image.getOverlay());
	}

	@Test
	void itLiesOnThePlaneThatTheModelSaw() {
		Position first = Position.of(image);
		image.setOverlay(new Overlay(ours(3)));
		image.setSlice(2);
		paint.objects(new Detections(List.of(new Detection(new Box(1, 1, 4, 4), CELL))),
			Optional.empty(), Colouring.BY_ID, first);
		assertEquals(List.of(3, 1),
			Arrays.stream(image.getOverlay().toArray()).map(Roi::getPosition).toList());
	}
}
