package triptych.session;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import triptych.core.Plane;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.ModelFamily;
import triptych.decode.Parameter;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelCheck;
import triptych.decode.family.ModelFamilies;
import triptych.engine.DjlModel;
import triptych.model.GraphInfo;
import triptych.model.GraphInfo.Slot;
import triptych.model.ImageInputs;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;
import triptych.model.format.ModelFiles;
import triptych.model.format.ModelFormats;
import triptych.model.format.TemporaryFolder;
import triptych.pipeline.prepare.Preprocessor;

/**
 * A description that is being written: the readings that the shapes of a graph allow, the lines of
 * each with a proposal and its reason, and whether a text can be used.
 */
public final class ModelDraft {

	/** One way to read the outputs, and what it answers. */
	public record Reading(Task task, String family, Map<String, String> parameters) {

		/** Such as {@code detection: yolo, columns}. */
		@Override
		public String toString() {
			List<String> words = new ArrayList<>(List.of(family));
			words.addAll(parameters.values());
			return task.key() + ": " + String.join(", ", words);
		}
	}

	/** A key of the description with its value, where it stands and why the value is proposed. */
	public record Line(String section, String key, String value, String why) {}

	/** What is said where no family reads the outputs. */
	public static final String NONE = "No family that Triptych has reads outputs of these shapes: the"
		+ " model answers another question, or its outputs were left raw by the export.";

	/** What the values of a model that has made scores itself are. */
	public static final String SCORES = "scores already, so activation: none fits.";

	private static final String ACTIVATION = "activation";

	private final ModelFiles files;
	private final DjlModel model;
	private final GraphInfo graph;
	private final Slot image;
	private final Path folder;
	private int drafts;

	private ModelDraft(ModelFiles files, DjlModel model, Path folder) {
		this.files = files;
		this.model = model;
		this.folder = folder;
		graph = model.graph();
		image = ImageInputs.imageInput(graph, files.name());
	}

	/**
	 * @throws TriptychException where the model cannot be opened or takes no image
	 */
	public static ModelDraft of(String model) {
		if (model.isEmpty())
			throw new TriptychException("Describe Model... needs a model: the path of an .onnx file.");
		ModelFiles files = ModelCache.library().find(model);
		if (files.onDisk().isEmpty()) throw new TriptychException("The model " + files.name()
			+ " is one of Triptych's own and is described already.");
		try {
			Path folder = TemporaryFolder.create("triptych-draft");
			return new ModelDraft(files, ModelCache.open(files), folder);
		}
		catch (IOException e) {
			throw new TriptychException("There is no room for a draft in the temporary folder: "
				+ TriptychException.why(e) + ".", e);
		}
	}

	public String name() {
		return files.name();
	}

	/** Inputs and outputs with their shapes. */
	public String shapes() {
		return image + "  ->  " + GraphInfo.list(graph.outputs());
	}

	/** Where the description belongs. */
	public Path file() {
		return Path.of(files.descriptionFile());
	}

	/** All that fit the shapes; empty where no family reads such outputs. */
	public List<Reading> readings() {
		List<Reading> readings = new ArrayList<>();
		for (ModelFamily family : ModelFamilies.all())
			for (Task task : family.tasks().stream().sorted().toList())
				for (Map<String, String> parameters : combinations(family)) {
					Reading reading = new Reading(task, family.name(), parameters);
					if (fits(reading)) readings.add(reading);
				}
		return readings;
	}

	private boolean fits(Reading reading) {
		return problem(text(lines(reading))).isEmpty();
	}

	/** Of the needed choices, without the activation, which no shape tells. */
	private static List<Map<String, String>> combinations(ModelFamily family) {
		List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
		for (Parameter p : family.parameters()) {
			if (!p.needed() || p.name().equals(ACTIVATION)) continue;
			List<Map<String, String>> longer = new ArrayList<>();
			for (Map<String, String> one : all)
				for (String choice : p.choices()) {
					Map<String, String> with = new LinkedHashMap<>(one);
					with.put(p.name(), choice);
					longer.add(with);
				}
			all = longer;
		}
		return all;
	}

	/** The lines of a description, each with a value; nothing of them is proven but by the shapes. */
	public List<Line> lines(Reading reading) {
		ModelFamily family = ModelFamilies.all()
			.stream()
			.filter(f -> f.name().equals(reading.family()))
			.findFirst()
			.orElseThrow();
		List<Line> lines = new ArrayList<>();
		lines.add(new Line("", "task", reading.task().key(), "what " + family.name() + " answers"));
		lines.add(new Line("", "classes", "", "names in the order of the outputs; none: class-0, ..."));
		lines.addAll(input());
		lines.add(new Line("decoder", "name", family.name(), family.help()));
		for (Parameter p : family.parameters()) {
			String told = reading.parameters().get(p.name());
			if (told != null) lines.add(new Line("decoder", p.name(), told, "fits the shapes"));
			else if (p.name().equals(ACTIVATION)) {
				String usual = single(reading) ? "sigmoid" : "softmax";
				lines.add(new Line("decoder", ACTIVATION, usual, p.help()));
			}
		}
		boolean one = single(reading) && family.name().equals("semantic");
		if (one) lines.add(new Line("decoder", "exclusive", "no", "a single map competes with none"));
		return lines;
	}

