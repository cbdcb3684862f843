package triptych.model.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import triptych.core.TriptychException;
import triptych.model.DecoderSpec;
import triptych.model.GraphInfo;
import triptych.model.InputSpec.Layout;

/** What the outputs of a bioimage.io package are, as far as it says so. */
record BioimageOutput(YamlNode root, GraphInfo graph, Layout layout, String model) {

	/** Operators that make an image of an image. */
	private static final Set<String> IMAGES = Set.of("scale_range", "zero_mean_unit_variance",
		"fixed_zero_mean_unit_variance", "scale_mean_variance", "scale_linear");

	DecoderSpec decoder() {
		List<YamlNode> outputs = root.at("outputs").items();
		if (outputs.isEmpty()) throw new TriptychException("The bioimage.io package of " + model
			+ " names no outputs.");
		YamlNode tensor = outputs.get(0);
		BioimageAxes axes = BioimageAxes.of(tensor);
		String wanted = layout == Layout.NHWC ? "byxc" : "bcyx";
		if (!axes.letters().equals(wanted)) throw new TriptychException("The bioimage.io model " + model
			+ " answers with the axes " + axes.letters() + "; Triptych reads maps with " + wanted + ".");
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("activation", activation(tensor));
		// A limit for each map lets several or none pass; a single map competes with nothing.
		boolean single = graph.outputs().get(0).shape()[layout == Layout.NHWC ? 3 : 1] == 1;
		boolean limited = single || limit(tensor).isPresent();
		if (limited && !parameters.get("activation").equals("softmax"))
			parameters.put("exclusive", "no");
		return new DecoderSpec("semantic", parameters);
	}

	/**
	 * Pixels at each edge of the input that the output leaves out: in format 0.4 the output's length
	 * is that of the input times the scale plus twice the offset, in 0.5 plus the offset.
	 */
	int crop() {
		if (root.at("outputs").items().isEmpty()) return 0;
		YamlNode tensor = root.at("outputs").items().get(0), shape = tensor.at("shape");
		List<YamlNode> offsets = shape.at("offset").items(), scales = shape.at("scale").items();
		String letters = BioimageAxes.of(tensor).letters();
		TreeSet<Double> crops = new TreeSet<>();
		for (int i = 0; i < offsets.size() && i < letters.length(); i++) {
			double scale = i < scales.size() ? scales.get(i).number(1) : 1;
			if ("yx".indexOf(letters.charAt(i)) >= 0) crops.add(0 - offsets.get(i).number(0) / scale);
		}
		for (YamlNode axis : tensor.at("axes").items())
			if ("yx".contains(axis.at("id").text("-")))
				crops.add(0 - axis.at("size").at("offset").number(0) / 2);
		if (crops.isEmpty()) return 0;
		double crop = crops.first();
		if (crops.size() == 1 && crop >= 0 && crop == Math.rint(crop)) return (int) crop;
		throw new TriptychException("The bioimage.io model " + model + " leaves out of its answer other"
			+ " pixels than the same number at each edge (offset in its output: " + crops
			+ "), which Triptych cannot place.");
	}

	private String activation(YamlNode tensor) {
		String activation = "";
		for (YamlNode operator : tensor.at("postprocessing").items()) {
			String name = operator.at("id", "name").text("");
			if (IMAGES.contains(name)) throw new TriptychException("The bioimage.io model " + model
				+ " makes an image of an image (" + name + " after the network), which is none of"
				+ " Triptych's questions: what is in an image, where, how much of each.");
			switch (name) {
				case "sigmoid", "softmax" -> activation = name;
				case "ensure_dtype", "clip" -> {}
				case "binarize" -> activation = activation.isEmpty() ? "none" : activation;
				default -> throw new TriptychException("The bioimage.io model " + model
					+ " needs the operator " + name + " after the network, which Triptych does not have.");
			}
		}
		if (!activation.isEmpty()) return activation;
		if (isScore(tensor) || isSegmentation()) return "none";
		throw new TriptychException("The bioimage.io package of " + model
			+ " does not say what the values of its output are: no sigmoid or softmax, no range of 0 to"
			+ " 1 and no tag with segmentation; describe the model in a file of Triptych beside it.");
	}

	/** The value above which a pixel belongs to a map, where the package tells one. */
	OptionalDouble limit() {
		return limit(root.at("outputs").items().get(0));
	}

	private OptionalDouble limit(YamlNode tensor) {
		for (YamlNode operator : tensor.at("postprocessing").items()) {
			if (!operator.at("id", "name").text("").equals("binarize")) continue;
			YamlNode told = operator.at("kwargs").at("threshold");
			double limit = told.isList() ? -1 : told.number(0.5);
			if (limit >= 0 && limit <= 1) return OptionalDouble.of(limit);
			throw new TriptychException("The bioimage.io model " + model
				+ " takes pixels above the limit " + told.value()
				+ " (binarize); Triptych knows one limit for all maps, from 0 to 1.");
		}
		return OptionalDouble.empty();
	}

	private static boolean isScore(YamlNode tensor) {
		List<YamlNode> range = tensor.at("data_range").items();
		if (range.size() != 2) range = tensor.at("data").at("range").items();
		return range.size() == 2 && range.get(0).number(-1) == 0 && range.get(1).number(-1) == 1;
	}

	private boolean isSegmentation() {
		String tags = root.at("tags").items().stream()
			.map(t -> t.text("").toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(" "));
		return tags.contains("segmentation");
	}
}
