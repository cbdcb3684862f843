package triptych.decode.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import triptych.core.LabelMap;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.decode.family.Outputs;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** Foreground and boundary or distance maps made by hand, to objects. */
class WatershedTest {

	private static LabelMap decode(Thresholds limits, int width, float[] first, float[] second, String... parameters) {
		ModelSpec model = Outputs.model(Task.INSTANCE_SEGMENTATION, List.of("cell"), Layout.NCHW, "watershed", parameters);
		float[] maps = new float[2 * first.length];
		System.arraycopy(first, 0, maps, 0, first.length);
		System.arraycopy(second, 0, maps, first.length, second.length);
		int height = first.length / width;
		Tensor out = Outputs.tensor(new long[] { 1, 2, height, width }, maps);
		return Outputs.decode(model, limits, Outputs.same(width, height), out).as(LabelMap.class);
	}

	@Test
	void aBoundaryPartsTwoObjectsAndIsSharedOut() {
		float[] inside = { 0, 1, 1, 1, 1, 1, 0 }, boundary = { 0, 0, 0, 1, 0, 0, 0 };
		int[] ids = decode(Outputs.limits(0), 7, inside, boundary).ids();
		assertEquals(0, ids[0]);
		assertEquals(1, ids[2]);
		assertEquals(2, ids[4]);
		assertEquals(0, ids[6]);
		assertEquals(true, ids[3] == 1 || ids[3] == 2, "every pixel of the foreground belongs to an object");
	}

	@Test
	void floodsMeetAtTheLowestPlaceNotInTheMiddle() {
		float[] inside = { 1, 1, 1, 1, 1, 1, 1, 1 };
		float[] distance = { 1, 0.5f, 0.45f, 0.4f, 0.35f, 0.1f, 0.3f, 1 };
		int[] ids = decode(Outputs.limits(0), 8, inside, distance, "distance", "1", "seed", "0.9").ids();
		assertArrayEquals(new int[] { 1, 1, 1, 1, 1 }, Arrays.copyOf(ids, 5));
		assertArrayEquals(new int[] { 2, 2 }, Arrays.copyOfRange(ids, 6, 8));
	}

	@Test
	void aPlateauIsSharedFairlyBetweenTwoFloods() {
		float[] inside = { 1, 1, 1, 1, 1, 1, 1, 1 }, distance = { 1, 0, 0, 0, 0, 0, 0, 1 };
		assertArrayEquals(new int[] { 1, 1, 1, 1, 2, 2, 2, 2 }, decode(Outputs.limits(0), 8, inside, distance, "distance", "1",
			"seed", "0.9").ids());
	}

	@Test
	void aPartWithoutASeedIsAnObjectWhereItIsLargeEnough() {
		float[] inside = { 1, 1, 0, 1, 0, 1, 1, 1 }, boundary = { 1, 1, 0, 1, 0, 0, 0, 0 };
		assertArrayEquals(new int[] { 1, 1, 0, 2, 0, 3, 3, 3 }, decode(Outputs.limits(0), 8, inside, boundary, "unseeded",
			"1").ids());
		assertArrayEquals(new int[] { 0, 0, 0, 0, 0, 1, 1, 1 }, decode(Outputs.limits(0), 8, inside, boundary).ids());
		assertArrayEquals(new int[] { 1, 1, 0, 0, 0, 2, 2, 2 }, decode(Outputs.limits(0), 8, inside, boundary, "unseeded",
			"2").ids());
	}

	@Test
	void smallAndWeakObjectsAreDroppedWithoutAGapInTheIds() {
		float[] inside = { 1, 0, 0.6f, 0.6f, 0, 0.9f, 0.7f }, boundary = new float[7];
		LabelMap all = decode(Outputs.limits(0), 7, inside, boundary);
		assertArrayEquals(new int[] { 1, 0, 2, 2, 0, 3, 3 }, all.ids());
		assertEquals(List.of(1.0, 0.6, 0.8), all.segments().stream().map(s -> Math.round(1e6 * s.best().score()) / 1e6)
			.toList());
		assertArrayEquals(new int[] { 0, 0, 1, 1, 0, 2, 2 }, decode(Outputs.limits(0), 7, inside, boundary, "smallest", "2")
			.ids());
		assertArrayEquals(new int[] { 1, 0, 0, 0, 0, 2, 2 }, decode(Outputs.limits(0.7), 7, inside, boundary).ids());
	}

	@Test
	void theCutoffSaysWhatIsForeground() {
		float[] inside = { 0.2f, 0.6f, 0.9f, 0.6f, 0.2f };
		Thresholds wide = new Thresholds(0, Map.of(), 0.45, Suppression.PER_CLASS, 0.1);
		assertArrayEquals(new int[] { 0, 1, 1, 1, 0 }, decode(Outputs.limits(0), 5, inside, new float[5]).ids());
		assertArrayEquals(new int[] { 1, 1, 1, 1, 1 }, decode(wide, 5, inside, new float[5]).ids());
	}

	@Test
	void logitsAreActivatedWhereTheDescriptionSaysSo() {
		float[] inside = { -1, 4, 4, -1 }, boundary = { -9, -9, -9, -9 };
		assertArrayEquals(new int[] { 0, 1, 1, 0 }, decode(Outputs.limits(0), 4, inside, boundary, "activation", "sigmoid")
			.ids());
		assertEquals(1 / (1 + Math.exp(-4)), decode(Outputs.limits(0), 4, inside, boundary, "activation", "sigmoid").segments()
			.get(0).best().score(), 1e-6);
	}

	@Test
	void nothingAboveTheCutoffIsNoObject() {
		LabelMap map = decode(Outputs.limits(0), 3, new float[] { 0.5f, 0.1f, 0 }, new float[3]);
		assertArrayEquals(new int[3], map.ids());
		assertEquals(List.of(), map.segments());
	}
}
