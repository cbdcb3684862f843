package triptych.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BoxTest {

	@Test
	void clippingMovesOnlyTheEdgesThatLieOutside() {
		assertEquals(new Box(0, 2, 10, 8), new Box(-4, 2, 12, 8).clipped(10, 9));
		assertEquals(new Box(3, 0, 4, 9), new Box(3, -1, 4, 9.5).clipped(10, 9));
		assertEquals(new Box(0.25, 0.5, 9.75, 8.5), new Box(0.25, 0.5, 9.75, 8.5).clipped(10, 9));
	}

	@Test
	void aBoxBesideTheImageKeepsNoArea() {
		assertEquals(0, new Box(-8, 1, -2, 5).clipped(10, 9).area());
		assertEquals(0, new Box(2, 9, 4, 12).clipped(10, 9).area());
	}

	@Test
	void areaOfATurnedBoxIsNotPositive() {
		assertEquals(12, new Box(1, 2, 4, 6).area());
		assertEquals(0, new Box(4, 6, 1, 2).area());
	}

	@Test
	void overlapIsIntersectionOverUnion() {
		Box a = new Box(0, 0, 4, 4);
		assertEquals(1, a.iou(a));
		assertEquals(4 / 28.0, a.iou(new Box(2, 2, 6, 6)), 1e-12);
		assertEquals(4 / 28.0, new Box(2, 2, 6, 6).iou(a), 1e-12);
		assertEquals(0, a.iou(new Box(4, 0, 8, 4)), "boxes that only touch share nothing");
		assertEquals(0, a.iou(new Box(1, 1, 1, 1)), "an empty box shares nothing");
	}

	@Test
	void boxesThatOnlyTouchShareNothing() {
		Box left = new Box(0, 0, 4, 4), right = new Box(4, 0, 8, 4), low = new Box(2, 3, 6, 9);
		assertEquals(0, left.iou(right));
		assertEquals(new Box(2, 3, 4, 4), left.intersection(low));
		assertEquals(0, left.intersection(right).area());
	}

	@Test
	void theBoxAroundAMaskEndsBehindItsLastPixel() {
		assertEquals(new Box(3, 2, 5, 3), Box.around(new Mask(3, 2, 2, 1, new byte[] { 1, 1 })));
	}
}
