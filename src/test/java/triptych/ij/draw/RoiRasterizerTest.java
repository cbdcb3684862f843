package triptych.ij.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.ClassScore;
import triptych.core.Segment;
import triptych.ij.convert.Position;

/**
 * A label image that is painted itself has the ids of the label map, and the same is said of what
 * lies over what, whatever the ROIs and their ids.
 */
class RoiRasterizerTest {

	private static final int WIDTH = 300, HEIGHT = 200;

	private final Random random = new Random(4);

	@ParameterizedTest
	@CsvSource({ "1, 200, 8", "1, 400, 16", "32700, 400, 16", "65200, 200, 16", "65300, 400, 32",
		"100000, 3, 32" })
	void imageHoldsTheIdsOfTheMap(int first, int rois, int bits) {
		List<Roi> drawn = new ArrayList<>();
		for (int i = 0; i < rois; i++)
			drawn.add(roi(first + i, i % 5));
		ClassScore other = new ClassScore(0, "drawn", Double.NaN);
		RoiRasterizer map = RoiRasterizer.of(drawn, () -> other, WIDTH, HEIGHT);
		RoiRasterizer image = RoiRasterizer.ofImage(drawn, () -> other, WIDTH, HEIGHT);
		assertEquals(map.hidden(), image.hidden());
		assertEquals(map.covered(), image.covered());
		if (rois > 3) assertFalse(map.hidden().isEmpty() || map.covered().isEmpty());
		assertEquals(map.segments(), image.segments());

		LabelImages labels = new LabelImages();
		ImagePlus source = new ImagePlus("source", new ByteProcessor(WIDTH, HEIGHT));
		labels.add(image, Position.of(source));
		ImageProcessor pixels = labels.image("labels", source).getProcessor();
		assertEquals(bits, pixels.getBitDepth());
		int[] ids = new int[WIDTH * HEIGHT];
		for (int i = 0; i < ids.length; i++)
			ids[i] = (int) pixels.getf(i);
		assertArrayEquals(map.map().ids(), ids);
		assertArrayEquals(segmentsOf(ids), image.segments().stream().mapToInt(Segment::id).toArray());
	}

	private static int[] segmentsOf(int[] ids) {
		return Arrays.stream(ids).filter(id -> id > 0).sorted().distinct().toArray();
	}

	/** Some without an id or score, with a hole, of several parts, or outside. */
	private Roi roi(int id, int kind) {
		int size = 4 + random.nextInt(30), x = random.nextInt(WIDTH + 40) - 30;
		int y = random.nextInt(HEIGHT + 40) - 30;
		Roi roi = switch (kind) {
			case 0 -> new Roi(x, y, size, size / 2);
			case 1 -> new ShapeRoi(new Roi(x, y, size, size))
				.not(new ShapeRoi(new Roi(x + 1, y + 2, size / 2, size / 3)));
			case 2 -> new ShapeRoi(new Roi(x, y, 3, 3)).or(new ShapeRoi(new Roi(x + size, y, 4, 5)));
			default -> new OvalRoi(x, y, size, size);
		};
		if (kind < 4) {
			roi.setProperty("triptych", "1");
			roi.setProperty("id", String.valueOf(id));
			roi.setProperty("class", "cell");
			roi.setProperty("classId", "0");
			roi.setProperty("score", String.valueOf(random.nextInt(5) / 4.0));
		}
		return roi;
	}
}
