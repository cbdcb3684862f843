package triptych.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import ij.ImagePlus;

import triptych.core.Prediction;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.decode.family.ModelFamilies;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.engine.Device;
import triptych.engine.DjlModel;
import triptych.ij.convert.ImagePlane;
import triptych.model.format.ModelFiles;
import triptych.model.format.ModelFormats;
import triptych.model.format.ModelLibrary;
import triptych.model.DecoderSpec;
import triptych.model.ModelSpec;
import triptych.pipeline.prepare.PredictionPipeline;
import triptych.pipeline.prepare.Preprocessor;
import triptych.workflow.Triptych;

/** An export of somebody else's library, and what that library answers; see make_exports.py. */
record Export(Path folder, DjlModel model, ModelSpec spec) implements AutoCloseable {

	private static final Path EXPORTS = Path.of("src/test/resources/formats");

	static Export open(String name) {
		return open(EXPORTS.resolve(name), EXPORTS.resolve(name));
	}

	/** @param given what the user names */
	static Export open(Path folder, Path given) {
		ModelFiles files = new ModelLibrary(Path.of("target")).find(given.toString());
		DjlModel model = DjlModel.open(files, Device.of("cpu"));
		return new Export(folder, model,
			ModelFormats.read(files, model.graph(), ModelFamilies::usualLimits));
	}

	static ImagePlus image(String name) {
		return Triptych.open(EXPORTS.resolve(name + ".png"));
	}

	/** What the network gets of an image. */
	Tensor input(ImagePlus image) {
		return new Preprocessor(spec.input()).prepare(ImagePlane.of(image)).tensors().get(0);
	}

	/** The same model as a command of another task uses it. */
	Export as(Task task) {
		return new Export(folder, model, ModelFamilies.of(spec).asked(spec, task));
	}

	/** The same with a class that is of regions. */
	Export withStuff(int classId) {
		Map<String, String> parameters = new HashMap<>(spec.decoder().parameters());
		parameters.put("stuff", String.valueOf(classId));
		return new Export(folder, model, new ModelSpec(spec.name(), spec.task(), spec.classes(),
			spec.input(), new DecoderSpec(spec.decoder().name(), parameters), spec.confidence(),
			spec.overlap(), spec.pixelSize(), spec.licence(), spec.origins()));
	}

	Prediction predict(ImagePlus image, double confidence) {
		return predict(image, confidence, 0.5);
	}

	/** @param share see {@link Thresholds} */
	Prediction predict(ImagePlus image, double confidence, double share) {
		Thresholds thresholds = new Thresholds(confidence, Map.of(), spec.overlap(),
			Suppression.PER_CLASS, 0.5, share);
		return new PredictionPipeline(new Preprocessor(spec.input()), model.runner(),
			ModelFamilies.decoder(spec, thresholds)).predict(ImagePlane.of(image));
	}

	/** What the library answers for each image. */
	JsonObject expected() {
		try {
			return JsonParser.parseString(Files.readString(folder.resolve("expected.json")))
				.getAsJsonObject();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static double[] numbers(JsonElement array) {
		List<Double> numbers = new ArrayList<>();
		for (JsonElement e : (JsonArray) array)
			numbers.add(e.getAsDouble());
		return numbers.stream().mapToDouble(d -> d).toArray();
	}

	@Override
	public void close() {
		model.close();
	}
}
