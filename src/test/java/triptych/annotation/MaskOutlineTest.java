package triptych.annotation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import triptych.core.Mask;
import triptych.core.pixels.RunMask;

/** The outlines of pixels hold exactly these pixels. */
class MaskOutlineTest {

	@Test
	void anyPixelsComeBack() {
		Random random = new Random(3);
		for (int go = 0; go < 200; go++) {
			double filled = 0.05 + 0.9 * random.nextDouble();
			byte[] inside = new byte[13 * 11];
			for (int i = 0; i < inside.length; i++)
				inside[i] = (byte) (random.nextDouble() < filled ? 1 : 0);
			RunMask mask = RunMask.of(new Mask(4, 5, 13, 11, inside));
			List<Ring> rings = MaskOutline.of(mask);
			byte[] back = new byte[30 * 30], expected = new byte[30 * 30];
			paint(new Shape.Polygon(rings).pixels(30, 30), back);
			paint(mask, expected);
			assertArrayEquals(expected, back);
			assertEquals(mask.area(), new Shape.Polygon(rings).area(), 1e-9);
		}
	}

	private static void paint(RunMask mask, byte[] image) {
		Mask m = mask.mask();
		for (int y = 0; y < 30; y++)
			for (int x = 0; x < 30; x++) if (m.holds(x, y)) image[y * 30 + x] = 1;
	}

	@Test
	void aHoleIsAHoleAndPartsThatTouchInACornerAreTwo() {
		byte[] ring = {1, 1, 1, 1, 0, 1, 1, 1, 1};
		List<Ring> rings = MaskOutline.of(RunMask.of(new Mask(0, 0, 3, 3, ring)));
		assertEquals(List.of(false, true), rings.stream().map(Ring::hole).toList());
		byte[] corner = {1, 0, 0, 1};
		List<Ring> two = MaskOutline.of(RunMask.of(new Mask(0, 0, 2, 2, corner)));
		assertEquals(2, two.size());
		assertTrue(two.stream().allMatch(r -> r.corners() == 4 && !r.hole()));
	}
}
