package triptych.ij.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Arrow;
import ij.gui.Line;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import org.junit.jupiter.api.Test;

class ScribblesTest {

	@Test
	void aLineCoversThePixelsOfItsWidth() {
		PolygonRoi line = new PolygonRoi(new float[] { 20, 60, 60 }, new float[] { 30, 30, 50 },
			Roi.POLYLINE);
		line.setStrokeWidth(4);
		line.setName("stroma-3");
		line.setGroup(7);
		line.setProperty("class", "stroma");
		line.setPosition(2);
		Roi area = Scribbles.area(line);
		assertTrue(area.isArea());
		assertEquals(4 * (40 + 20), area.getStatistics().pixelCount, 24);
		assertTrue(area.contains(40, 30) && area.contains(60, 40));
		assertFalse(area.contains(40, 40));
		assertEquals("stroma-3", area.getName());
		assertEquals(7, area.getGroup());
		assertEquals("stroma", area.getProperty("class"));
		assertEquals(2, area.getPosition());
	}

	@Test
	void aThinLineIsAPixelWide() {
		Roi area = Scribbles.area(new Line(5, 8, 14, 8));
		assertEquals(10, area.getStatistics().pixelCount, 1);
		assertTrue(area.contains(9, 8));
	}

	/** Also where it begins beside the image. */
	@Test
	void pointsAreAPixelEach() {
		PointRoi points = new PointRoi();
		points.addPoint(3, 4);
		points.addPoint(30, 40);
		points.addPoint(-2, 1);
		Roi area = Scribbles.area(points);
		assertEquals(3, area.getStatistics().pixelCount);
		assertTrue(area.contains(3, 4) && area.contains(30, 40) && area.contains(-2, 1));
	}

	@Test
	void areasAndArrowsStayWhatTheyAre() {
		Roi box = new Roi(1, 2, 3, 4), arrow = new Arrow(1, 2, 30, 40);
		assertSame(box, Scribbles.area(box));
		assertSame(arrow, Scribbles.area(arrow));
	}
}
