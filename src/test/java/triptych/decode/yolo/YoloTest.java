package triptych.decode.yolo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import triptych.core.Box;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.NearMiss;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.Decoder;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelFamilies;
import triptych.decode.family.Outputs;
import triptych.model.ModelSpec;

/** Rows made by hand in each layout of the YOLO family. */
class YoloTest {

	private static List<Detection> decode(ModelSpec model, Thresholds limits, Tensor out) {
		return Outputs.decode(model, limits, Outputs.same(100, 100), out).as(Detections.class).items();
	}

	@Test
	void firstAndLastCandidateOfColumnsAreRead() {
		float[] out = { 10, 50, 90, 10, 50, 90, 4, 6, 8, 2, 4, 6, 0.9f, 0.1f, 0.2f, 0, 0.1f, 0.8f };
		List<Detection> found = decode(Outputs.yolo("columns", "a", "b"), Outputs.limits(0.25), Outputs.tensor(new long[] { 1,
			6, 3 }, out));
		assertEquals(2, found.size());
		assertEquals(new Box(8, 9, 12, 11), found.get(0).region());
		assertEquals("a", found.get(0).best().className());
		assertEquals(new Box(86, 87, 94, 93), found.get(1).region());
		assertEquals("b", found.get(1).best().className());
		assertEquals(0.8, found.get(1).best().score(), 1e-6);
	}

	@Test
	void scoreOfRowsIsObjectnessTimesClass() {
		float[] out = { 10, 10, 4, 4, 0.5f, 0.2f, 0.9f, 50, 50, 4, 4, 0.6f, 0.4f, 0.3f };
		List<Detection> found = decode(Outputs.yolo("rows", "a", "b"), Outputs.limits(0.25), Outputs.tensor(new long[] { 1, 2,
			7 }, out));
		assertEquals(1, found.size());
		assertEquals("b", found.get(0).best().className());
		assertEquals(0.45, found.get(0).best().score(), 1e-6);
	}

	@Test
	void endToEndRowsAreTakenAsTheyAre() {
		float[] out = { 10, 10, 30, 30, 0.6f, 1, 11, 11, 31, 31, 0.7f, 1, 0, 0, 0, 0, 0, 0 };
		List<Detection> found = decode(Outputs.yolo("end-to-end", "a", "b"), Outputs.limits(0.25), Outputs.tensor(new long[] {
			1, 3, 6 }, out));
		assertEquals(2, found.size(), "the model suppresses by itself");
		assertEquals(new Box(11, 11, 31, 31), found.get(0).region(), "the strongest comes first");
		assertEquals("b", found.get(0).best().className());
	}

	@Test
	void aScoreAtTheThresholdIsKeptAndOneBelowIsNot() {
		Tensor out = Outputs.tensor(new long[] { 1, 5, 2 }, 10, 50, 10, 50, 4, 4, 4, 4, 0.5f, Math.nextDown(0.5f));
		assertEquals(1, decode(Outputs.yolo("columns", "a"), Outputs.limits(0.5), out).size());
		Tensor rows = Outputs.tensor(new long[] { 1, 2, 6 }, 10, 10, 4, 4, 1, 0.5f, 50, 50, 4, 4, 1, Math.nextDown(0.5f));
		assertEquals(1, decode(Outputs.yolo("rows", "a"), Outputs.limits(0.5), rows).size());
	}

	@Test
	void aLowerLimitOfOneClassLetsItsWeakBoxesThrough() {
		Thresholds limits = new Thresholds(0.5, Map.of(1, 0.1), 0.45, Suppression.PER_CLASS, 0.5);
		Tensor rows = Outputs.tensor(new long[] { 1, 2, 7 }, 10, 10, 4, 4, 0.2f, 0, 0.9f, 50, 50, 4, 4, 0.2f, 0.9f, 0);
		List<Detection> found = decode(Outputs.yolo("rows", "a", "b"), limits, rows);
		assertEquals(1, found.size());
		assertEquals("b", found.get(0).best().className());
		Tensor last = Outputs.tensor(new long[] { 1, 2, 6 }, 10, 10, 14, 14, 0.2f, 1, 50, 50, 54, 54, 0.2f, 0);
		assertEquals(1, decode(Outputs.yolo("end-to-end", "a", "b"), limits, last).size());
	}

	@Test
	void boxesBesideTheImageAndWithoutSizeAreNoObjects() {
		float[] out = { 120, 50, -5, 50, 50, 50, 10, 0, 10, 10, 10, 10, 0.9f, 0.9f, 0.9f };
		List<Detection> found = decode(Outputs.yolo("columns", "a"), Outputs.limits(0.25), Outputs.tensor(new long[] { 1, 5,
			3 }, out));
		assertEquals(0, found.size(), "one lies beside the image, one touches its edge from outside, one has no width");
	}

