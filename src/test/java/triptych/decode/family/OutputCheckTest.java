package triptych.decode.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.Classification;
import triptych.core.Detections;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** What a model gives is not believed where it cannot be: it would look like an empty image. */
class OutputCheckTest {

	private static final float NAN = Float.NaN;

	private static String sentence(ModelSpec model, Tensor... outputs) {
		return assertThrows(TriptychException.class, () -> Outputs.decode(model, Outputs.limits(0.25),
			Outputs.same(4, 4), outputs)).getMessage();
	}

	private static ModelSpec maps(String family, String... parameters) {
		return Outputs.model(Task.SEMANTIC_SEGMENTATION, List.of(), Layout.NCHW, family, parameters);
	}

	private static Tensor maps(int count, float all, int at, float there) {
		float[] values = new float[count * 16];
		Arrays.fill(values, all);
		values[at] = there;
		return Outputs.tensor(new long[] { 1, count, 4, 4 }, values);
	}

	private static Tensor boxes(float... row) {
		return Outputs.tensor(new long[] { 1, 1, row.length }, row);
	}

	@ParameterizedTest
	@ValueSource(strings = { "softmax", "sigmoid", "none" })
	void oneNaNInAClassMapIsTold(String activation) {
		for (int at : new int[] { 0, 17, 31 })
			for (float nan : new float[] { NAN, Float.intBitsToFloat(0xffc00000) })
				assertTrue(sentence(maps("semantic", "activation", activation), maps(2, 0.2f, at, nan))
					.contains("no numbers (NaN)"));
	}

	@Test
	void oneNaNInAMapOfObjectsIsTold() {
		for (int at : new int[] { 3, 20 })
			assertTrue(sentence(maps("watershed"), maps(2, 0.2f, at, NAN)).contains("(NaN)"));
		assertTrue(sentence(maps("watershed", "distance", "1"), maps(2, 0.2f, 20, NAN))
			.contains("(NaN)"));
	}

	@Test
	void aForegroundThatIsNoScoreIsTold() {
		assertTrue(sentence(maps("watershed"), maps(2, 0.2f, 0, 100)).contains("the score 100,"));
		String independent = sentence(maps("semantic", "activation", "none", "exclusive", "no"),
			maps(2, 0.2f, 20, 255));
		assertTrue(independent.contains("the score 255,"), independent);
	}

	@Test
	void mapsThatAreNotThereAreTold() {
		String sentence = sentence(maps("watershed"), maps(1, 0.2f, 0, 0));
		assertTrue(sentence.contains("gives one map only, but its decoder, watershed, needs two"),
			sentence);
		sentence = sentence(maps("watershed", "distance", "7"), maps(2, 0.2f, 0, 0));
		assertTrue(sentence.contains("distance is \"7\"; it must be less than 2"), sentence);
		sentence = sentence(maps("semantic", "activation", "softmax", "output", "7"),
			maps(2, 0.2f, 0, 0));
		assertTrue(sentence.contains("names output 7"), sentence);
		sentence = sentence(maps("watershed"), Outputs.tensor(new long[] { 1, 2, 0, 0 }));
		assertTrue(sentence.contains("no map of scores"), sentence);
	}

	@ParameterizedTest
	@CsvSource({ "none, 100, to 100", "none, NaN, (NaN)", "softmax, NaN, (NaN)",
		"sigmoid, NaN, (NaN)", "softmax, Infinity, (NaN)", "none, -1, from -1.00" })
	void aClassThatHasNoScoreIsTold(String activation, float value, String expected) {
		ModelSpec model = Outputs.model(Task.CLASSIFICATION, List.of("a", "b"), Layout.NCHW,
			"class-scores", "activation", activation);
		String sentence = sentence(model, Outputs.tensor(new long[] { 1, 2 }, 0.2f, value));
		assertTrue(sentence.contains(expected), sentence);
	}

	@Test
	void halfPrecisionMayRoundAScoreUp() {
		ModelSpec model = Outputs.model(Task.CLASSIFICATION, List.of("a", "b"), Layout.NCHW,
			"class-scores", "activation", "none");
		Classification given = Outputs.decode(model, Outputs.limits(0), Outputs.same(4, 4),
			Outputs.tensor(new long[] { 1, 2 }, 0, 1.001f)).as(Classification.class);
		assertEquals(1, given.scores().get(1).score());
	}

	@ParameterizedTest
	@CsvSource({ "0.5, the class 0.5", "3e9, the class 3000000000", "-1, the class -1",
		"2, knows the classes 0 to 1", "NaN, (NaN)" })
	void aClassOfFinalRowsMustBeOneOfTheModel(float id, String expected) {
		String sentence = sentence(Outputs.yolo("end-to-end", "a", "b"),
			boxes(1, 1, 3, 3, 0.9f, id));
		assertTrue(sentence.contains(expected), sentence);
	}

	@Test
	void leftOverFinalRowsMayHoldAnyClass() {
		Tensor rows = Outputs.tensor(new long[] { 1, 2, 6 }, 1, 1, 3, 3, 0.9f, 1, 0, 0, 0, 0, 0, -1);
		assertEquals(1, Outputs.decode(Outputs.yolo("end-to-end", "a", "b"), Outputs.limits(0.25),
			Outputs.same(4, 4), rows).as(Detections.class).items().size());
	}

