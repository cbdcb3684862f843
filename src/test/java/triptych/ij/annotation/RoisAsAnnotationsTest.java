package triptych.ij.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import triptych.annotation.Annotation;
import triptych.annotation.Shape;
import triptych.core.Mask;

/** A ROI as an annotation covers the pixels that ImageJ counts. */
class RoisAsAnnotationsTest {

	private static final int WIDTH = 60, HEIGHT = 50;

	private static ByteProcessor painted(Roi roi) {
		ByteProcessor image = new ByteProcessor(WIDTH, HEIGHT);
		image.setValue(255);
		image.fill(roi);
		return image;
	}

	private static void assertSamePixels(Roi roi) {
		ByteProcessor expected = painted(roi);
		Mask mask = RoiAnnotation.of(roi).shape().pixels(WIDTH, HEIGHT).mask();
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				assertEquals(expected.get(x, y) != 0, mask.holds(x, y), roi + " at " + x + ", " + y);
	}

	@Test
	void aRectangleKeepsItsCorners() {
		Roi roi = new Roi(3.25, 4.5, 10.5, 7.25);
		Shape shape = RoiAnnotation.of(roi).shape();
		assertEquals("Box[x1=3.25, y1=4.5, x2=13.75, y2=11.75]", shape.box().toString());
	}

	@Test
	void anOvalBecomesItsPixels() {
		assertSamePixels(new OvalRoi(5, 6, 21, 17));
	}

	@Test
	void anOutlineAlongPixelsKeepsThem() {
		Random random = new Random(7);
		for (int go = 0; go < 20; go++) assertSamePixels(outline(random, 0.9));
	}

	@Test
	void partsAndHolesAndIslandsInHolesKeepTheirPixels() {
		Random random = new Random(8);
		for (int go = 0; go < 20; go++) assertSamePixels(outline(random, 0.5));
	}

	private static Roi outline(Random random, double filled) {
		ByteProcessor image = new ByteProcessor(WIDTH, HEIGHT);
		for (int y = 5; y < 40; y++)
			for (int x = 5; x < 50; x++) if (random.nextDouble() < filled) image.set(x, y, 255);
		image.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		return new ThresholdToSelection().convert(image);
	}

	@Test
	void classAndScoreAndWhatElseIsKnownComeAlong() {
		Roi roi = new PolygonRoi(new float[] {1, 9.5f, 4}, new float[] {1, 2, 8.5f}, Roi.POLYGON);
		roi.setProperty("class", "white cell");
		roi.setProperty("score", "0.7500");
		roi.setProperty("note", "looked at twice: yes");
		Annotation annotation = RoiAnnotation.of(roi);
		assertEquals("white cell", annotation.className());
		assertEquals(0.75, annotation.score());
		assertEquals("{note=looked at twice: yes}", annotation.properties().toString());
		Shape.Polygon polygon = (Shape.Polygon) annotation.shape();
		assertEquals(List.of(3), polygon.rings().stream().map(r -> r.corners()).toList());
		assertTrue(polygon.rings().get(0).xy()[2] == 9.5, "sub-pixel corners stay");
	}
}