	@Test
	void inEveryLayoutTheStrongestCandidateIsTold() {
		Map<String, Tensor> outputs = Map.of("columns", Outputs.tensor(new long[] { 1, 6, 2 }, 10, 50, 10, 50, 4, 4, 4, 4, 0.1f,
			0.05f, 0.2f, 0.1f), "rows", Outputs.tensor(new long[] { 1, 1, 7 }, 10, 10, 4, 4, 0.5f, 0.1f, 0.4f), "end-to-end",
			Outputs.tensor(new long[] { 1, 2, 6 }, 10, 10, 14, 14, 0.2f, 1, 50, 50, 54, 54, 0.1f, 0));
		outputs.forEach((layout, out) -> {
			Decoder decoder = ModelFamilies.decoder(Outputs.yolo(layout, "a", "b"), Outputs.limits(0.25));
			assertTrue(decoder.decode(List.of(out), Outputs.same(100, 100)).isEmpty());
			NearMiss near = decoder.closest(List.of(out), Outputs.same(100, 100)).orElseThrow();
			assertEquals("The strongest candidate (b) scored 0.2, below confidence=0.25", near.sentence(), layout);
			assertEquals(0.2, near.score(), 1e-6);
		});
		Thresholds limits = new Thresholds(0.1, Map.of(1, 0.2001), 0.45, Suppression.PER_CLASS, 0.5);
		assertEquals("The strongest candidate (b) scored 0.2, below thresholds=b:0.2001", ModelFamilies.decoder(Outputs.yolo("end-to-end",
			"a", "b"), limits).closest(List.of(outputs.get("end-to-end")), Outputs.same(100, 100)).orElseThrow().sentence());
	}

	@Test
	void outputsThatDoNotFitTheLayoutAreTold() {
		for (String layout : List.of("columns", "rows", "end-to-end")) {
			TriptychException e = assertThrows(TriptychException.class, () -> decode(Outputs.yolo(layout, "a", "b"), Outputs
				.limits(0.25), Outputs.tensor(new long[] { 1, 3, 4 }, new float[12])));
			assertTrue(e.getMessage().contains("[1, 3, 4]") && e.getMessage().contains(layout), e.getMessage());
		}
		TriptychException e = assertThrows(TriptychException.class, () -> decode(Outputs.yolo("spiral", "a"), Outputs.limits(
			0.25), Outputs.tensor(new long[] { 1, 5, 1 }, new float[5])));
		assertTrue(e.getMessage().contains("columns, grid, rows or end-to-end"), e.getMessage());
	}

	@Test
	void moreCandidatesThanTheFirstArraysHoldAreAllThere() {
		int n = 70000;
		float[] out = new float[5 * n];
		for (int i = 0; i < n; i++) {
			out[i] = i % 300 * 0.3f + 1;
			out[n + i] = i / 300 * 0.3f + 1;
			out[2 * n + i] = out[3 * n + i] = 0.2f;
			out[4 * n + i] = 0.9f;
		}
		assertEquals(n, decode(Outputs.yolo("columns", "a"), Outputs.limits(0.25), Outputs.tensor(new long[] { 1, 5, n }, out))
			.size());
	}

	@Test
	void cellsOfAGridBecomePixels() {
		// 96 x 96 has grids of 12 x 12, 6 x 6 and 3 x 3 cells.
		ModelSpec model = Outputs.yoloGrid(96, 96);
		float[] out = new float[189 * 6];
		int inSecond = 144 + 2 * 6 + 3;
		float[] box = { 0.5f, 0.25f, (float) Math.log(2), (float) Math.log(3), 0.9f, 0.8f };
		System.arraycopy(box, 0, out, 6 * inSecond, 6);
		List<Detection> found = Outputs.decode(model, Outputs.limits(0.25), Outputs.same(96, 96), Outputs.tensor(
			new long[] { 1, 189, 6 }, out)).as(Detections.class).items();
		assertEquals(1, found.size());
		Box wanted = new Box(3.5 * 16 - 16, 2.25 * 16 - 24, 3.5 * 16 + 16, 2.25 * 16 + 24);
		assertTrue(wanted.iou((Box) found.get(0).region()) > 0.9999, found.toString());
		assertEquals(0.72, found.get(0).best().score(), 1e-6);
		TriptychException e = assertThrows(TriptychException.class, () -> Outputs.decode(model, Outputs.limits(0.25),
			Outputs.same(96, 96), Outputs.tensor(new long[] { 1, 191, 6 }, new float[1146])));
		assertTrue(e.getMessage().contains("191 candidates"), e.getMessage());
	}
}
