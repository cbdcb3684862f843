package triptych.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.TriptychException;
import triptych.folder.FolderProgress;
import triptych.folder.FolderResult;
import triptych.workflow.Triptych;

/** A folder on two executors gives the tables of one computer, also where one is killed. */
class ProcessFolderTest {

	private static final int IMAGES = Integer.getInteger("triptych.spark.images", 60);

	@TempDir
	private static Path folder;

	private static Map<String, String> keys;

	@BeforeAll
	static void plant() throws IOException {
		assumeTrue(System.getenv("SPARK_HOME") != null,
			"SPARK_HOME is not set: executors cannot be started");
		Path images = Files.createDirectory(folder.resolve("images"));
		Random random = new Random(2);
		for (int i = 0; i < IMAGES; i++) {
			ByteProcessor pixels = new ByteProcessor(300, 200);
			pixels.setColor(200);
			for (int n = random.nextInt(6); n > 0; n--)
				pixels.fillOval(random.nextInt(260), random.nextInt(160), 20, 30);
			IJ.saveAsTiff(new ImagePlus("", pixels), images.resolve(i + ".tif").toString());
		}
		Files.writeString(images.resolve("broken.tif"), "no image");
		keys = Map.of("task", "instance", "input", images.toString());
		Triptych.processFolder(saved("alone"), FolderProgress.SILENT);
	}

	private static Map<String, String> saved(String name) {
		Map<String, String> all = new LinkedHashMap<>(keys);
		all.put("save", folder.resolve(name).toString());
		return all;
	}

	private static JavaSparkContext cluster() {
		return new JavaSparkContext(new SparkConf().setAppName("test")
			.setMaster("local-cluster[2,1,2048]")
			.set("spark.ui.enabled", "false")
			.set("spark.executor.extraClassPath", classPath()));
	}

	/** Executors run in folders of their own. */
	private static String classPath() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(entry -> Path.of(entry).toAbsolutePath().toString())
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static void assertAsAlone(String name) throws IOException {
		Path alone = folder.resolve("alone"), spark = folder.resolve(name);
		for (String table : List.of("all-objects.csv", "all-summary.csv"))
			assertArrayEquals(Files.readAllBytes(alone.resolve(table)),
				Files.readAllBytes(spark.resolve(table)), table);
		try (Stream<Path> files = Files.list(alone)) {
			for (Path file : files.filter(f -> f.toString().endsWith("-objects.csv")).toList())
				assertArrayEquals(Files.readAllBytes(file),
					Files.readAllBytes(spark.resolve(file.getFileName())), file.toString());
		}
	}

	@Test
	void tablesAreThoseOfOneComputerAlthoughAnExecutorIsKilled() throws Exception {
		// Listed anew by the later tasks, it would move all images by one.
		Path later = folder.resolve("images/0-later.tif");
		KilledExecutor killer = new KilledExecutor(folder.resolve("spark"), 5,
			() -> Files.copy(folder.resolve("images/0.tif"), later));
		try (JavaSparkContext context = cluster()) {
			killer.start();
			FolderResult result = ProcessFolder.run(context, saved("spark"), 4);
			killer.join();
			Files.delete(later);
			assertEquals(List.of("broken.tif"), List.copyOf(result.failed().keySet()));
			assertEquals(IMAGES, result.done().size());
		}
		assertAsAlone("spark");
		assertTrue(killer.wasKilled(), "no executor was found to be killed");
	}

	@Test
	void wrongKeysAreToldBeforeAnyTaskBegins() {
		try (JavaSparkContext context = cluster()) {
			Map<String, String> wrong = saved("wrong");
			wrong.put("smalest", "3");
			assertTrue(assertThrows(TriptychException.class, () -> ProcessFolder.run(context, wrong, 4))
				.getMessage().startsWith("Unknown key \"smalest\""));
			// An error that only the tasks meet is the same sentence.
			Map<String, String> model = saved("model");
			model.put("model", "no-such-model");
			String sentence = assertThrows(TriptychException.class,
				() -> ProcessFolder.run(context, model, 4)).getMessage();
			assertTrue(sentence.contains("no-such-model") && !sentence.contains("Exception"), sentence);
		}
	}
}
