package triptych.pipeline.tiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.measure.ConnectedComponents;
import triptych.pipeline.tiles.Tile.Span;

/** Label maps of tiles against the map that they were cut from: nothing doubled, lost or parted. */
class ObjectMergeTest {

	private static final int WIDTH = 311, HEIGHT = 257, HALO = 6;

	/** Ellipses, rings and bars of 1 to 200 pixels, numbered in the order of their first pixels. */
	private static int[] truth(long seed) {
		Random random = new Random(seed);
		int[] ids = new int[WIDTH * HEIGHT];
		for (int n = 1; n <= 60; n++) {
			double a = 1 + random.nextInt(n % 10 == 0 ? 100 : 14), b = 1 + random.nextInt(n % 10 == 1 ? 100 : 14), hole = n
				% 3 == 0 ? 0.6 : 0;
			int cx = random.nextInt(WIDTH), cy = random.nextInt(HEIGHT);
			for (int i = 0; i < ids.length; i++) {
				double r = Math.hypot((i % WIDTH - cx) / a, (i / WIDTH - cy) / b);
				if (r <= 1 && r >= hole && ids[i] == 0) ids[i] = n;
			}
		}
		// Parts that others cut off would be objects of their own.
		ids = ConnectedComponents.of(ids, WIDTH, HEIGHT, false).labels();
		return numbered(ids, WIDTH, HEIGHT).ids();
	}

	private static LabelMap numbered(int[] ids, int width, int height) {
		int[] number = new int[1 + Arrays.stream(ids).max().orElse(0)];
		List<Segment> segments = new ArrayList<>();
		int[] renamed = new int[ids.length];
		for (int i = 0; i < ids.length; i++) {
			if (ids[i] == 0) continue;
			if (number[ids[i]] == 0) number[ids[i]] = segments.size() + 1;
			renamed[i] = number[ids[i]];
			if (renamed[i] > segments.size()) segments.add(new Segment(renamed[i], new ClassScore(0, "object", ids[i]
				/ 1000.0), true));
		}
		return new LabelMap(width, height, renamed, segments);
	}

	/** @param shift how far each tile sees everything beside its place, at random */
	private static LabelMap merged(int[] truth, int edge, int margin, int shift, boolean noise) {
		ObjectMerge merge = new ObjectMerge(WIDTH, HEIGHT, HALO);
		Random random = new Random(edge);
		for (Tile t : Tile.grid(Span.aligned(WIDTH, edge, margin, 4), Span.aligned(HEIGHT, edge, margin, 4))) {
			int w = t.x().length(), h = t.y().length(), dx = random.nextInt(2 * shift + 1) - shift, dy = random.nextInt(2
				* shift + 1) - shift;
			int[] ids = new int[w * h];
			for (int i = 0; i < ids.length; i++) {
				int x = i % w + t.x().from(), y = i / w + t.y().from();
				boolean halo = inHalo(x, t.x(), WIDTH) || inHalo(y, t.y(), HEIGHT);
				int sx = Math.max(0, Math.min(WIDTH - 1, x + dx)), sy = Math.max(0, Math.min(HEIGHT - 1, y + dy));
				ids[i] = noise && halo ? random.nextInt(80) : truth[sy * WIDTH + sx];
			}
			merge.add(t, numbered(ids, w, h));
		}
		return merge.merged();
	}

	private static boolean inHalo(int at, Span s, int end) {
		return s.from() > 0 && at < s.from() + HALO || s.to() < end && at >= s.to() - HALO;
	}

	@ParameterizedTest
	@ValueSource(ints = { 64, 72, 100, 150, 240, 300 })
	void theMapOfTheTilesIsTheWholeOneWithTheSameNumbers(int edge) {
		for (int seed = 0; seed < 3; seed++) {
			int[] truth = truth(seed);
			for (int margin = 12; margin <= 24; margin += 12) {
				LabelMap merged = merged(truth, edge, margin, 0, true);
				assertArrayEquals(truth, merged.ids(), "seed " + seed + " margin " + margin);
				for (int i = 0; i < merged.segments().size(); i++)
					assertEquals(i + 1, merged.segments().get(i).id());
			}
		}
	}

	@Test
	void tilesThatDisagreeByAPixelNeitherDoubleNorLoseObjects() {
		for (int seed = 0; seed < 10; seed++) {
			// Well apart, so that a pixel more or less does not make two objects touch.
			int[] ids = new int[WIDTH * HEIGHT];
			int n = 0;
			for (int y = 3; y < HEIGHT - 14; y += 19)
				for (int x = 3 + seed; x < WIDTH - 16; x += 21, n++)
					for (int i = 0; i < 11 * 13; i++)
						ids[(y + i / 13) * WIDTH + x + i % 13] = n + 1;
			LabelMap merged = merged(ids, 100, 20, 1, false);
			int[] pixels = new int[merged.maxId() + 1];
			for (int id : merged.ids())
				pixels[id]++;
			assertEquals(n, merged.maxId(), "seed " + seed);
			for (int id = 1; id <= n; id++)
				assertTrue(pixels[id] >= 110 && pixels[id] <= 190, pixels[id] + " pixels");
		}
	}

	@Test
	void anObjectOfManyTilesIsOneWithTheMeanScoreOfItsParts() {
		int[] truth = new int[WIDTH * HEIGHT];
		Arrays.fill(truth, 700);
		LabelMap merged = merged(truth, 64, 12, 0, false);
		assertEquals(1, merged.segments().size());
		assertEquals(0.7, merged.segments().get(0).best().score(), 1e-9);
		for (int id : merged.ids())
			assertEquals(1, id);
	}

	@Test
	void tilesWithoutObjectsGiveAnEmptyMap() {
		LabelMap merged = merged(new int[WIDTH * HEIGHT], 64, 12, 0, false);
		assertEquals(List.of(), merged.segments());
	}
}
