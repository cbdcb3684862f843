package triptych.model.format;

import java.util.List;
import java.util.Locale;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * Models of timm, on Hugging Face's hub or in its wrapper: config.json itself tells in
 * pretrained_cfg how images are prepared (timm 1.0, data/config.py and transforms_factory.py).
 */
final class HuggingFaceTimm {

	private static final String TOLD = "pretrained_cfg";

	/** By PIL's numbers. */
	private static final List<String> FILTERS = List.of("nearest", "lanczos", "bilinear", "bicubic",
		"box", "hamming");

	private HuggingFaceTimm() {}

	static boolean is(Json config) {
		return config.section(TOLD).has("input_size") && config.has("architecture");
	}

	/** The same as Hugging Face's own processors write it. */
	static Json prepared(Json config) {
		Json told = config.section(TOLD);
		double[] size = told.numbers("input_size", 3);
		int height = (int) size[1], width = (int) size[2];
		String mode = told.text("crop_mode", "center");
		double part = told.number("crop_pct", 0.875);
		if (!List.of("center", "squash").contains(mode)) throw told.wrong("crop_mode",
			"center or squash, the ways of cutting that Triptych knows");
		if (mode.equals("center") && height != width) throw told.wrong("input_size",
			"of a square where crop_mode is center");
		JsonObject values = new JsonObject();
		values.addProperty("image_processor_type", "Timm");
		JsonObject resized = new JsonObject(), cut = new JsonObject();
		int high = (int) Math.floor(height / part), wide = (int) Math.floor(width / part);
		if (mode.equals("center")) resized.addProperty("shortest_edge", high);
		else {
			resized.addProperty("height", high);
			resized.addProperty("width", wide);
		}
		cut.addProperty("height", height);
		cut.addProperty("width", width);
		values.add("size", resized);
		values.add("crop_size", cut);
		values.addProperty("resample", filter(told));
		values.add("image_mean", numbers(told, "mean", 0.485, 0.456, 0.406));
		values.add("image_std", numbers(told, "std", 0.229, 0.224, 0.225));
		return new Json(values, config.file());
	}

	private static int filter(Json told) {
		String name = told.text("interpolation", "bicubic").toLowerCase(Locale.ROOT);
		int number = FILTERS.indexOf(name);
		if (number < 0) throw told.wrong("interpolation", "one of " + String.join(", ", FILTERS));
		return number;
	}

	private static JsonArray numbers(Json told, String key, double... usual) {
		JsonArray numbers = new JsonArray();
		for (double value : told.has(key) ? told.numbers(key, usual.length) : usual)
			numbers.add(value);
		return numbers;
	}
}
