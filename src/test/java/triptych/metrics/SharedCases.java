package triptych.metrics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

/** The evaluations with independently known figures that lie beside the project. */
public final class SharedCases {

	private static final Path FOLDER =
			Path.of("..", "shared", "testdata", "images").toAbsolutePath().normalize();

	private SharedCases() {}

	/** Where the folder is absent, the test that asks is skipped with a printed reason. */
	public static Path path(String name) {
		Path path = FOLDER.resolve(name);
		if (!Files.exists(path)) System.out.println("Skipped: there is no " + path + ".");
		assumeTrue(Files.exists(path), "no " + path);
		return path;
	}

	public static JsonElement json(Path path) throws IOException {
		try (Reader in = Files.newBufferedReader(path)) {
			return JsonParser.parseReader(in);
		}
	}
}
