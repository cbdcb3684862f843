package triptych.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class LabelMapTest {

	private static LabelMap map(int width, int height, int maxId, int... ids) {
		List<Segment> segments = new ArrayList<>();
		for (int id = 1; id <= maxId; id++)
			segments.add(new Segment(id, new ClassScore(0, "cell", 1.0 / id), true));
		return new LabelMap(width, height, ids, segments);
	}

	@Test
	void renumberingLeavesNoGapAndKeepsTheScores() {
		LabelMap kept = map(5, 1, 4, 1, 2, 3, 4, 0).renumbered(s -> s.id() % 2 == 0);
		assertArrayEquals(new int[] { 0, 1, 0, 2, 0 }, kept.ids());
		assertEquals(List.of(0.5, 0.25), kept.segments().stream().map(s -> s.best().score()).toList());
		assertEquals(List.of(1, 2), kept.segments().stream().map(Segment::id).toList());
		assertEquals(0, map(2, 1, 2, 1, 2).renumbered(s -> false).maxId());
	}

	@Test
	void boxesAreThoseOfASlowSearch() {
		Random random = new Random(3);
		for (int round = 0; round < 200; round++) {
			int w = 1 + random.nextInt(9), h = 1 + random.nextInt(9), n = random.nextInt(5);
			int[] ids = random.ints((long) w * h, 0, n + 1).toArray();
			int[] boxes = map(w, h, n, ids).boxes();
			for (int id = 1; id <= n; id++) {
				int x1 = w, y1 = h, x2 = -1, y2 = -1;
				for (int i = 0; i < ids.length; i++) {
					if (ids[i] != id) continue;
					x1 = Math.min(x1, i % w);
					x2 = Math.max(x2, i % w);
					y1 = Math.min(y1, i / w);
					y2 = Math.max(y2, i / w);
				}
				int[] expected = x2 < 0 ? new int[4] : new int[] { x1, y1, x2 - x1 + 1, y2 - y1 + 1 };
				assertArrayEquals(expected, Arrays.copyOfRange(boxes, 4 * id, 4 * id + 4),
					"id " + id + " of " + Arrays.toString(ids) + " in " + w + " x " + h);
			}
		}
	}

	@Test
	void aMaskIsCutOutWithoutItsNeighbours() {
		LabelMap map = map(4, 3, 2, 0, 1, 2, 2, 1, 2, 1, 0, 0, 1, 0, 0);
		Mask one = map.mask(1, map.boxes());
		assertEquals(new Box(0, 0, 3, 3), Box.around(one));
		assertArrayEquals(new byte[] { 0, 1, 0, 1, 0, 1, 0, 1, 0 }, one.inside());
		assertEquals(3, map.mask(2, map.boxes()).area());
	}
}
