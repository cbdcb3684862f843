package triptych.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import triptych.core.TriptychException;
import triptych.decode.ModelFamilies;
import triptych.model.GraphInfo;
import triptych.model.InputSpec;
import triptych.model.ModelFiles;
import triptych.model.ModelFormats;
import triptych.model.ModelLibrary;
import triptych.model.ModelSpec;
import triptych.options.Key;

/** What Inspect Model... prints: what was understood of a model, from where, and what is missing. */
public final class Inspection {

	private static final int SHOWN_CLASSES = 30;

	private Inspection() {}

	public static String of(String model) {
		if (model.isEmpty()) throw new TriptychException("Inspect Model... needs a model: its name, or the path of an .onnx file.");
		ModelLibrary library = ModelCache.library();
		ModelFiles files = library.find(model);
		GraphInfo graph = ModelCache.open(files).graph();
		StringBuilder text = new StringBuilder();
		text.append("Model: ").append(files.name()).append("\nFile: ").append(files.fileName()).append('\n');
		graph.inputs().forEach(s -> text.append("Input: ").append(s).append('\n'));
		graph.outputs().forEach(s -> text.append("Output: ").append(s).append('\n'));
		if (!graph.metadata().isEmpty()) text.append("Metadata keys: ").append(String.join(", ", new TreeSet<>(graph
			.metadata().keySet()))).append('\n');
		if (!ModelFormats.described(files, graph)) return text + "Missing: what the model is for. Fill in these lines and "
			+ "save them as " + files.descriptionFile() + ":\n\n" + ModelTemplate.write(files, graph);
		ModelSpec spec = ModelFormats.read(files, graph, ModelFamilies::usualLimits);
		Set<String> keys = new TreeSet<>(ModelFamilies.of(spec).usableKeys(spec));
		text.append("Task: ").append(spec.task().key()).append(" (").append(spec.task().command()).append(")\n");
		text.append("Classes: ").append(classes(spec)).append('\n');
		text.append("Preprocessing: ").append(preprocessing(spec.input())).append('\n');
		text.append("Decoder: ").append(spec.decoder().name()).append(' ').append(spec.decoder().parameters()).append('\n');
		text.append("Defaults: confidence ").append(Key.plain(spec.confidence())).append(", overlap ").append(Key.plain(spec
			.overlap())).append('\n');
		text.append("Keys that depend on the model and can be used: ").append(String.join(", ", keys)).append('\n');
		text.append("Licence: ").append(spec.licence().isEmpty() ? "not told" : spec.licence()).append('\n');
		spec.origins().forEach((fact, from) -> text.append("From: ").append(fact).append(" - ").append(from).append('\n'));
		if (spec.classes().isEmpty()) text.append("Missing: class names.\n");
		return text.toString();
	}

	private static String classes(ModelSpec spec) {
		int n = spec.classes().size();
		return n + " (" + String.join(", ", spec.classes().subList(0, Math.min(n, SHOWN_CLASSES))) + (n > SHOWN_CLASSES
			? ", ..." : "") + ")";
	}

	private static String preprocessing(InputSpec in) {
		String size = in.anySize() ? "any size, padded to a multiple of " + in.multiple() + ", tiles overlap by "
			+ in.halo() + " pixels a side" : in.fit().name().toLowerCase(Locale.ROOT)
			+ " to " + in.width() + " x " + in.height() + ", " + in.resize().name().toLowerCase(Locale.ROOT) + " resize" + (in
				.shortSide() > 0 ? " with a short side of " + in.shortSide() : "");
		String values = in.percentiles().length == 2 ? "percentiles " + Arrays.toString(in.percentiles()) + " become 0 and 1"
			: "0..255 times " + in.scale() + ", mean " + Arrays.toString(in.mean()) + ", std " + Arrays.toString(in.std());
		return size + "; " + (in.channels() == 1 ? "grey" : in.bgr() ? "BGR" : in.channels() == 3 ? "RGB" : in.channels()
			+ " channels") + "; " + values;
	}
}
