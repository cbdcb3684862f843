package triptych.ij.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Rectangle;
import java.util.Random;
import java.util.stream.IntStream;

import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import triptych.core.Mask;

/** Pixels are those of ImageJ's own mask, whatever the ROI, also where it leaves the image. */
class RoiPainterTest {

	private static final int WIDTH = 160, HEIGHT = 30, ROUNDS = 3000;

	private final Random random = new Random(9);

	@Test
	void pixelsAreThoseOfTheMask() {
		pixelsAreThoseOfTheMask(RoiPainter.ofInts(WIDTH, HEIGHT, ROUNDS + 1), 1);
	}

	/** Of which those above 32767 are negative numbers in Java. */
	@Test
	void pixelsOfTwoBytesAreThoseOfTheMask() {
		pixelsAreThoseOfTheMask(RoiPainter.ofShorts(WIDTH, HEIGHT, 65536), 65536 - ROUNDS);
	}

	private void pixelsAreThoseOfTheMask(RoiPainter painter, int first) {
		for (int round = 0; round < ROUNDS; round++) {
			Roi roi = roi(round % 7);
			int[] expected = painter.ids().clone();
			int painted = byMask(roi, first + round, expected);
			assertEquals(painted, painter.paint(roi, first + round), roi.toString());
			assertArrayEquals(expected, painter.ids(), "round " + round + " " + roi);
		}
		for (int value = first; value < first + ROUNDS; value++) {
			int wanted = value;
			assertEquals(IntStream.of(painter.ids()).filter(p -> p == wanted).count(),
				painter.left(value));
		}
	}

	private Roi roi(int kind) {
		Roi roi = switch (kind) {
			case 0 -> outline(2);
			case 1 -> outline(5);
			case 2 -> new Roi(0, 0, 1 + random.nextInt(20), 1 + random.nextInt(20));
			case 3 -> new OvalRoi(0, 0, 3 + random.nextInt(20), 3 + random.nextInt(20));
			case 4 -> drawn(Roi.TRACED_ROI);
			case 5 -> comb();
			default -> drawn(Roi.POLYGON);
		};
		roi.setLocation(random.nextInt(180) - 15, random.nextInt(50) - 15);
		return roi;
	}

	private Roi outline(int dense) {
		int width = 1 + random.nextInt(14), height = 1 + random.nextInt(14);
		byte[] inside = new byte[width * height];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (random.nextInt(dense) > 0 ? 1 : 0);
		inside[0] = 1;
		return RoiOutline.of(new Mask(0, 0, width, height, inside));
	}

	/** Many crossings of the upper row, over the 64 bits of a word too. */
	private Roi comb() {
		int width = 1 + random.nextInt(140), height = 2 + random.nextInt(3);
		byte[] inside = new byte[width * height];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (i < width ? random.nextInt(2) : 1);
		inside[0] = 1;
		return RoiOutline.of(new Mask(0, 0, width, height, inside));
	}

	private Roi drawn(int type) {
		int n = 3 + random.nextInt(5);
		int[] x = new int[n], y = new int[n];
		for (int i = 0; i < n; i++) {
			x[i] = random.nextInt(20);
			y[i] = random.nextInt(20);
		}
		return new PolygonRoi(x, y, n, type);
	}

	private static int byMask(Roi roi, int value, int[] pixels) {
		Rectangle all = roi.getBounds();
		ImageProcessor mask = roi.getMask();
		int painted = 0;
		for (int j = 0; j < all.height; j++)
			for (int i = 0; i < all.width; i++) {
				int x = all.x + i, y = all.y + j;
				boolean there = x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT;
				if (!there || mask != null && mask.get(i, j) == 0) continue;
				pixels[y * WIDTH + x] = value;
				painted++;
			}
		return painted;
	}
}
