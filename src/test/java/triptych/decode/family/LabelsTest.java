package triptych.decode.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.junit.jupiter.api.Test;

import triptych.core.LabelMap;
import triptych.core.Placement;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** Label images that a model gives ready. */
class LabelsTest {

	private static ModelSpec model(Task task, String... parameters) {
		List<String> classes = task == Task.SEMANTIC_SEGMENTATION ? List.of("ground", "road", "car")
			: List.of("cell");
		return Outputs.model(task, classes, Layout.NCHW, "labels", parameters);
	}

	private static Tensor integers(long[] shape, long... values) {
		ByteBuffer data = ByteBuffer.allocateDirect(8 * values.length).order(ByteOrder.nativeOrder());
		data.asLongBuffer().put(values);
		return new Tensor("out", shape, TensorType.INT64, data);
	}

	private static LabelMap decode(ModelSpec model, Placement placement, Tensor out) {
		return Outputs.decode(model, Outputs.limits(0), placement, out).as(LabelMap.class);
	}

	@Test
	void classesKeepTheirNumbersWhereZeroIsBackground() {
		Tensor out = integers(new long[]{ 1, 2, 3 }, 0, 1, 2, 2, 0, 1);
		LabelMap map = decode(model(Task.SEMANTIC_SEGMENTATION, "background", "yes"),
			Outputs.same(3, 2), out);
		assertArrayEquals(new int[]{ 0, 1, 2, 2, 0, 1 }, map.ids());
		assertEquals(List.of("road", "car"),
			map.segments().stream().map(s -> s.best().className()).toList());
		map = decode(model(Task.SEMANTIC_SEGMENTATION), Outputs.same(3, 2), out);
		assertArrayEquals(new int[]{ 1, 2, 3, 3, 1, 2 }, map.ids());
		assertEquals(3, map.segments().size());
	}

	@Test
	void anImageTakesTheNearestValueAndNothingInBetween() {
		Tensor out = Outputs.tensor(new long[]{ 1, 1, 2, 2 }, 0, 2, 1, 0);
		// The image is 4 x 2 at the right lower end of an input of 8 x 4: the map's last value.
		Placement placement = new Placement(1, 1, 4, 2, 4, 2, 8, 4);
		ModelSpec model = model(Task.SEMANTIC_SEGMENTATION, "background", "yes");
		assertArrayEquals(new int[8], decode(model, placement, out).ids());
		placement = new Placement(2, 2, 0, 0, 4, 2, 8, 4);
		assertArrayEquals(new int[]{ 0, 0, 2, 2, 1, 1, 0, 0 }, decode(model, placement, out).ids());
	}

	@Test
	void objectsOfAnyNumbersAreCountedFromOne() {
		Tensor out = integers(new long[]{ 1, 2, 3, 1 }, 0, 900_000, 900_000, 7, 7, 0);
		LabelMap map = decode(model(Task.INSTANCE_SEGMENTATION), Outputs.same(3, 2), out);
		assertArrayEquals(new int[]{ 0, 1, 1, 2, 2, 0 }, map.ids());
		assertEquals(List.of(1, 2), map.segments().stream().map(s -> s.id()).toList());
		assertTrue(map.segments().get(0).thing());
	}

	@Test
	void whatIsNoLabelIsTold() {
		ModelSpec model = model(Task.SEMANTIC_SEGMENTATION);
		String sentence = sentence(model, Outputs.tensor(new long[]{ 1, 1, 2 }, 0.5f, 1));
		assertTrue(sentence.contains("0.5, but labels are whole numbers"), sentence);
		sentence = sentence(model, integers(new long[]{ 1, 1, 2 }, 0, 3));
		assertTrue(sentence.contains("gave the class 3, but it knows the classes 0 to 2"), sentence);
		sentence = sentence(model, integers(new long[]{ 1, 3, 1, 2 }, 0, 1, 2, 0, 1, 2));
		assertTrue(sentence.contains("is no label image"), sentence);
	}

	private static String sentence(ModelSpec model, Tensor out) {
		return assertThrows(TriptychException.class, () -> decode(model, Outputs.same(2, 1), out))
			.getMessage();
	}
}
