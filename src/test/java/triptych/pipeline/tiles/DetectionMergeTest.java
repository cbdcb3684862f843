package triptych.pipeline.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Mask;
import triptych.core.Region;
import triptych.decode.Suppression;
import triptych.pipeline.tiles.Tile.Span;

/**
 * Detections of tiles against the boxes that were planted: each tile sees the part inside it, a
 * little beside its place.
 */
class DetectionMergeTest {

	private static final int WIDTH = 1000, HEIGHT = 700, EDGE = 256;

	private record Object(Box box, int kind, double score) {}

	private final Random random = new Random(11);

	/**
	 * Objects in a grid with jitter, small to larger than a tile, that do not overlap more than a
	 * little.
	 */
	private List<Object> planted(int step, double size) {
		List<Object> objects = new ArrayList<>();
		for (int y = 4; y + size < HEIGHT; y += step)
			for (int x = 4; x + size < WIDTH; x += step) {
				double w = size * (0.5 + 0.5 * random.nextDouble()), h = size * (0.5 + 0.5 * random.nextDouble());
				objects.add(new Object(new Box(x, y, x + w, y + h), random.nextInt(2), 0.3 + 0.7 * random.nextDouble()));
			}
		return objects;
	}

	/**
	 * What a detector would say of each tile: parts of at least a tenth or 600 square pixels, with a
	 * jitter of the score and of the edges.
	 */
	private Detections run(List<Object> objects, Suppression suppression, double overlap, double jitter, boolean masks) {
		DetectionMerge merge = new DetectionMerge(WIDTH, HEIGHT, suppression, overlap);
		for (Tile t : Tile.grid(Span.even(WIDTH, EDGE, EDGE / 4), Span.even(HEIGHT, EDGE, EDGE / 4))) {
			List<Detection> seen = new ArrayList<>();
			for (Object o : objects) {
				Box b = o.box();
				Box in = new Box(b.x1() - t.x().from() + shift(jitter), b.y1() - t.y().from() + shift(jitter), b.x2() - t.x()
					.from() + shift(jitter), b.y2() - t.y().from() + shift(jitter)).clipped(EDGE, EDGE);
				if (in.area() < Math.min(0.1 * b.area(), 600)) continue;
				seen.add(new Detection(masks ? mask(in) : in, new ClassScore(o.kind(), "class", o.score() - 0.1 * random
					.nextDouble() * jitter)));
			}
			merge.add(t, new Detections(seen));
		}
		return merge.merged();
	}

	private double shift(double jitter) {
		return jitter * (random.nextDouble() - 0.5);
	}

	private static Region mask(Box b) {
		int x = (int) Math.round(b.x1()), y = (int) Math.round(b.y1()), w = (int) Math.max(1, Math.round(b.width())), h = (int) Math
			.max(1, Math.round(b.height()));
		byte[] inside = new byte[w * h];
		java.util.Arrays.fill(inside, (byte) 1);
		return new Mask(x, y, w, h, inside);
	}

	private static void same(List<Object> objects, Detections found, double tolerance) {
		assertEquals(objects.size(), found.items().size());
		for (Object o : objects)
			assertEquals(1, found.items().stream().filter(d -> d.best().classId() == o.kind() && near(Box.around(d.region()), o
				.box(), tolerance)).count(), o.toString());
		double before = 1;
		for (Detection d : found.items()) {
			assertTrue(d.best().score() <= before, "not the strongest first");
			before = d.best().score();
		}
	}

	private static boolean near(Box a, Box b, double t) {
		return Math.abs(a.x1() - b.x1()) <= t && Math.abs(a.y1() - b.y1()) <= t && Math.abs(a.x2() - b.x2()) <= t && Math
			.abs(a.y2() - b.y2()) <= t;
	}

	@ParameterizedTest
	@EnumSource(Suppression.class)
	void everyObjectComesOnceWhateverItsSize(Suppression suppression) {
		for (double[] kind : new double[][] { { 23, 16 }, { 60, 50 }, { 110, 105 }, { 230, 220 }, { 330, 320 } }) {
			List<Object> objects = planted((int) kind[0], kind[1]);
			same(objects, run(objects, suppression, 0.45, 0, false), 1e-9);
			same(objects, run(objects, suppression, 0.45, 0, true), 0.5);
			same(objects, run(objects, suppression, 0.45, kind[1] > 40 ? 3 : 1, false), 3);
		}
	}

	@Test
	void neighboursThatOverlapLessThanTheLimitStayTwo() {
		List<Object> objects = new ArrayList<>();
		for (int y = 5; y < 600; y += 50)
			for (int x = 5; x < 900; x += 60) {
				objects.add(new Object(new Box(x, y, x + 30, y + 30), 0, 0.9 - x / 10000.0));
				// Shares 0.58 of the union with the first one.
				objects.add(new Object(new Box(x + 8, y, x + 38, y + 30), 0, 0.5 + y / 10000.0));
			}
		same(objects, run(objects, Suppression.PER_CLASS, 0.7, 0, false), 1e-9);
		same(objects, run(objects, Suppression.NONE, 0.7, 0, false), 1e-9);
		assertEquals(objects.size() / 2, run(objects, Suppression.PER_CLASS, 0.45, 0, false).items().size());
	}

	@Test
	void aSmallObjectOnALargeOneIsNotSwallowed() {
		List<Object> objects = List.of(new Object(new Box(50, 50, 900, 650), 0, 0.9), new Object(new Box(185, 188, 205, 208),
			0, 0.8), new Object(new Box(250, 100, 265, 118), 0, 0.7));
		same(objects, run(objects, Suppression.PER_CLASS, 0.45, 0, false), 1e-9);
	}

	@Test
	void objectsOfTwoClassesAtOnePlaceStayTwoUnlessTheyCompete() {
		List<Object> objects = List.of(new Object(new Box(180, 180, 260, 260), 0, 0.9), new Object(new Box(182, 181, 262,
			258), 1, 0.8));
		same(objects, run(objects, Suppression.PER_CLASS, 0.45, 0, false), 1e-9);
		assertEquals(1, run(objects, Suppression.AGNOSTIC, 0.45, 0, false).items().size());
		assertEquals(2, run(objects, Suppression.NONE, 0.45, 0, false).items().size());
	}
}
