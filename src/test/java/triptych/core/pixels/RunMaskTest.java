package triptych.core.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import triptych.cases.RandomCases;
import triptych.core.Mask;

class RunMaskTest {

	private static Mask random(Random random) {
		int w = 1 + random.nextInt(12), h = 1 + random.nextInt(12);
		byte[] inside = new byte[w * h];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) random.nextInt(2);
		return new Mask(random.nextInt(10), random.nextInt(10), w, h, inside);
	}

	@Test
	void areaAndSharedPixelsAreThoseOfTheMasks() {
		RandomCases.each(300, random -> {
			Mask a = random(random), b = random(random);
			RunMask runsA = RunMask.of(a), runsB = RunMask.of(b);
			int both = 0;
			for (int y = 0; y < 24; y++)
				for (int x = 0; x < 24; x++)
					if (a.holds(x, y) && b.holds(x, y)) both++;
			assertEquals(a.area(), runsA.area());
			assertEquals(both, runsA.shared(runsB));
			assertEquals(both, runsB.shared(runsA));
			assertEquals(a.area() + b.area() - both, RunMask.union(List.of(runsA, runsB)).area());
			assertArrayEquals(a.inside(), runsA.mask().inside());
		});
	}

	@Test
	void runsDownTheColumnsGiveTheSamePixels() {
		RandomCases.each(100, random -> {
			int w = 1 + random.nextInt(9), h = 1 + random.nextInt(9), n = 0;
			boolean[] columns = new boolean[w * h];
			int[] edges = new int[2 * w * h];
			for (int p = 0; p < columns.length; p++)
				columns[p] = random.nextBoolean();
			for (int p = 0; p < columns.length; p++) {
				if (columns[p] && (p == 0 || !columns[p - 1])) edges[n++] = p;
				if (columns[p] && (p == columns.length - 1 || !columns[p + 1])) edges[n++] = p + 1;
			}
			RunMask mask = RunMask.ofColumns(Arrays.copyOf(edges, n), h);
			for (int p = 0; p < columns.length; p++)
				assertEquals(columns[p], mask.mask().holds(p / h, p % h));
		});
	}

	@Test
	void noPixelsShareNothing() {
		RunMask none = RunMask.ofColumns(new int[] { 4, 4 }, 3);
		assertEquals(0, none.area());
		assertEquals(0, none.shared(RunMask.of(new Mask(0, 0, 1, 1, new byte[] { 1 }))));
		assertEquals(1,
			RunMask.union(List.of(none, RunMask.of(new Mask(5, 6, 1, 1, new byte[] { 1 })))).area());
	}
}
