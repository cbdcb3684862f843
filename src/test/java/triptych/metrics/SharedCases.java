package triptych.metrics;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import triptych.needs.TestData;

/** The evaluations with independently known figures in the folder of test data. */
public final class SharedCases {

	private SharedCases() {}

	/** Where the folder is absent, the test that asks is skipped with a printed reason. */
	public static Path path(String name) {
		return TestData.required("testdata/images/" + name);
	}

	public static JsonElement json(Path path) throws IOException {
		try (Reader in = Files.newBufferedReader(path)) {
			return JsonParser.parseReader(in);
		}
	}
}
