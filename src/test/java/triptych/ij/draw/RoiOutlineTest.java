package triptych.ij.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiEncoder;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import triptych.core.Mask;

/** Outlines hold the very points that ImageJ's own selection of the pixels holds. */
class RoiOutlineTest {

	private final Random random = new Random(3);

	@Test
	void filesOfRoisAreThoseOfImageJ() {
		int polygons = 0;
		for (int round = 0; round < 4000; round++) {
			Mask mask = mask(1 + random.nextInt(12), 1 + random.nextInt(12), round % 4);
			if (mask == null) continue;
			Roi ours = RoiOutline.of(mask), theirs = selection(mask);
			if (!(ours instanceof ShapeRoi)) polygons++;
			String text = mask.width() + " x " + mask.height() + ", round " + round;
			assertEquals(theirs.getClass(), ours.getClass(), text);
			assertEquals(theirs.getLength(), ours.getLength(), text);
			assertArrayEquals(bytes(theirs), bytes(ours), text);
		}
		assertTrue(polygons > 1000, polygons + " without holes");
	}

	private static byte[] bytes(Roi roi) {
		return RoiEncoder.saveAsByteArray(roi);
	}

	@Test
	void fewLongEdgesArePolygonsWithHandles() {
		for (int round = 0; round < 500; round++) {
			int width = 8 + random.nextInt(60), height = 8 + random.nextInt(60);
			byte[] inside = new byte[width * height];
			int cutX = 1 + random.nextInt(width - 1), cutY = 1 + random.nextInt(height - 1);
			for (int i = 0; i < inside.length; i++)
				inside[i] = (byte) (i % width < cutX || i / width < cutY ? 1 : 0);
			Mask mask = new Mask(3, 5, width, height, inside);
			assertArrayEquals(bytes(selection(mask)), bytes(RoiOutline.of(mask)), "round " + round);
		}
	}

	/** Discs, rectangles, discs with teeth, and noise; null where it has no pixel. */
	private Mask mask(int width, int height, int kind) {
		byte[] inside = new byte[width * height];
		boolean any = false;
		for (int j = 0, k = 0; j < height; j++)
			for (int i = 0; i < width; i++, k++) {
				double dx = (i + 0.5 - width / 2.0) / width * 2, dy = (j + 0.5 - height / 2.0) / height * 2;
				boolean disc = dx * dx + dy * dy <= 1, noise = random.nextInt(3) > 0;
				boolean in = switch (kind) {
					case 0 -> disc;
					case 1 -> true;
					case 2 -> disc && (noise || dx * dx + dy * dy < 0.5);
					default -> noise;
				};
				inside[k] = (byte) (in ? 1 : 0);
				any |= in;
			}
		return any ? new Mask(random.nextInt(50), random.nextInt(50), width, height, inside) : null;
	}

	private static Roi selection(Mask mask) {
		ByteProcessor pixels = new ByteProcessor(mask.width(), mask.height());
		for (int i = 0; i < mask.inside().length; i++)
			pixels.set(i, mask.inside()[i] != 0 ? 255 : 0);
		pixels.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		Roi roi = new ThresholdToSelection().convert(pixels);
		roi.setLocation(mask.x(), mask.y());
		return roi;
	}
}
