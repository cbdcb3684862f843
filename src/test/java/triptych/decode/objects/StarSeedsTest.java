package triptych.decode.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import triptych.core.LabelMap;
import triptych.core.Placement;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.decode.family.Outputs;
import triptych.decode.objects.StarDistTest.Disc;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** A watershed whose objects start as star-convex shapes. */
class StarSeedsTest {

	private static final int SIZE = 120;

	private static final ModelSpec MODEL = Outputs.model(Task.INSTANCE_SEGMENTATION,
		List.of("nucleus"), Layout.NCHW, "watershed", "distance", "1", "stars", "1", "seed", "0.4");

	/** A foreground of the discs, each grown by some pixels, and a landscape without any summit. */
	private static Tensor maps(List<Disc> discs, double grown) {
		float[] maps = new float[2 * SIZE * SIZE];
		for (int i = 0; i < SIZE * SIZE; i++)
			for (Disc disc : discs)
				if (new Disc(disc.x(), disc.y(), disc.radius() + grown).holds(i % SIZE + 0.5,
					i / SIZE + 0.5)) maps[i] = 1;
		return Outputs.tensor(new long[] { 1, 2, SIZE, SIZE }, maps);
	}

	private static LabelMap decode(double overlap, List<Disc> discs, double grown) {
		Thresholds limits = new Thresholds(0, Map.of(), overlap, Suppression.PER_CLASS, 0.5);
		return Outputs
			.decode(MODEL, limits, Outputs.same(SIZE, SIZE), maps(discs, grown),
				StarDistTest.outputs(discs, SIZE, 2, false, true)[0])
			.as(LabelMap.class);
	}

	private static int id(LabelMap map, double x, double y) {
		return map.ids()[(int) y * SIZE + (int) x];
	}

	@Test
	void shapesPartObjectsThatAFlatLandscapeDoesNot() {
		LabelMap map = decode(0.4, List.of(new Disc(40, 60, 15), new Disc(66, 60, 15)), 0);
		assertEquals(2, map.segments().size());
		assertNotEquals(id(map, 40, 60), id(map, 66, 60));
	}

	@Test
	void theForegroundBetweenShapesAndItsRimIsFlooded() {
		LabelMap map = decode(0.4, List.of(new Disc(40, 60, 15)), 4);
		assertEquals(1, id(map, 40, 78.5), "three pixels outside of the shape");
		assertEquals(0, id(map, 40, 79.5));
		assertEquals(Math.PI * 19 * 19, map.mask(1, map.boxes()).area(), 20);
	}

	@Test
	void whatIsNoForegroundBelongsToNoShape() {
		LabelMap map = decode(0.4, List.of(new Disc(40, 60, 15)), -5);
		assertEquals(1, id(map, 40, 68.5));
		assertEquals(0, id(map, 40, 71.5));
	}

	@Test
	void shapesThatShareMoreThanTheKeyOverlapAreOne() {
		List<Disc> close = List.of(new Disc(50, 60, 15), new Disc(62, 60, 15));
		assertEquals(2, decode(0.6, close, 0).segments().size());
		assertEquals(1, decode(0.2, close, 0).segments().size());
	}

	@Test
	void anImageThatWasScaledGetsItsOwnPixels() {
		List<Disc> discs = List.of(new Disc(40, 60, 16), new Disc(80, 60, 16));
		Thresholds limits = Outputs.limits(0);
		Placement half = new Placement(2, 2, 0, 0, SIZE / 2, SIZE / 2, SIZE, SIZE);
		LabelMap map = Outputs
			.decode(MODEL, limits, half, maps(discs, 0),
				StarDistTest.outputs(discs, SIZE, 2, false, true)[0])
			.as(LabelMap.class);
		assertEquals(2, map.segments().size());
		assertTrue(map.ids()[30 * 60 + 20] > 0 && map.ids()[30 * 60 + 30] == 0);
	}
}
