package triptych.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Cases with the figures of other programs, made by make_cases.py beside them. */
public final class StoredCases {

	private StoredCases() {}

	public static JsonElement read(String name) throws IOException {
		try (InputStream in = StoredCases.class.getResourceAsStream("/triptych/metrics/" + name);
				Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
			return JsonParser.parseReader(reader);
		}
	}

	public static double[] doubles(JsonElement array) {
		JsonArray all = array.getAsJsonArray();
		double[] values = new double[all.size()];
		for (int i = 0; i < values.length; i++) values[i] = all.get(i).getAsDouble();
		return values;
	}

	public static int[] ints(JsonElement array) {
		double[] values = doubles(array);
		int[] ints = new int[values.length];
		for (int i = 0; i < ints.length; i++) ints[i] = (int) values[i];
		return ints;
	}

	/** The figure of a name and class. */
	public static double value(Evaluation evaluation, String name, String className) {
		List<Figure> found =
				evaluation.figures().stream()
						.filter(
								f ->
										f.metric().name().equals(name)
												&& f.className().equals(className))
						.toList();
		assertEquals(1, found.size(), name + " of " + className);
		return found.get(0).value();
	}

	/** Holds figures of all classes, and of each, against those stored as "all" and "classes". */
	public static void assertFigures(
			JsonObject stored, Evaluation evaluation, List<String> classNames) {
		for (Map.Entry<String, JsonElement> e : stored.getAsJsonObject("all").entrySet())
			assertEquals(
					e.getValue().getAsDouble(),
					value(evaluation, e.getKey(), Figure.ALL),
					1e-6,
					e.getKey());
		for (Map.Entry<String, JsonElement> e : stored.getAsJsonObject("classes").entrySet())
			for (int c = 0; c < classNames.size(); c++)
				assertEquals(
						e.getValue().getAsJsonArray().get(c).getAsDouble(),
						value(evaluation, e.getKey(), classNames.get(c)),
						1e-6,
						e.getKey() + " of class " + c);
	}
}
