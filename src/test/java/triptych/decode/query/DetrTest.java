package triptych.decode.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import triptych.core.Box;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.family.Outputs;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** Queries made by hand. */
class DetrTest {

	private static ModelSpec model(String... parameters) {
		return Outputs.model(Task.DETECTION, List.of("a", "b"), Layout.NCHW, "detr", parameters);
	}

	private static List<Detection> decode(ModelSpec model, Tensor... outputs) {
		return Outputs.decode(model, Outputs.limits(0.4), Outputs.same(100, 50), outputs)
			.as(Detections.class)
			.items();
	}

	@Test
	void withSoftmaxTheLastClassIsNoObjectAndAQueryIsOneBox() {
		Tensor logits = Outputs.tensor(new long[] { 1, 3, 3 }, 5, 0, 0, 0, 0, 5, 2, 2.2f, 0);
		Tensor boxes = Outputs.tensor(new long[] { 1, 3, 4 }, 0.5f, 0.5f, 0.2f, 0.4f, 0.5f, 0.5f, 1, 1,
			0.1f, 0.1f, 0.4f, 0.4f);
		List<Detection> found = decode(model("activation", "softmax"), logits, boxes);
		assertEquals(List.of("a", "b"), found.stream().map(d -> d.best().className()).toList());
		assertTrue(((Box) found.get(0).region()).iou(new Box(40, 15, 60, 35)) > 0.9999);
		assertTrue(((Box) found.get(1).region()).iou(new Box(0, 0, 30, 15)) > 0.9999, "cut at the edge");
	}

	@Test
	void withSigmoidAQueryCanBeSeveralBoxesAndTheStrongestAreGiven() {
		Tensor logits = Outputs.tensor(new long[] { 1, 2, 2 }, 3, 2, -3, 1);
		Tensor boxes = Outputs.tensor(new long[] { 1, 2, 4 }, 0.5f, 0.5f, 0.2f, 0.4f, 0.3f, 0.3f, 0.2f,
			0.2f);
		assertEquals(2, decode(model("activation", "sigmoid"), logits, boxes).size(),
			"as many as there are queries");
		assertEquals(List.of("a"), decode(model("activation", "sigmoid", "most", "1"), logits, boxes)
			.stream().map(d -> d.best().className()).toList());
	}

	/** The layout of Ultralytics' RT-DETR as its documentation tells it; no export was at hand. */
	@Test
	void boxAndScoresMayStandInOneOutput() {
		Tensor rows = Outputs.tensor(new long[] { 1, 2, 6 }, 0.5f, 0.5f, 0.2f, 0.4f, 0.1f, 0.9f, 0.3f,
			0.3f, 0.2f, 0.2f, 0.6f, 0.2f);
		List<Detection> found =
			decode(model("activation", "none", "logits", "0", "boxes", "0"), rows);
		assertEquals(List.of("b", "a"), found.stream().map(d -> d.best().className()).toList());
		assertTrue(((Box) found.get(0).region()).iou(new Box(40, 15, 60, 35)) > 0.9999);
		assertTrue(((Box) found.get(1).region()).iou(new Box(20, 10, 40, 20)) > 0.9999);
	}

	@Test
	void outputsOfOtherShapesAreTold() {
		TriptychException e = assertThrows(TriptychException.class, () -> decode(
			model("activation", "softmax"), Outputs.tensor(new long[] { 1, 2, 4 }, new float[8]),
			Outputs.tensor(new long[] { 1, 2, 4 }, new float[8])));
		assertTrue(e.getMessage().contains("3 classes, but its description names 2"), e.getMessage());
	}
}
