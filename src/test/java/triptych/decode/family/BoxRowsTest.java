package triptych.decode.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.model.GraphInfo;
import triptych.model.GraphInfo.Slot;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/**
 * Rows of ready boxes, planted in the orders that the documentation of each exporter gives: a cell
 * at 10, 20 to 40, 60 with 0.9, debris at 50, 5 to 80, 25 with 0.6, and what fills the list up.
 */
class BoxRowsTest {

	private static ModelSpec model(String order) {
		return Outputs.model(Task.DETECTION, List.of("cell", "debris"), Layout.NCHW, "box-rows",
			"order", order);
	}

	private static void check(ModelSpec model, Tensor... outputs) {
		List<String> found = new ArrayList<>();
		Detections all = (Detections) Outputs.decode(model, Outputs.limits(0.3), Outputs.same(100, 100),
			outputs);
		for (Detection d : all.items())
			found.add(d.best().className() + " " + d.best().score() + " " + d.region().x1() + " " + d
				.region().y1() + " " + d.region().x2() + " " + d.region().y2());
		assertEquals(List.of("cell 0.9 10.0 20.0 40.0 60.0", "debris 0.6 50.0 5.0 80.0 25.0"), found);
	}

	/** MMDeploy's end2end.onnx: dets [1, n, 5] and labels [1, n]. */
	@Test
	void mmDetection() {
		check(model("corners-score"), Outputs.tensor(new long[] { 1, 4, 5 }, 50, 5, 80, 25, 0.6f, 10, 20,
			40, 60, 0.9f, 1, 1, 9, 9, 0.1f, 0, 0, 0, 0, 0), Outputs.tensor(new long[] { 1, 4 }, 1, 0, 1,
				-1));
	}

	/** PP-YOLOE with its suppression: [n, 6], and a second output that counts. */
	@Test
	void paddleDetection() {
		check(model("class-score-corners"), Outputs.tensor(new long[] { 3, 6 }, 0, 0.9f, 10, 20, 40, 60,
			1, 0.6f, 50, 5, 80, 25, -1, 0, 0, 0, 0, 0), Outputs.tensor(new long[] { 1 }, 2));
	}

	/** The flat form of super-gradients: [n, 7] with the number of the image first. */
	@Test
	void yoloNas() {
		check(model("corners-score-class"), Outputs.tensor(new long[] { 2, 7 }, 0, 10, 20, 40, 60, 0.9f,
			0, 0, 50, 5, 80, 25, 0.6f, 1));
	}

	/** export.py --end2end for ONNX Runtime. */
	@Test
	void yoloV7() {
		check(model("corners-class-score"), Outputs.tensor(new long[] { 2, 7 }, 0, 10, 20, 40, 60, 0,
			0.9f, 0, 50, 5, 80, 25, 1, 0.6f));
	}

	/** The batch form of super-gradients is filled up with -1. */
	@Test
	void yoloNasInBatchesIsReadByBoxes() {
		ModelSpec model = Outputs.model(Task.DETECTION, List.of("cell", "debris"), Layout.NCHW, "boxes",
			"boxes", "1", "scores", "2", "labels", "3", "first", "0");
		check(model, Outputs.tensor(new long[] { 1, 1 }, 2), Outputs.tensor(new long[] { 1, 3, 4 }, 10,
			20, 40, 60, 50, 5, 80, 25, -1, -1, -1, -1), Outputs.tensor(new long[] { 1, 3 }, 0.9f, 0.6f,
				-1), Outputs.tensor(new long[] { 1, 3 }, 0, 1, -1));
	}

	@Test
	void nothingFoundIsNothingAndWhatCameClosestIsTold() {
		ModelSpec model = model("corners-score");
		Tensor[] empty = { Outputs.tensor(new long[] { 1, 0, 5 }), Outputs.tensor(new long[] { 1, 0 }) };
		assertTrue(Outputs.decode(model, Outputs.limits(0.3), Outputs.same(9, 9), empty).isEmpty());
		Tensor[] weak = { Outputs.tensor(new long[] { 1, 1, 5 }, 1, 1, 8, 8, 0.2f), Outputs.tensor(
			new long[] { 1, 1 }, 1) };
		String near = ModelFamilies.decoder(model, Outputs.limits(0.3)).closest(List.of(weak), Outputs
			.same(9, 9)).orElseThrow().sentence();
		assertEquals("The strongest candidate (debris) scored 0.2, below confidence=0.3", near);
	}

	/** A wrong order takes other numbers for scores, which is seen. */
	@ParameterizedTest
	@CsvSource({ "class-score-corners", "corners-class-score" })
	void aWrongOrderIsNoResult(String order) {
		Tensor rows = Outputs.tensor(new long[] { 1, 6 }, 10, 20, 40, 60, 0.9f, 1);
		assertThrows(TriptychException.class,
			() -> Outputs.decode(model(order), Outputs.limits(0.3), Outputs.same(100, 100), rows));
	}

	@Test
	void shapesAreChecked() {
		GraphInfo graph = new GraphInfo(List.of(), List.of(new Slot("dets", TensorType.FLOAT, new long[] {
			1, -1, 5 }), new Slot("labels", TensorType.INT64, new long[] { 1, -1 })), Map.of());
		ModelCheck.check(model("corners-score"), graph);
		String wrong = assertThrows(TriptychException.class,
			() -> ModelCheck.check(model("class-score-corners"), graph)).getMessage();
		assertTrue(wrong.contains("output 0 must be rows [n, 6] or [n, 7]"), wrong);
	}
}
