package triptych.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.result.Tables;

/** Planted discs: two that touch are flagged, and nothing that is one. */
class MergedObjectsTest {

	private static final int SIZE = 400;

	private final int[] ids = new int[SIZE * SIZE];
	private final List<Segment> segments = new ArrayList<>();

	private void object(String name) {
		segments.add(new Segment(segments.size() + 1, new ClassScore(0, name, 0.9), true));
	}

	/** Into the newest object. */
	private void disc(double x, double y, double radius) {
		for (int j = 0; j < SIZE; j++)
			for (int i = 0; i < SIZE; i++)
				if (Math.hypot(i + 0.5 - x, j + 0.5 - y) < radius) ids[j * SIZE + i] = segments.size();
	}

	private Set<Integer> merged() {
		LabelMap map = new LabelMap(SIZE, SIZE, ids, segments);
		RegionStatistics regions = RegionStatistics.of(ids, SIZE, SIZE, map.maxId());
		return Tables.merged(map, regions, Shapes.of(ids, SIZE, SIZE, regions, 0.5, 0.5));
	}

	private void single(int n, String name, double radius, double y) {
		for (int i = 0; i < n; i++) {
			object(name);
			disc(20 + 30 * i, y, radius + 0.3 * (i % 5));
		}
	}

	@Test
	void twoDiscsThatTouchAreFlaggedAndNoneOfTheOthers() {
		single(12, "cell", 9, 30);
		object("cell");
		disc(100, 100, 10);
		disc(118, 100, 10);
		object("cell");
		disc(200, 100, 10);
		disc(216, 108, 9);
		assertEquals(Set.of(13, 14), merged());
	}

	@Test
	void oneLargeRoundDiscIsNone() {
		single(12, "cell", 9, 30);
		object("cell");
		disc(200, 200, 40);
		assertEquals(Set.of(), merged());
	}

	@Test
	void oneSmallNotchedObjectIsNone() {
		single(12, "cell", 9, 30);
		object("cell");
		disc(100, 100, 5);
		disc(109, 100, 5);
		assertEquals(Set.of(), merged(), "smaller than the others, whatever its form");
	}

	@Test
	void eachClassIsItsOwnCrowd() {
		single(12, "cell", 9, 30);
		for (int i = 0; i < 12; i++) {
			object("rod");
			for (int d = 0; d < 3; d++)
				disc(20 + 30 * i, 150 + (12 + 0.2 * (i % 4)) * d, 7);
		}
		assertEquals(Set.of(), merged(), "what is notched by nature is usual in its class");
	}

	@Test
	void amongFewNobodyKnowsWhatIsUsual() {
		single(8, "cell", 9, 30);
		object("cell");
		disc(100, 100, 10);
		disc(118, 100, 10);
		assertEquals(Set.of(), merged());
	}

	@Test
	void theOrderOfObjectsDoesNotMatter() {
		double[] areas = { 10, 11, 12, 30, 10, 11, 12, 10, 11, 12 };
		double[] solidities = { 0.96, 0.95, 0.97, 0.7, 0.96, 0.95, 0.97, 0.96, 0.95, 0.97 };
		String[] classes = new String[10];
		Arrays.fill(classes, "a");
		boolean[] expected = new boolean[10];
		expected[3] = true;
		assertArrayEquals(expected, MergedObjects.of(classes, areas, solidities));
	}
}
