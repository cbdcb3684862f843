package triptych.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import triptych.decode.family.ModelFamilies;
import triptych.decode.ModelFamily;
import triptych.decode.Parameter;
import triptych.model.GraphInfo;
import triptych.model.GraphInfo.Slot;
import triptych.model.ImageInputs;
import triptych.model.InputSpec.Layout;
import triptych.model.format.ModelFiles;
import triptych.options.Key;

/**
 * A description to fill in, with what the file tells already written down. What must be filled in
 * is a question mark, which reading tells of; what may be left out is a comment.
 */
final class ModelTemplate {

	private ModelTemplate() {}

	static String write(ModelFiles files, GraphInfo graph) {
		Slot image = ImageInputs.imageInput(graph, files.name());
		Optional<Layout> layout = ImageInputs.layout(image);
		long channels = layout.map(l -> image.shape()[ImageInputs.channelAxis(l)]).orElse(3L);
		String order = layout.isPresent() ? ""
			: "  layout: ?                 # NCHW (channels before height and width) or NHWC\n";
		return String.format(Locale.ROOT, """
			task: ?                     # classification, detection, semantic or instance
			name: %s
			# licence: MIT              # of the weights
			# classes: [first, second]  # %s in the order of the model's outputs; without this line \
			class-0, class-1, ...
			input:                      # the file says %s
			%s%s
			  fit: stretch              # stretch, letterbox, pad or crop
			%s  scale: 1/255              # pixel values 0..255 times this, then minus mean, over std
			  # mean: %s
			  # std: %s
			decoder:                    # outputs: %s
			  name: ?                   # %s
			%s# thresholds:
			#   confidence: 0.25        # without it %s
			""",
			files.name(),
			names(graph.outputs()),
			image,
			order,
			size(image, layout),
			colours(channels),
			Collections.nCopies((int) channels, 0),
			Collections.nCopies((int) channels, 1),
			GraphInfo.list(graph.outputs()),
			Parameter.listed(ModelFamilies.names(), "or"),
			neededParameters(),
			usualConfidences());
	}

	/** A line for each key that some families need, with an example. */
	private static String neededParameters() {
		Map<Parameter, List<String>> families = new LinkedHashMap<>();
		for (ModelFamily family : ModelFamilies.all())
			for (Parameter parameter : family.parameters())
				if (parameter.needed())
					families.computeIfAbsent(parameter, p -> new ArrayList<>()).add(family.name());
		StringBuilder lines = new StringBuilder();
		families.forEach((parameter, names) -> lines.append(
			String.format(Locale.ROOT, "  # %-24s# needed for %s: %s\n",
				parameter.name() + ": " + parameter.value(), Parameter.listed(names, "and"),
				parameter.allowed())));
		return lines.toString();
	}

	/** What counts without a confidence, family by family. */
	private static String usualConfidences() {
		Map<Double, List<String>> families = new LinkedHashMap<>();
		for (ModelFamily family : ModelFamilies.all())
			families.computeIfAbsent(family.usualLimits().confidence(), c -> new ArrayList<>())
				.add(family.name());
		return families.entrySet().stream()
			.map(e -> Key.plain(e.getKey()) + " for " + Parameter.listed(e.getValue(), "and"))
			.collect(Collectors.joining(", "));
	}

	private static String size(Slot image, Optional<Layout> layout) {
		int[] size = ImageInputs.size(image, layout.orElse(Layout.NCHW));
		return size[0] < 1 || size[1] < 1
			? "  size: [?, ?]              # height, width; or multiple: 32"
			: "  # its size is fixed in the file";
	}

	private static String colours(long channels) {
		if (channels == 1) return "  colours: grey\n";
		return channels == 3 ? "  colours: RGB              # RGB or BGR\n" : "";
	}

	private static String names(List<Slot> outputs) {
		OptionalLong classes = classes(outputs);
		return classes.isPresent() ? classes.getAsLong() + " names" : "names";
	}

	/**
	 * As many as the shapes of the outputs tell: of a list of scores, of boxes with a score for each
	 * class, of class maps.
	 */
	private static OptionalLong classes(List<Slot> outputs) {
		long[] first = outputs.get(0).shape();
		long longest = Arrays.stream(first).max().orElse(0);
		int batch = first.length > 1 ? 1 : 0;
		boolean list = Arrays.stream(first).skip(batch).filter(n -> n != 1).count() == 1;
		if (list) return known(longest);
		// Masks of objects are made of as many maps as each box has weights for them.
		boolean masks = outputs.size() > 1 && outputs.get(1).shape().length == 4;
		long maps = masks ? outputs.get(1).shape()[1] : 0;
		if (first.length == 3 && first[2] == longest) return known(first[1] - 4 - maps);
		// Six numbers are corners, score and class as well as a box with one class.
		if (first.length == 3 && first[1] == longest)
			return first[2] == 6 + maps ? OptionalLong.empty() : known(first[2] - 5 - maps);
		return first.length == 4 ? known(first[1]) : OptionalLong.empty();
	}

	private static OptionalLong known(long classes) {
		return classes > 1 ? OptionalLong.of(classes) : OptionalLong.empty();
	}
}
