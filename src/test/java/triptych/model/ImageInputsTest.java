package triptych.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.model.GraphInfo.Slot;
import triptych.model.InputSpec.Layout;

/** Which input of a graph is the image, and what is told where none or several are. */
class ImageInputsTest {

	private static final Slot IMAGE = slot("image", TensorType.FLOAT, 1, 3, 64, 64);

	private static Slot slot(String name, TensorType type, long... shape) {
		return new Slot(name, type, shape);
	}

	private static String sentence(Slot... inputs) {
		GraphInfo graph = new GraphInfo(Arrays.asList(inputs), List.of(), Map.of());
		return assertThrows(TriptychException.class, () -> ImageInputs.imageInput(graph, "m")).getMessage();
	}

	@Test
	void twoImagesAreTold() {
		String sentence = sentence(IMAGE, slot("second", TensorType.FLOAT, 1, 1, 64, 64));
		assertTrue(sentence.contains("more than one image") && sentence.contains("second float [1, 1, 64, 64]"), sentence);
	}

	@Test
	void anImageWithSomethingBesideItIsTold() {
		String sentence = sentence(IMAGE, slot("point", TensorType.INT64, 1, 2));
		assertTrue(sentence.contains("wants more than an image") && sentence.contains("point int64 [1, 2]"), sentence);
	}

	@Test
	void noImageIsTold() {
		assertTrue(sentence(slot("row", TensorType.FLOAT, 1, 16)).contains("does not take an image: it wants row"));
	}

	@Test
	void anInputTypeThatCannotBeGivenIsTold() {
		assertTrue(sentence(slot("image", TensorType.INT8, 1, 3, 64, 64)).contains("int8"));
	}

	@Test
	void anOpenNumberOfChannelsIsTold() {
		Slot open = slot("image", TensorType.FLOAT, 1, -1, 64, 64);
		assertTrue(assertThrows(TriptychException.class, () -> ImageInputs.channels(open, Layout.NCHW, "m")).getMessage()
			.contains("does not fix its number of channels"));
		assertEquals(64, ImageInputs.channels(open, Layout.NHWC, "m"));
	}
}
