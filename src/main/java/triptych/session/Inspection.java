package triptych.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import triptych.core.TriptychException;
import triptych.decode.family.ModelFamilies;
import triptych.model.format.Description;
import triptych.model.GraphInfo;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Fit;
import triptych.model.format.ModelFiles;
import triptych.model.format.ModelFormats;
import triptych.model.format.ModelLibrary;
import triptych.model.ModelSpec;
import triptych.options.Key;
import triptych.options.MenuNames;

/**
 * What Inspect Model... prints: what was understood of a model, from where, and what is missing.
 */
public final class Inspection {

	private static final int SHOWN_CLASSES = 30;

	private Inspection() {}

	public static String of(String model) {
		if (model.isEmpty())
			throw new TriptychException(
				"Inspect Model... needs a model: its name, or the path of an .onnx file.");
		ModelLibrary library = ModelCache.library();
		ModelFiles files = library.find(model);
		GraphInfo graph = ModelCache.open(files).graph();
		List<String> lines = new ArrayList<>();
		lines.add("Model: " + files.name());
		lines.add("File: " + files.fileName());
		graph.inputs().forEach(slot -> lines.add("Input: " + slot));
		graph.outputs().forEach(slot -> lines.add("Output: " + slot));
		Set<String> metadata = new TreeSet<>(graph.metadata().keySet());
		if (!metadata.isEmpty()) lines.add("Metadata keys: " + String.join(", ", metadata));
		if (ModelFormats.described(files, graph)) describe(files, lines);
		else {
			lines.add("Missing: what the model is for. Fill in these lines and save them as "
				+ files.descriptionFile() + ", or use Describe Model..., which shows what they do:");
			// What is printed can be the file, such as inspect m.onnx > m.triptych.yaml.
			lines.replaceAll(line -> "# " + line);
			lines.addAll(List.of("", ModelTemplate.write(files, graph).stripTrailing()));
		}
		return String.join("\n", lines) + "\n";
	}

	private static void describe(ModelFiles files, List<String> lines) {
		ModelSpec spec = ModelCache.spec(files, ModelCache.open(files));
		String licence = spec.licence().isEmpty() ? "not told" : spec.licence();
		Set<String> keys = new TreeSet<>(ModelFamilies.of(spec).usableKeys(spec));
		lines.add("Task: " + spec.task().key() + " (" + MenuNames.of(spec.task()) + ")");
		lines.add("Classes: " + classes(spec));
		lines.add("Preprocessing: " + preprocessing(spec.input()));
		lines.add("Decoder: " + spec.decoder().name() + " " + spec.decoder().parameters());
		lines.add("Defaults: confidence " + Key.plain(spec.confidence()) + ", overlap "
			+ Key.plain(spec.overlap()));
		lines.add("Keys that depend on the model and can be used: " + String.join(", ", keys));
		lines.add("Licence: " + licence);
		spec.origins().forEach((fact, from) -> lines.add("From: " + fact + " - " + from));
		String checksum = spec.checksumWarning(ModelCache.sha256(files));
		if (!checksum.isEmpty()) lines.add("Warning: " + checksum + ".");
		PackageTest.told(files, ModelCache.open(files), spec)
			.ifPresent(told -> lines.add("Test: " + told + "."));
		if (spec.classes().isEmpty()) lines.add("Missing: class names.");
		Optional<String> card = files.description().flatMap(Description::card);
		card.ifPresent(text -> lines.addAll(List.of("", text)));
	}

	private static String classes(ModelSpec spec) {
		int n = spec.classes().size();
		String shown = String.join(", ", spec.classes().subList(0, Math.min(n, SHOWN_CLASSES)));
		String more = n > SHOWN_CLASSES ? ", ..." : "";
		return n + " (" + shown + more + ")";
	}

	private static String preprocessing(InputSpec in) {
		return size(in) + "; " + colours(in) + "; " + values(in);
	}

	private static String size(InputSpec in) {
		if (in.anySize())
			return "any size, padded to a multiple of " + in.multiple() + ", tiles overlap by "
				+ in.halo() + " pixels a side";
		String resize = in.resize().name().toLowerCase(Locale.ROOT) + " resize";
		if (in.fit() == Fit.SCALE_LEAST) return "scaled as little as brings one side to "
			+ in.shortSide() + " pixels, both to a multiple of " + in.multiple() + ", " + resize;
		if (in.fit().scales()) {
			String most = in.longSide() > 0 ? ", a long one of at most " + in.longSide() : "";
			boolean smaller = in.fit() == Fit.SCALE_DOWN;
			String down = smaller ? ", both down to a multiple of " + in.multiple() : "";
			String cut = in.fit() == Fit.WINDOWS ? ", cut into overlapping squares" : "";
			return "scaled to a short side of " + in.shortSide() + " pixels" + most + down + cut + ", "
				+ resize;
		}
		String side = in.shortSide() > 0 ? " with a short side of " + in.shortSide() : "";
		return in.fit().name().toLowerCase(Locale.ROOT).replace('_', '-') + " to " + in.width() + " x "
			+ in.height() + ", " + resize + side;
	}

	private static String colours(InputSpec in) {
		if (in.channels() == 1) return "grey";
		if (in.bgr()) return "BGR";
		return in.channels() == 3 ? "RGB" : in.channels() + " channels";
	}

	private static String values(InputSpec in) {
		if (in.percentiles().length == 2)
			return "percentiles " + Arrays.toString(in.percentiles()) + " become 0 and 1";
		String values = switch (in.values()) {
			case BRIGHTNESS -> "0..255";
			case STORED -> "values as stored";
			case ZERO_MEAN -> "each channel brought to mean 0 and deviation 1";
			case ZERO_MEAN_ALL -> "all channels together brought to mean 0 and deviation 1";
		};
		return values + " times " + in.scale() + ", mean " + Arrays.toString(in.mean()) + ", std "
			+ Arrays.toString(in.std());
	}
}
