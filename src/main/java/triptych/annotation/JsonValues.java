package triptych.annotation;

import java.io.IOException;
import java.util.Arrays;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** Values of JSON that are carried along as text, and lists of numbers. */
public final class JsonValues {

	private JsonValues() {}

	/** A word or number as it is written, a list or object as its JSON. */
	public static String text(JsonReader json) throws IOException {
		JsonToken next = json.peek();
		if (next == JsonToken.STRING || next == JsonToken.NUMBER) return json.nextString();
		return JsonParser.parseReader(json).toString();
	}

	/** The JSON of a text that {@link #text} gave. */
	public static String json(String text) {
		boolean asIs = text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?|true|false|null");
		boolean nested = text.startsWith("{") || text.startsWith("[");
		return asIs || nested && isJson(text) ? text : quoted(text);
	}

	public static String quoted(String text) {
		return new JsonPrimitive(text).toString();
	}

	private static boolean isJson(String text) {
		try {
			return JsonParser.parseString(text).toString().equals(text);
		}
		catch (RuntimeException e) {
			return false;
		}
	}

	/** A list of numbers. */
	public static double[] numbers(JsonReader json) throws IOException {
		double[] numbers = new double[16];
		int n = 0;
		json.beginArray();
		while (json.hasNext()) {
			if (n == numbers.length) numbers = Arrays.copyOf(numbers, 2 * n);
			numbers[n++] = json.nextDouble();
		}
		json.endArray();
		return Arrays.copyOf(numbers, n);
	}
}
