package triptych.model.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.model.GraphInfo;
import triptych.model.InputSpec;
import triptych.model.Limits;
import triptych.model.ModelSpec;
import triptych.model.UsualLimits;

/**
 * A folder of Hugging Face as Optimum exports it: config.json (architecture, classes),
 * preprocessor_config.json (how images are prepared) and model.onnx, here or in the folder onnx.
 */
final class HuggingFaceFormat implements ModelFormat {

	static final String CONFIG = "config.json", PREPROCESSOR = "preprocessor_config.json";

	@Override
	public List<String> starts() {
		return List.of(CONFIG);
	}

	@Override
	public boolean isStart(Path file) {
		if (!file.getFileName().toString().equals(CONFIG)) return false;
		try {
			Json config = Json.read(file);
			return config.has("architectures") || config.has("model_type") || HuggingFaceTimm.is(config);
		}
		catch (TriptychException e) {
			// Somebody else's config.json may be anything.
			return false;
		}
	}

	@Override
	public Path onnx(Path start) {
		Path folder = start.toAbsolutePath().normalize().getParent();
		for (String name : List.of("model.onnx", "onnx/model.onnx"))
			if (Files.isRegularFile(folder.resolve(name))) return folder.resolve(name);
		List<Path> models = models(folder);
		if (models.size() == 1) return models.get(0);
		if (models.isEmpty()) throw new TriptychException("The Hugging Face folder \"" + folder
			+ "\" holds no .onnx file, only what describes one; export the model with Optimum"
			+ " (optimum-cli export onnx) and put its model.onnx there.");
		List<String> names = models.stream().map(p -> folder.relativize(p).toString()).toList();
		throw new TriptychException("The Hugging Face folder \"" + folder + "\" holds several models ("
			+ String.join(", ", names) + "); name one of the files.");
	}

	private static List<Path> models(Path folder) {
		try (Stream<Path> files = Files.walk(folder, 2)) {
			return files.filter(p -> p.toString().endsWith(".onnx")).sorted().toList();
		}
		catch (IOException e) {
			throw new TriptychException("The folder \"" + folder + "\" cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
	}

	/** A folder may hold the same network in several precisions, which are described alike. */
	@Override
	public boolean tells(Path start, Path onnx) {
		return true;
	}

	@Override
	public boolean accepts(ModelFiles files, GraphInfo graph) {
		return files.start().filter(this::isStart).isPresent();
	}

	@Override
	public ModelSpec read(ModelFiles files, GraphInfo graph, UsualLimits usual) {
		Path start = files.start().orElseThrow();
		Json config = Json.read(start);
		boolean timm = HuggingFaceTimm.is(config);
		Path told = start.resolveSibling(PREPROCESSOR);
		Optional<Json> prepared = Optional.of(told).filter(Files::isRegularFile).map(Json::read);
		if (timm) prepared = Optional.of(HuggingFaceTimm.prepared(config));
		List<String> classes = config.numbered("id2label");
		if (classes.isEmpty()) classes = config.texts("label_names");
		HuggingFaceHead head = HuggingFaceHead.of(config,
			prepared.orElseGet(() -> config.section(PREPROCESSOR)), graph, classes.size(), files.name());
		if (prepared.isEmpty()) throw new TriptychException("The folder of the Hugging Face model "
			+ files.name() + " lacks " + PREPROCESSOR
			+ ", which tells how images are prepared; copy it from where the model came from.");
		InputSpec input = new HuggingFaceInput(config, prepared.get(), graph, files.name())
			.spec(head.task() == Task.SEMANTIC_SEGMENTATION);
		Map<String, String> origins = new LinkedHashMap<>();
		origins.put("task", CONFIG + ", architectures");
		String names = config.has("id2label") ? ", id2label" : ", label_names";
		origins.put("classes", classes.isEmpty() ? "not told" : CONFIG + names);
		origins.put("preprocessing", timm ? CONFIG + ", pretrained_cfg" : PREPROCESSOR);
		origins.put("decoder", CONFIG + " and the outputs");
		Limits limits = usual.of(head.decoder(), files.name());
		return new ModelSpec(files.name(), head.task(), classes, input, head.decoder(),
			limits.confidence(), limits.overlap(), 0, config.text("license", ""), origins);
	}
}
