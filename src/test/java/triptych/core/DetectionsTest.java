package triptych.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class DetectionsTest {

	private static Detection of(Region region, double score) {
		return new Detection(region, new ClassScore(0, "cell", score));
	}

	@Test
	void theStrongestWinsAnOverlap() {
		LabelMap map = new Detections(
			List.of(of(new Box(1, 0, 3, 1), 0.9), of(new Box(0, 0, 2, 1), 0.5))).toLabelMap(4, 1);
		assertArrayEquals(new int[] { 2, 1, 1, 0 }, map.ids());
	}

	@Test
	void aBoxCoversThePixelsWhoseCentresLieInside() {
		LabelMap map = new Detections(List.of(of(new Box(0.5, 1.51, 2.49, 3.5), 0.9))).toLabelMap(4, 4);
		assertArrayEquals(new int[] { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0 }, map.ids());
	}

	@Test
	void regionsThatReachOverEveryEdgeAreCut() {
		byte[] all = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };
		for (Region r : List.of(new Box(-1, -1, 5, 5), new Mask(-1, -1, 4, 4, all),
			new Mask(0, 0, 4, 4, all), new Mask(-1, 0, 4, 4, all)))
			assertArrayEquals(new int[] { 1, 1, 1, 1, 1, 1, 1, 1, 1 },
				new Detections(List.of(of(r, 1))).toLabelMap(3, 3).ids(), r.toString());
		int[] nothing = new int[9];
		for (Region r : List.of(new Mask(3, 0, 4, 4, all), new Mask(0, -4, 4, 4, all),
			new Box(3, 0, 9, 9), new Box(-5, -5, 0, 0)))
			assertArrayEquals(nothing, new Detections(List.of(of(r, 1))).toLabelMap(3, 3).ids(),
				r.toString());
	}

	@Test
	void aMaskPaintsOnlyItsOwnPixels() {
		Mask ring = new Mask(0, 1, 3, 2, new byte[] { 1, 0, 1, 0, -1, 0 });
		assertArrayEquals(new int[] { 0, 0, 0, 1, 0, 1, 0, 1, 0 },
			new Detections(List.of(of(ring, 1))).toLabelMap(3, 3).ids());
		assertEquals(3, ring.area());
	}

	@Test
	void coveredObjectsKeepTheirIdAndSegment() {
		LabelMap map = new Detections(List.of(of(new Box(0, 0, 2, 2), 0.9),
			of(new Box(0, 0, 2, 2), 0.8), of(new Box(0, 0, 1, 1), 0.7))).toLabelMap(2, 2);
		assertArrayEquals(new int[] { 1, 1, 1, 1 }, map.ids());
		assertEquals(List.of(1, 2, 3), map.segments().stream().map(Segment::id).toList());
	}
}
