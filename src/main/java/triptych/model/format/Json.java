package triptych.model.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import triptych.core.TriptychException;

/**
 * A JSON file of somebody else: keys that are not asked for may hold anything, those that are may
 * be missing or null.
 */
public record Json(JsonObject values, String file) {

	private static final long MOST_BYTES = 16L << 20;

	/** @throws TriptychException where the file is no JSON with keys, or too large to be one */
	public static Json read(Path file) {
		String name = file.getFileName().toString();
		try {
			if (Files.size(file) > MOST_BYTES)
				throw new TriptychException("The file " + file + " is larger than 16 MB.");
			JsonElement all = JsonParser.parseString(Files.readString(file));
			if (all.isJsonObject()) return new Json(all.getAsJsonObject(), name);
			throw new TriptychException("The file " + file + " holds no keys.");
		}
		catch (IOException | JsonParseException | StackOverflowError e) {
			throw new TriptychException("The file " + file + " cannot be read as JSON.", e);
		}
	}

	public boolean has(String key) {
		return values.has(key) && !values.get(key).isJsonNull();
	}

	public String text(String key, String fallback) {
		return has(key) && values.get(key).isJsonPrimitive() ? values.get(key).getAsString() : fallback;
	}

	public boolean yes(String key, boolean fallback) {
		return has(key) ? Boolean.parseBoolean(text(key, "")) : fallback;
	}

	public boolean isNumber(String key) {
		return has(key) && values.get(key) instanceof JsonPrimitive p && p.isNumber();
	}

	public double number(String key, double fallback) {
		if (!has(key)) return fallback;
		if (isNumber(key)) return values.get(key).getAsDouble();
		throw wrong(key, "a number");
	}

	public int whole(String key, int fallback) {
		double value = number(key, fallback);
		if (value == Math.rint(value) && Math.abs(value) < 1 << 24) return (int) value;
		throw wrong(key, "a whole number");
	}

	/** A number for each of n, also where one is told for all of them. */
	public double[] numbers(String key, int n) {
		double[] numbers = new double[n];
		JsonElement value = values.get(key);
		boolean list = value.isJsonArray() && value.getAsJsonArray().size() == n;
		if (!list && !isNumber(key)) throw wrong(key, "a list of " + n + " numbers");
		for (int i = 0; i < n; i++) {
			JsonElement one = list ? value.getAsJsonArray().get(i) : value;
			if (!(one instanceof JsonPrimitive p) || !p.isNumber())
				throw wrong(key, "a list of " + n + " numbers");
			numbers[i] = one.getAsDouble();
		}
		return numbers;
	}

	/** Keys inside a key; none where it holds something else. */
	public Json section(String key) {
		boolean keys = has(key) && values.get(key).isJsonObject();
		return new Json(keys ? values.getAsJsonObject(key) : new JsonObject(), file);
	}

	public List<String> texts(String key) {
		List<String> texts = new ArrayList<>();
		if (has(key) && values.get(key).isJsonArray())
			for (JsonElement e : values.getAsJsonArray(key))
				if (e.isJsonPrimitive()) texts.add(e.getAsString());
		return texts;
	}

	/** The texts of keys 0, 1, ... inside a key, in their order; holes get their number. */
	public List<String> numbered(String key) {
		Map<Integer, String> byNumber = new TreeMap<>();
		section(key).values().entrySet().forEach(e -> {
			if (e.getKey().matches("\\d{1,6}") && e.getValue().isJsonPrimitive())
				byNumber.put(Integer.parseInt(e.getKey()), e.getValue().getAsString());
		});
		List<String> texts = new ArrayList<>();
		byNumber.forEach((number, text) -> {
			while (texts.size() < number) texts.add("class-" + texts.size());
			texts.add(text);
		});
		return texts;
	}

	public TriptychException wrong(String key, String allowed) {
		return new TriptychException("In " + file + " the key " + key + " is " + values.get(key)
			+ "; it must be " + allowed + ".");
	}
}