	private List<Line> input() {
		List<Line> lines = new ArrayList<>();
		Layout layout = ImageInputs.layout(image).orElse(Layout.NCHW);
		if (ImageInputs.layout(image).isEmpty())
			lines.add(new Line("input", "layout", "NCHW", "the shape does not show it; or NHWC"));
		int[] size = ImageInputs.size(image, layout);
		if (size[0] < 1 || size[1] < 1) lines.add(new Line("input", "size", "[640, 640]",
			"height and width, which the file leaves open; those that it was trained at"));
		lines.add(new Line("input", "fit", "stretch",
			"stretch squeezes, letterbox keeps the aspect, pad does not scale, crop cuts the centre"));
		long channels = image.shape()[ImageInputs.channelAxis(layout)];
		if (channels == 3)
			lines.add(new Line("input", "colours", "RGB", "RGB; BGR where it was trained with OpenCV"));
		lines.add(new Line("input", "scale", "1/255",
			"pixel values 0..255 times this: 1/255 gives 0..1, 1/127.5 with mean 1 gives -1..1, 1 leaves"
				+ " them"));
		if (channels > 0 && channels < 5) {
			lines.add(new Line("input", "mean", repeated("0", channels), "subtracted after the scale"));
			lines.add(new Line("input", "std", repeated("1", channels), "divided by after that"));
		}
		return lines;
	}

	private static String repeated(String number, long times) {
		return "[" + String.join(", ", Collections.nCopies((int) times, number)) + "]";
	}

	/** One number or one map for all that there is to tell. */
	private boolean single(Reading reading) {
		long[] s = graph.outputs().get(0).shape();
		if (reading.family().equals("class-scores")) return s[s.length - 1] == 1;
		if (s.length < 4) return true;
		boolean last = ImageInputs.layout(image).orElse(Layout.NCHW) == Layout.NHWC;
		return s[last ? 3 : 1] == 1;
	}

	/** The lines as a description, each followed by its reason. */
	public String text(List<Line> lines) {
		StringBuilder text = new StringBuilder();
		String section = "";
		for (Line line : lines) {
			if (line.value().isEmpty()) continue;
			if (!line.section().equals(section)) text.append(line.section()).append(":\n");
			section = line.section();
			String indent = section.isEmpty() ? "" : "  ";
			text.append(String.format("%-30s# %s%n", indent + line.key() + ": " + line.value(),
				line.why()));
		}
		return text.toString().replace("\r\n", "\n");
	}

	/** What speaks against a description of this model, in a sentence; blank where nothing does. */
	public String problem(String text) {
		try {
			spec(text);
			return "";
		}
		catch (TriptychException e) {
			return e.getMessage();
		}
	}

	private ModelSpec spec(String text) {
		ModelFiles described = ModelCache.library().find(draft(text).toString());
		ModelSpec spec = ModelFormats.read(described, graph, ModelFamilies::usualLimits);
		ModelCheck.check(spec, graph);
		ModelFamilies.decoder(spec, new Thresholds(spec.confidence(), Map.of(), spec.overlap(),
			Suppression.PER_CLASS, 0.5));
		return spec;
	}

	/** The text as a file that {@code model=} takes, beside no other; it goes when Java ends. */
	public synchronized Path draft(String text) {
		String onnx = files.onDisk().orElseThrow().toAbsolutePath().toString().replace('\\', '/');
		try {
			Path own = Files.createDirectories(folder.resolve("" + drafts++));
			return Files.writeString(own.resolve(files.name() + ".triptych.yaml"),
				"file: \"" + onnx + "\"\n" + text);
		}
		catch (IOException e) {
			throw new TriptychException("The draft could not be written to \"" + folder + "\": "
				+ TriptychException.why(e) + ".", e);
		}
	}

	/**
	 * What the values that the model gives for an image tell of its activation, in a sentence; blank
	 * where they are not looked at, as those of boxes.
	 *
	 * @param text a description without a problem
	 */
	public String seen(String text, Plane plane) {
		ModelSpec spec = spec(text);
		boolean scores = List.of("class-scores", "semantic").contains(spec.decoder().name());
		if (!scores) return "";
		Preprocessor preprocessor = new Preprocessor(spec.input());
		Tensor out = model.runner().run(preprocessor.prepare(plane).tensors())
			.get(spec.decoder().integer("output", 0));
		FloatBuffer values = out.floats();
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < out.size(); i++) {
			low = Math.min(low, values.get(i));
			high = Math.max(high, values.get(i));
		}
		boolean between = low >= -0.01 && high <= 1.01;
		String said = between ? SCORES
			: "no scores yet, so activation: none does not fit.";
		return String.format(Locale.ROOT, "On this image its values run from %.3g to %.3g: %s", low,
			high, said);
	}

	/**
	 * Writes the description beside the model.
	 *
	 * @throws TriptychException where there is one already, or the text cannot be used
	 */
	public Path save(String text) {
		spec(text);
		Path file = file();
		try {
			if (Files.exists(file) && Files.size(file) > 0) throw new TriptychException("There is a"
				+ " description \"" + file + "\" already; rename or delete it first.");
			return Files.writeString(file, text);
		}
		catch (IOException e) {
			throw new TriptychException("The description could not be written to \"" + file + "\": "
				+ TriptychException.why(e) + ".", e);
		}
	}
}
