package triptych.decode.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import triptych.core.LabelMap;
import triptych.core.Placement;
import triptych.core.Segment;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** Score maps made by hand, to classes of pixels. */
class SemanticTest {

	private static final List<String> AB = List.of("a", "b");

	private static ModelSpec model(List<String> classes, Layout layout, String... parameters) {
		return Outputs.model(Task.SEMANTIC_SEGMENTATION, classes, layout, "semantic", parameters);
	}

	private static LabelMap decode(ModelSpec model, Thresholds limits, Placement placement, Tensor out) {
		return Outputs.decode(model, limits, placement, out).as(LabelMap.class);
	}

	@Test
	void theStrongestClassWinsAndTheFirstWinsATie() {
		Tensor out = Outputs.tensor(new long[] { 1, 2, 1, 3 }, 1, 2, 3, 0, 2, 4);
		assertArrayEquals(new int[] { 1, 1, 2 }, decode(model(AB, Layout.NCHW, "activation", "softmax"), Outputs.limits(0),
			Outputs.same(3, 1), out).ids());
	}

	@Test
	void aBackgroundClassIsZero() {
		ModelSpec model = model(AB, Layout.NCHW, "activation", "softmax", "background", "yes");
		LabelMap map = decode(model, Outputs.limits(0), Outputs.same(3, 1), Outputs.tensor(new long[] { 1, 2, 1, 3 }, 1, 2, 3,
			0, 3, 4));
		assertArrayEquals(new int[] { 0, 1, 1 }, map.ids());
		assertEquals(List.of("b"), map.segments().stream().map(s -> s.best().className()).toList());
	}

	@Test
	void channelsLastIsReadThatWay() {
		Tensor out = Outputs.tensor(new long[] { 1, 1, 3, 2 }, 1, 0, 2, 3, 3, 4);
		assertArrayEquals(new int[] { 1, 2, 2 }, decode(model(AB, Layout.NHWC, "activation", "softmax"), Outputs.limits(0),
			Outputs.same(3, 1), out).ids());
	}

	@Test
	void independentClassesMustPassTheirLimitAndTheStrongestWins() {
		Thresholds limits = new Thresholds(0.5, Map.of(1, 0.8), 0.45, Suppression.PER_CLASS, 0.5);
		Tensor out = Outputs.tensor(new long[] { 1, 2, 1, 4 }, 0.4f, 0.5f, 0.6f, 0.7f, 0.45f, 0.79f, 0.8f, 0.1f);
		assertArrayEquals(new int[] { 0, 1, 2, 1 }, decode(model(AB, Layout.NCHW, "activation", "none", "exclusive", "no"),
			limits, Outputs.same(4, 1), out).ids());
	}

	@Test
	void scoresThatDoNotAddUpToOneAreToldWhereClassesCompete() {
		Tensor independent = Outputs.tensor(new long[] { 1, 2, 1, 4 }, 0.1f, 0.9f, 0.9f, 0.2f, 0.1f, 0.9f,
			0.3f, 0.1f);
		Tensor competing = Outputs.tensor(new long[] { 1, 2, 1, 4 }, 0.1f, 0.9f, 0.9f, 0.2f, 0.9f, 0.1f,
			0.1f, 0.8f);
		Tensor logits = Outputs.tensor(new long[] { 1, 2, 1, 4 }, -3, 0.9f, 0.9f, 5, 0.9f, 0.1f, 0.1f, 1);
		assertTrue(doubt(independent, "activation", "none").contains("exclusive: no"));
		assertEquals("", doubt(independent, "activation", "none", "exclusive", "no"));
		assertEquals("", doubt(competing, "activation", "none"));
		assertEquals("", doubt(logits, "activation", "none"));
		assertEquals("", doubt(independent, "activation", "softmax"));
	}

	private static String doubt(Tensor out, String... parameters) {
		ModelSpec model = model(AB, Layout.NCHW, parameters);
		return new SemanticDecoder(model, Outputs.limits(0.5), false).doubt(List.of(out),
			Outputs.same(4, 1));
	}