	@Test
	void boxesThatAreNoNumbersAreTold() {
		assertTrue(sentence(Outputs.yolo("end-to-end", "a"), boxes(NAN, 1, 3, 3, 0.9f, 0))
			.contains("(NaN)"));
		assertTrue(sentence(Outputs.yolo("end-to-end", "a"), boxes(1, 1, 3, 3, NAN, 0))
			.contains("(NaN)"));
		assertTrue(sentence(Outputs.yolo("rows", "a"), boxes(2, 2, 3, 3, NAN, 0.9f))
			.contains("(NaN)"));
		assertTrue(sentence(Outputs.yolo("rows", "a"), boxes(2, 2, 3, 3, 0.9f, NAN))
			.contains("(NaN)"));
		assertTrue(sentence(Outputs.yolo("columns", "a"),
			Outputs.tensor(new long[] { 1, 5, 1 }, 2, 2, 3, 3, NAN)).contains("(NaN)"));
	}

	@Test
	void logitsInPlaceOfScoresAreTold() {
		String sentence = sentence(Outputs.yolo("columns", "a"),
			Outputs.tensor(new long[] { 1, 5, 1 }, 2, 2, 3, 3, 7.5f));
		assertTrue(sentence.contains("the score 7.5, but scores lie from 0 to 1"), sentence);
	}

	/** One value of an output that is otherwise right: an object in the middle of 4 x 4 pixels. */
	@ParameterizedTest
	@CsvSource({ "boxes, 0, 1, NaN, (NaN)", "boxes, 1, 0, NaN, (NaN)", "boxes, 2, 0, NaN, (NaN)",
		"boxes, 2, 0, 7, the score 7", "boxes, 1, 0, 1.5, the class 0.5",
		"boxes, 1, 0, 9, the class 8", "mask-rcnn, 0, 3, NaN, (NaN)", "mask-rcnn, 2, 0, NaN, (NaN)",
		"mask-rcnn, 3, 5, NaN, (NaN)", "mask-rcnn, 3, 5, 255, 'but scores lie from 0 to 1'",
		"detr, 0, 1, NaN, (NaN)", "detr, 0, 2, NaN, (NaN)", "detr, 0, 0, Infinity, (NaN)",
		"detr, 1, 2, NaN, (NaN)", "detr-sigmoid, 0, 1, NaN, (NaN)", "detr-none, 0, 0, 7, the score 7",
		"stardist, 0, 3, NaN, (NaN)", "stardist, 0, 3, -8, the score -8",
		"stardist, 0, 3, 7, the score 7", "stardist, 1, 85, NaN, (NaN)",
		"stardist, 1, 85, Infinity, (NaN)" })
	void oneValueThatCannotBeIsTold(String family, int output, int at, float value,
		String expected)
	{
		ModelSpec model = damaged(family);
		Tensor[] outputs = right(family);
		assertEquals(1, Outputs.decode(model, Outputs.limits(0.25), Outputs.same(4, 4), outputs)
			.as(Detections.class)
			.items()
			.size());
		Tensor out = outputs[output];
		float[] values = new float[out.size()];
		out.floats().get(values);
		values[at] = value;
		outputs[output] = Outputs.tensor(out.shape(), values);
		String sentence = sentence(model, outputs);
		assertTrue(sentence.contains(expected), sentence);
	}

	private static ModelSpec damaged(String family) {
		Task task = family.startsWith("detr") || family.equals("boxes") ? Task.DETECTION
			: Task.INSTANCE_SEGMENTATION;
		String[] name = family.split("-(?=sigmoid|none)");
		String[] parameters = name.length > 1 ? new String[] { "activation", name[1] }
			: new String[0];
		if (family.equals("detr")) parameters = new String[] { "activation", "softmax" };
		return Outputs.model(task, List.of("a", "b"), Layout.NCHW, name[0], parameters);
	}

	private static Tensor[] right(String family) {
		if (family.startsWith("detr")) {
			Tensor scores = family.equals("detr") ? Outputs.tensor(new long[] { 1, 1, 3 }, 0.9f, 0, -9)
				: Outputs.tensor(new long[] { 1, 1, 2 }, 0.9f, 0);
			if (family.equals("detr-sigmoid"))
				scores = Outputs.tensor(new long[] { 1, 1, 2 }, 0.9f, -9);
			return new Tensor[] { scores,
				Outputs.tensor(new long[] { 1, 1, 4 }, 0.5f, 0.5f, 0.5f, 0.5f) };
		}
		if (family.equals("stardist")) {
			float[] probability = new float[16], distances = new float[32 * 16];
			probability[5] = 0.9f;
			Arrays.fill(distances, 1.2f);
			return new Tensor[] { Outputs.tensor(new long[] { 1, 1, 4, 4 }, probability),
				Outputs.tensor(new long[] { 1, 32, 4, 4 }, distances) };
		}
		float[] mask = new float[16];
		Arrays.fill(mask, 1);
		Tensor[] all = { Outputs.tensor(new long[] { 1, 4 }, 1, 1, 3, 3),
			Outputs.tensor(new long[] { 1 }, 1), Outputs.tensor(new long[] { 1 }, 0.9f),
			Outputs.tensor(new long[] { 1, 1, 4, 4 }, mask) };
		return family.equals("boxes") ? Arrays.copyOf(all, 3) : all;
	}
}
