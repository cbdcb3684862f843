package triptych.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import triptych.cases.RandomCases;

class PlacementTest {

	@Test
	void imagePointsComeBackWithinAMillionthOfAPixel() {
		RandomCases.each(10000, random -> {
			int width = 1 + random.nextInt(5000), height = 1 + random.nextInt(5000);
			Placement p = new Placement(0.01 + 30 * random.nextDouble(), 0.01 + 30 * random.nextDouble(),
				random.nextInt(900) - 300, random.nextInt(900) - 300, width, height, 640, 640);
			double x = width * random.nextDouble(), y = height * random.nextDouble();
			assertEquals(x, p.toImageX(p.toInputX(x)), 1e-6);
			assertEquals(y, p.toImageY(p.toInputY(y)), 1e-6);
		});
	}

	@Test
	void inputIsImageTimesScalePlusOffset() {
		Placement p = new Placement(2, 4, 10, -20, 100, 50, 640, 480);
		assertEquals(16, p.toInputX(3));
		assertEquals(-8, p.toInputY(3));
	}

	@Test
	void boxesEndAtTheImagesEdge() {
		Placement p = new Placement(2, 4, 10, 20, 100, 50, 640, 480);
		assertEquals(new Box(0, 0, 100, 50), p.toImage(0, 0, 640, 480));
		assertEquals(new Box(5, 10, 25, 30), p.toImage(20, 60, 60, 140));
	}
}
