package triptych.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.cases.RandomCases;

/** Components against a flood fill that looks at one pixel after the other. */
class ConnectedComponentsTest {

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void componentsAreThoseOfAFloodFill(boolean diagonal) {
		RandomCases.each(600, random -> {
			int w = 1 + random.nextInt(40), h = 1 + random.nextInt(40), classes = 1 + random.nextInt(3);
			double filled = random.nextDouble();
			int[] values = new int[w * h];
			for (int i = 0; i < values.length; i++)
				if (random.nextDouble() < filled) values[i] = 1 + random.nextInt(classes);
			ConnectedComponents found = ConnectedComponents.of(values, w, h, diagonal);
			int[] expected = new int[w * h];
			int count = 0;
			for (int i = 0; i < values.length; i++)
				if (values[i] != 0 && expected[i] == 0) flood(values, expected, i, ++count, w, diagonal);
			assertEquals(count, found.count());
			assertArrayEquals(expected, found.labels(), w + " x " + h);
		});
	}

	private static void flood(int[] values, int[] labels, int seed, int label, int w,
		boolean diagonal)
	{
		Deque<Integer> open = new ArrayDeque<>();
		open.push(seed);
		labels[seed] = label;
		while (!open.isEmpty()) {
			int at = open.pop();
			for (int dy = -1; dy <= 1; dy++)
				for (int dx = -1; dx <= 1; dx++) {
					int x = at % w + dx, y = at / w + dy;
					if (x < 0 || y < 0 || x >= w || y * w >= values.length || !diagonal && dx * dy != 0)
						continue;
					int next = y * w + x;
					if (values[next] != values[at] || labels[next] != 0) continue;
					labels[next] = label;
					open.push(next);
				}
		}
	}

	@Test
	void lateJoinsOfASpiralGiveOneComponent() {
		String[] rows = { "#######", "#.....#", "#.###.#", "#.#.#.#", "#.#...#", "#.#####", "#......" };
		int[] values = String.join("", rows).chars().map(c -> c == '#' ? 9 : 0).toArray();
		assertEquals(1, ConnectedComponents.of(values, 7, 7, false).count());
	}

	@Test
	void valuesOfDifferentClassesNeverJoin() {
		assertArrayEquals(new int[] { 1, 2, 2, 1 },
			ConnectedComponents.of(new int[] { 4, 7, 7, 4 }, 2, 2, true).labels());
		assertArrayEquals(new int[] { 1, 2, 3, 4 },
			ConnectedComponents.of(new int[] { 4, 7, 7, 4 }, 2, 2, false).labels());
	}

	@Test
	void sizesCountPixelsAndLeaveTheBackgroundOut() {
		assertArrayEquals(new int[] { 0, 2, 1 },
			ConnectedComponents.of(new int[] { 5, 5, 0, 6 }, 4, 1, true).sizes());
	}

	@Test
	void bytesAreReadAsTheyAreMeantFrom0To255() {
		Random random = new Random(8);
		int[] values = random.ints(300 * 200, 0, 4).map(v -> v == 3 ? 255 : v * 100).toArray();
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) values[i];
		ConnectedComponents of = ConnectedComponents.of(LabelRuns.of(bytes, 300, 200), true);
		ConnectedComponents same = ConnectedComponents.of(values, 300, 200, true);
		assertArrayEquals(same.labels(), of.labels());
		assertArrayEquals(same.values(), of.values());
	}
}
