package triptych.model.format;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.decode.family.ModelFamilies;
import triptych.model.GraphInfo.Slot;
import triptych.model.GraphInfo;
import triptych.model.ModelSpec;

/** A model with a description, without any model file: what a graph says is made by hand. */
public record Described(Path folder) {

	public static final String CLASSIFIER = "task: classification\nclasses: [a, b]\ndecoder: {name: class-scores, activation: none}\n";

	public static GraphInfo graph(long... inputShape) {
		return new GraphInfo(List.of(new Slot("in", TensorType.FLOAT, inputShape)), List.of(new Slot("out", TensorType.FLOAT,
			new long[] { 1, 2 })), Map.of());
	}

	public static GraphInfo graph(Map<String, String> metadata, long[] inputShape, long[]... outputShapes) {
		List<Slot> outputs = new ArrayList<>();
		for (long[] shape : outputShapes)
			outputs.add(new Slot("out" + outputs.size(), TensorType.FLOAT, shape));
		return new GraphInfo(List.of(new Slot("in", TensorType.FLOAT, inputShape)), outputs, metadata);
	}

	public ModelFiles files(String description) throws IOException {
		Path file = folder.resolve("planted.triptych.yaml");
		if (description != null) Files.writeString(file, description);
		return new ModelFiles("planted", folder.resolve("planted.onnx").toUri().toURL(), description == null ? Optional.empty()
			: Optional.of(new Description(file.toUri().toURL())));
	}

	public ModelSpec read(String description, long... inputShape) throws IOException {
		return ModelFormats.read(files(description), graph(inputShape), ModelFamilies::usualLimits);
	}

	/** The sentence that reading ends with. */
	public String sentence(String description, long... inputShape) throws IOException {
		ModelFiles files = files(description);
		return assertThrows(TriptychException.class, () -> ModelFormats.read(files,
			graph(inputShape), ModelFamilies::usualLimits), description).getMessage();
	}
}