	@Test
	void limitsOnSigmoidMapsAreLimitsOnScores() {
		float half = 0, eighty = (float) Math.log(0.8 / 0.2);
		Tensor out = Outputs.tensor(new long[] { 1, 1, 1, 4 }, half, eighty - 0.001f, eighty + 0.001f, 9);
		ModelSpec model = model(List.of("a"), Layout.NCHW, "activation", "sigmoid");
		assertArrayEquals(new int[] { 0, 0, 1, 1 }, decode(model, Outputs.limits(0.8), Outputs.same(4, 1), out).ids());
		assertArrayEquals(new int[] { 1, 1, 1, 1 }, decode(model, Outputs.limits(0.5), Outputs.same(4, 1), out).ids());
	}

	@Test
	void onlyTheNamedMapsAreClasses() {
		Tensor out = Outputs.tensor(new long[] { 1, 3, 1, 2 }, 9, 9, 1, 2, 2, 1);
		assertArrayEquals(new int[] { 1, 2 }, decode(model(AB, Layout.NCHW, "activation", "softmax", "channels", "2,1"), Outputs
			.limits(0), Outputs.same(2, 1), out).ids());
		TriptychException e = assertThrows(TriptychException.class, () -> decode(model(AB, Layout.NCHW, "activation",
			"softmax", "channels", "0,3"), Outputs.limits(0), Outputs.same(2, 1), out));
		assertTrue(e.getMessage().contains("less than 3"), e.getMessage());
	}

	@Test
	void smallerMapsAreRaisedBeforeTheDecision() {
		// Two map pixels for four image pixels: scores at the image's pixel centres are 0, 1/4, 3/4 and 1 of the way.
		Tensor out = Outputs.tensor(new long[] { 1, 2, 1, 2 }, 1, 0, 0.4f, 0.4f);
		int[] ids = decode(model(AB, Layout.NCHW, "activation", "softmax"), Outputs.limits(0), new Placement(1, 1, 0, 0, 4, 1,
			4, 1), out).ids();
		assertArrayEquals(new int[] { 1, 1, 2, 2 }, ids);
	}

	@Test
	void paddingIsCutOff() {
		Tensor out = Outputs.tensor(new long[] { 1, 2, 2, 3 }, 0, 0, 9, 0, 9, 9, 1, 1, 0, 1, 1, 1);
		LabelMap map = decode(model(AB, Layout.NCHW, "activation", "softmax"), Outputs.limits(0), new Placement(1, 1, 1, 1, 2,
			1, 3, 2), out);
		assertArrayEquals(new int[] { 1, 1 }, map.ids());
		assertArrayEquals(new int[] { 2, 2 }, decode(model(AB, Layout.NCHW, "activation", "softmax"), Outputs.limits(0),
			new Placement(1, 1, 0, 0, 2, 1, 3, 2), out).ids());
	}

	@Test
	void anOutputOfAnotherNumberOfMapsIsTold() {
		TriptychException e = assertThrows(TriptychException.class, () -> decode(model(AB, Layout.NCHW, "activation",
			"softmax"), Outputs.limits(0), Outputs.same(1, 1), Outputs.tensor(new long[] { 1, 3, 1, 1 }, new float[3])));
		assertTrue(e.getMessage().contains("3 maps") && e.getMessage().contains("2 classes"), e.getMessage());
		e = assertThrows(TriptychException.class, () -> decode(model(AB, Layout.NCHW, "activation", "softmax"), Outputs
			.limits(0), Outputs.same(1, 1), Outputs.tensor(new long[] { 1, 2 }, new float[2])));
		assertTrue(e.getMessage().contains("[1, classes, height, width]"), e.getMessage());
	}

	@Test
	void everyClassHasItsSegment() {
		LabelMap map = decode(model(AB, Layout.NCHW, "activation", "softmax"), Outputs.limits(0), Outputs.same(1, 1), Outputs
			.tensor(new long[] { 1, 2, 1, 1 }, 1, 0));
		assertEquals(List.of(1, 2), map.segments().stream().map(Segment::id).toList());
	}
}
