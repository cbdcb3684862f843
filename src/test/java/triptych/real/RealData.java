package triptych.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.ImagePlus;
import triptych.needs.TestData;
import triptych.workflow.Triptych;

/** The real models and images in the folder of test data, and our descriptions of the models. */
final class RealData {

	/** What every test of this package needs. */
	static final String MODELS = "testdata/models";

	private static final Path FOLDER = TestData.at("testdata");

	private RealData() {}

	static Path file(String path) {
		return FOLDER.resolve(path);
	}

	static ImagePlus image(String path) {
		return Triptych.open(FOLDER.resolve("images").resolve(path));
	}

	/** The model's own file, for a model that describes itself. */
	static Path model(String id) {
		return switch (id) {
			case "cls_pneumoniamnist_extdata" -> file("models/" + id + "/pneumoniamnist_cnn.onnx");
			case "bio_unet2d_nuclei_broad_spec" -> file("models/" + id + "/weights.onnx");
			default -> file("models/" + id + ".onnx");
		};
	}

	/**
	 * Our description of a model, written into a folder of the test with the path of the real file.
	 *
	 * @param changes pairs of a text in the description and what stands there instead
	 */
	static Path described(String id, Path folder, String... changes) {
		String text = resource("/descriptions/" + id + ".triptych.yaml");
		for (int i = 0; i < changes.length; i += 2) {
			if (!text.contains(changes[i])) throw new IllegalArgumentException(id + " has no " + changes[i]);
			text = text.replace(changes[i], changes[i + 1]);
		}
		try {
			Path at = Files.createDirectories(folder.resolve(Integer.toHexString(text.hashCode()))).resolve(id
				+ ".triptych.yaml");
			Matcher names = Pattern.compile("classes-file: (.+)").matcher(text);
			// A description takes the names of its classes from its own folder only.
			if (names.find()) Files.copy(file("images/labels/" + names.group(1)), at.resolveSibling(
				names.group(1)), StandardCopyOption.REPLACE_EXISTING);
			return Files.writeString(at, text + "file: \"" + model(id).toString().replace('\\', '/') + "\"\n");
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static String resource(String path) {
		try (InputStream in = RealData.class.getResourceAsStream(path)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** What the independent script that came with the models found with one of them, an entry an image. */
	static List<JsonObject> reference(String model) {
		try {
			JsonObject all = JsonParser.parseString(Files.readString(file("reference.json"))).getAsJsonObject();
			return StreamSupport.stream(all.getAsJsonArray("results").spliterator(), false).map(e -> e.getAsJsonObject())
				.filter(e -> e.get("model").getAsString().equals(model)).toList();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
