package triptych.pipeline.tiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import triptych.core.Plane;
import triptych.core.PlaneCrop;
import triptych.pipeline.prepare.Planted;
import triptych.pipeline.tiles.Tile.Span;

/** A tile reads its own part of the plane, and only its core goes back. */
class TileTest {

	private static final Planted PLANE = Planted.counting(7, 5, 2);

	private static final Tile TILE = new Tile(new Span(2, 6, 3, 5), new Span(1, 5, 2, 5));

	@Test
	void everyChannelIsReadAtTheTilesPlace() {
		Plane part = TILE.of(PLANE);
		assertEquals(4, part.width());
		assertEquals(4, part.height());
		assertEquals(255, part.maxValue());
		assertEquals("channel 2", part.channelName(1));
		float[] values = new float[2 * 2 * 2];
		part.read(1, 2, 2, 2, values);
		assertArrayEquals(new float[] { 24, 25, 31, 32, 59, 60, 66, 67 }, values);
	}

	@Test
	void onlyTheCoreIsPasted() {
		int[] tile = new int[16], plane = new int[35], expected = new int[35];
		float[] maps = new float[16], planes = new float[35];
		for (int i = 0; i < 16; i++)
			maps[i] = tile[i] = i + 1;
		for (int y = 2; y < 5; y++)
			for (int x = 3; x < 5; x++)
				expected[y * 7 + x] = (y - 1) * 4 + x - 2 + 1;
		TILE.paste(tile, plane, 7);
		assertArrayEquals(expected, plane);
		TILE.paste(maps, planes, 7);
		for (int i = 0; i < 35; i++)
			assertEquals(expected[i], planes[i]);
	}

	@Test
	void aCropOutsideOfItsPlaneIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new PlaneCrop(PLANE, 4, 0, 4, 5));
		assertThrows(IllegalArgumentException.class, () -> new PlaneCrop(PLANE, -1, 0, 4, 5));
		assertThrows(IllegalArgumentException.class, () -> new PlaneCrop(PLANE, 0, 0, 0, 5));
	}
}
