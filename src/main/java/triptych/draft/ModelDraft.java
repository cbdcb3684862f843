package triptych.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import triptych.core.Plane;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelCheck;
import triptych.decode.family.ModelFamilies;
import triptych.engine.DjlModel;
import triptych.model.GraphInfo;
import triptych.model.GraphInfo.Slot;
import triptych.model.ImageInputs;
import triptych.model.ModelSpec;
import triptych.model.format.ModelFiles;
import triptych.model.format.ModelFormats;
import triptych.model.format.TemporaryFolder;
import triptych.session.ModelCache;

/**
 * A description that is being written: the readings that the shapes of a graph allow, the lines of
 * each with a proposal and its reason, what they give for an image, and whether a text can be used.
 */
public final class ModelDraft {

	/** What is said where no family reads the outputs. */
	public static final String NONE = "No family that Triptych has reads outputs of these shapes: the"
		+ " model answers another question, or its outputs were left raw by the export.";

	private final ModelFiles files;
	private final DjlModel model;
	private final GraphInfo graph;
	private final Slot image;
	private final Path folder;
	private final Trials trials;
	private int drafts;

	private ModelDraft(ModelFiles files, DjlModel model, Path folder) {
		this.files = files;
		this.model = model;
		this.folder = folder;
		graph = model.graph();
		image = ImageInputs.imageInput(graph, files.name());
		trials = new Trials(model.runner());
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

	/** As {@code model=} takes it. */
	public String path() {
		return files.onDisk().orElseThrow().toAbsolutePath().toString().replace('\\', '/');
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
		return Readings.of(graph, plain());
	}

	/**
	 * The same, those first that make most sense of what the model gives for an image; of those that
	 * make as much sense the ones that read more of its outputs, then as they were.
	 */
	public List<Tried> readings(Plane plane) {
		ModelSpec plain = plain();
		return readings().stream()
			.map(r -> new Tried(r, sense(r, plane), Readings.read(graph, plain, r)))
			.sorted()
			.toList();
	}

	private Sense sense(Reading reading, Plane plane) {
		try {
			return trials.sense(spec(text(lines(reading))), plane);
		}
		catch (TriptychException e) {
			return new Sense(Sense.NONE, e.getMessage().split("\\. |; |\\.$")[0]);
		}
	}

	/** The lines of a description, each with a value; nothing of them is proven but by the shapes. */
	public List<Line> lines(Reading reading) {
		return new FormLines(graph, image, reading, classes(reading)).all();
	}

	/** How many classes the shapes have values for, read this way; empty where they do not tell. */
	public OptionalInt classes(Reading reading) {
		return ModelCheck.classes(Readings.spec(plain(), reading, graph), graph.outputs());
	}

	/** The lines that hold a value, as a description, each followed by its reason. */
	public String text(List<Line> lines) {
		return FormText.of(lines, false);
	}

	/** All lines; those without a value are comments that tell what can be said. */
	public String form(List<Line> lines) {
		return FormText.of(lines, true);
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

	/** Any family: for what is the same for all. */
	private ModelSpec plain() {
		Reading any = new Reading(Task.CLASSIFICATION, "class-scores", Map.of());
		return read(text(new FormLines(graph, image, any, OptionalInt.empty()).all()));
	}

	private ModelSpec read(String text) {
		ModelFiles described = ModelCache.library().find(draft(text).toString());
		return ModelFormats.read(described, graph, ModelFamilies::usualLimits);
	}

	private ModelSpec spec(String text) {
		ModelSpec spec = read(text);
		ModelCheck.check(spec, graph);
		ModelFamilies.decoder(spec, new Thresholds(spec.confidence(), Map.of(), spec.overlap(),
			Suppression.PER_CLASS, 0.5));
		return spec;
	}

	/** The text as a file that {@code model=} takes, beside no other; it goes when Java ends. */
	public synchronized Path draft(String text) {
		try {
			Path own = Files.createDirectories(folder.resolve("" + drafts++));
			return Files.writeString(own.resolve(files.name() + ".triptych.yaml"),
				"file: \"" + path() + "\"\n" + text);
		}
		catch (IOException e) {
			throw new TriptychException("The draft could not be written to \"" + folder + "\": "
				+ TriptychException.why(e) + ".", e);
		}
	}

	/**
	 * What the model gives for an image, read by this text.
	 *
	 * @param text a description without a problem
	 * @throws TriptychException where its values cannot be read that way
	 */
	public Trial trial(String text, Plane plane) {
		return trials.of(spec(text), plane);
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
