package triptych.needs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of other people's models, images and tables, which is no part of the project: the
 * system property {@code triptych.testdata}, or else the folder shared beside the checkout.
 */
public final class TestData {

	private static final Path FOLDER =
		Path.of(System.getProperty("triptych.testdata", "../shared")).toAbsolutePath().normalize();

	private TestData() {}

	/** A file or folder in it, there or not. */
	public static Path at(String path) {
		return FOLDER.resolve(path);
	}

	/** The same; where it is absent, the test that asks is skipped with a printed reason. */
	public static Path required(String path) {
		String missing = missing(path);
		if (!missing.isEmpty()) System.out.println(missing);
		assumeTrue(missing.isEmpty(), missing);
		return at(path);
	}

	/** Why a test that needs this file or folder is skipped; empty where it is there. */
	static String missing(String path) {
		return Files.exists(at(path)) ? "" : "SKIPPED: there is no " + at(path);
	}
}
