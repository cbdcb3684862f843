package triptych.decode.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import triptych.core.Box;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Placement;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.decode.family.Outputs;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Side;
import triptych.model.InputSpec.SideKind;
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

	/** It counts places from end to end of what the mask lets it see, and so its boxes. */
	@Test
	void boxesOfAModelThatGetsAPixelMaskAreFractionsOfTheImageInTheInput() {
		ModelSpec plain = model("activation", "sigmoid");
		InputSpec in = plain.input();
		InputSpec masked = new InputSpec(in.name(), in.type(), in.layout(), 3, 200, 200, 1,
			Fit.LETTERBOX, 0, 0, Align.TOP_LEFT, 0, in.resize(), false, 1, in.mean(), in.std(),
			in.percentiles(), in.values(), List.of(new Side("pixel_mask", TensorType.INT64,
				SideKind.MASK)), 0);
		Tensor logits = Outputs.tensor(new long[] { 1, 1, 2 }, 3, -3);
		Tensor boxes = Outputs.tensor(new long[] { 1, 1, 4 }, 0.5f, 0.5f, 0.2f, 0.4f);
		// An image of 100 x 50 fills the upper half of the input.
		Placement half = new Placement(2, 2, 0, 0, 100, 50, 200, 200);
		for (boolean mask : new boolean[] { true, false }) {
			ModelSpec model = mask ? plain.with(masked) : plain;
			Box found = (Box) Outputs.decode(model, Outputs.limits(0.4), half, logits, boxes)
				.as(Detections.class).items().get(0).region();
			Box expected = mask ? new Box(40, 15, 60, 35) : new Box(40, 30, 60, 50);
			assertTrue(found.iou(expected) > 0.9999, mask + " " + found);
		}
	}

	@Test
	void outputsOfOtherShapesAreTold() {
		TriptychException e = assertThrows(TriptychException.class, () -> decode(
			model("activation", "softmax"), Outputs.tensor(new long[] { 1, 2, 4 }, new float[8]),
			Outputs.tensor(new long[] { 1, 2, 4 }, new float[8])));
		assertTrue(e.getMessage().contains("3 classes, but its description names 2"), e.getMessage());
	}
}
