package triptych.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class PartGraphTest {

	/** Twice the input, then 3 more; and 5 less, which is a way of its own. */
	private static byte[] model() {
		OnnxGraph graph = new OnnxGraph("small");
		String in = graph.input("in", 1, 4);
		String twice = graph.op("Mul", in, graph.number(2));
		graph.output("more", graph.op("Add", twice, graph.number(3)), 1, 4);
		graph.output("less", graph.op("Sub", in, graph.number(5)), 1, 4);
		return graph.toBytes();
	}

	private static long count(byte[] file, String operator) {
		String text = new String(file, StandardCharsets.ISO_8859_1);
		return text.split("\"\\x03" + operator, -1).length - 1;
	}

	@Test
	void onlyWhatLeadsToTheWantedValueIsTaken() {
		byte[] model = model();
		OnnxGraph graph = new OnnxGraph("large");
		String in = graph.input("image", 1, 4);
		List<String> values = graph.part(model, Map.of("in", in), "Mul_1");
		graph.output("out", values.get(0), 1, 4);
		byte[] file = graph.toBytes();
		assertEquals(1, count(model, "Add"));
		assertEquals(1, count(file, "Mul"));
		assertEquals(0, count(file, "Add"));
		assertEquals(0, count(file, "Sub"));
	}

	@Test
	void itsNamesDoNotMeetThoseOfTheGraphAround() {
		OnnxGraph graph = new OnnxGraph("large");
		String in = graph.input("image", 1, 4);
		graph.number(1);
		String own = graph.op("Mul", in, in);
		String other = graph.part(model(), Map.of("in", in), own).get(0);
		assertTrue(!own.equals(other) && other.endsWith("/" + own), own + " and " + other);
	}

	@Test
	void aValueThatIsNotThereIsRefused() {
		OnnxGraph graph = new OnnxGraph("large");
		String in = graph.input("image", 1, 4);
		assertThrows(IllegalArgumentException.class,
			() -> graph.part(model(), Map.of("in", in), "Mul_7"));
	}

	@Test
	void aModelThatIsCutOffIsRefused() {
		byte[] model = model();
		OnnxGraph graph = new OnnxGraph("large");
		String in = graph.input("image", 1, 4);
		for (int length : new int[] { 3, model.length / 2, model.length - 1 })
			assertThrows(IllegalArgumentException.class,
				() -> graph.part(Arrays.copyOf(model, length), Map.of("in", in), "Mul_1"));
	}
}
