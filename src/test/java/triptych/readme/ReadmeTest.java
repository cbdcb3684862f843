package triptych.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.advice.TaskAdvice;
import triptych.folder.FolderProgress;
import triptych.options.Options;
import triptych.result.Result;
import triptych.run.Commands;
import triptych.run.ModelCommand;
import triptych.workflow.Triptych;

/** The README says what is so: its key tables, its examples and its links. */
class ReadmeTest {

	private static final Path README = Path.of("README.md");
	private static final Path IMAGE = Path.of("test-images/nuclei.tif");
	private static final String BEGIN = "<!-- keys: made by ReadmeTest -->\n", END = "<!-- end of keys -->\n";

	@Test
	void keyTablesAreThoseOfTheOptionsRecords() throws IOException {
		String text = Files.readString(README);
		assertEquals(KeyTables.all(), text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END)),
			"run this class's main to write the tables anew");
	}

	@Test
	void macroLinesOfTheReadmeRun() throws IOException {
		Matcher line = Pattern.compile("run\\(\"((?:Segment|Detect|Classify) [^\"]+)\", \"([^\"]+)\"").matcher(Files.readString(
			README));
		int ran = 0;
		while (line.find()) {
			if (line.group(2).contains("YOUR MODEL")) continue;
			for (ModelCommand<?> verb : Commands.withModel())
				if (verb.spec().name().equals(line.group(1))) {
					String options = line.group(2).replaceAll("save=\\S+|save=\\[[^]]*\\]", "");
					Result result = Triptych.run(verb, Triptych.open(IMAGE), Options
						.tokens(options));
					assertFalse(result.table().rows().isEmpty(), line.group());
					ran++;
				}
		}
		assertTrue(ran > 0, "the README shows a macro line that runs");
	}

	@Test
	void theQuestionOfTheReadmeGetsACommandThatRuns() throws IOException {
		Matcher line = Pattern.compile("run\\(\"Choose Task...\", \"([^\"]+)\"").matcher(Files.readString(README));
		assertTrue(line.find(), "the README shows a question");
		TaskAdvice advice = Triptych.chooseTask(line.group(1));
		assertEquals("run(\"Segment Objects...\", \"model=nuclei\");", advice.command().line());
		assertTrue(advice.command().runs());
	}

	@Test
	void reviewLinesOfTheReadmeRun() throws IOException {
		String text = Files.readString(README);
		Matcher measure = Pattern.compile("run\\(\"Measure Objects...\", \"([^\"]+)\"").matcher(text);
		assertTrue(measure.find(), "the README shows a review");
		ImagePlus image = Triptych.open(IMAGE);
		image.setOverlay(new Overlay());
		Triptych.segmentObjects(image, "outputs=overlay").rois().forEach(image.getOverlay()::add);
		Result result = Triptych.measureObjects(image, measure.group(1));
		assertEquals(2, result.plots().size());
		assertFalse(result.table().rows().isEmpty());
	}

	@Test
	void folderLinesOfTheReadmeRunAndTheShardsMerge(@TempDir Path folder) throws IOException {
		String text = Files.readString(README);
		Files.copy(IMAGE, Files.createDirectories(folder.resolve("images")).resolve("a.tif"));
		Matcher macro = Pattern.compile("run\\(\"Process Folder...\", \"([^\"]+)\"").matcher(text);
		assertTrue(macro.find(), "the README shows a macro line");
		assertEquals("1 of 1 image done", Triptych.processFolder(inside(folder, "macro", Options.tokens(macro.group(1))),
			FolderProgress.SILENT).summary());
		Matcher terminal = Pattern.compile("Main process-folder (--.*)").matcher(text);
		int ran = 0;
		for (; terminal.find(); ran++) {
			Map<String, String> keys = new LinkedHashMap<>();
			for (String flag : terminal.group(1).split(" "))
				keys.put(flag.substring(2, flag.indexOf('=')), flag.substring(flag.indexOf('=') + 1));
			String shard = keys.remove("shard");
			for (int i = 1; i <= (shard == null ? 1 : 10); i++)
				Triptych.processFolder(inside(folder, "terminal" + ran, keys), shard == null ? "1/1" : shard.replace(
					"$SLURM_ARRAY_TASK_ID", String.valueOf(i)), 0, FolderProgress.SILENT);
			if (shard != null) assertEquals("1 of 1 image done", Triptych.merge(List.of(folder.resolve("terminal" + ran)), "")
				.summary());
		}
		assertEquals(2, ran, "one for a computer, one for a cluster");
	}

	@Test
	void theFolderLineForOneClassTellsWhichImagesContainIt(@TempDir Path folder) throws IOException {
		Path planted = Path.of("src/test/resources/models/classes"), model = folder.resolve("animals.onnx");
		Files.copy(Path.of(planted + ".onnx"), model);
		Files.writeString(folder.resolve("animals.triptych.yaml"), Files.readString(Path.of(planted + ".triptych.yaml")).replace(
			"red, green", "zebra, grass"));
		Path images = Files.createDirectory(folder.resolve("images"));
		for (Color colour : List.of(Color.RED, Color.GREEN, Color.GRAY)) {
			ColorProcessor pixels = new ColorProcessor(64, 64);
			pixels.setColor(colour);
			pixels.fill();
			new FileSaver(new ImagePlus("", pixels)).saveAsTiff(images + "/" + colour.getRed() + "-" + colour.getGreen() + ".tif");
		}
		Matcher macro = Pattern.compile("run\\(\"Process Folder...\", \"(task=classification [^\"]+)\"").matcher(Files.readString(
			README));
		assertTrue(macro.find(), "the README shows the line");
		Map<String, String> keys = inside(folder, "zebras", Options.tokens(macro.group(1)));
		keys.put("model", model.toString());
		Triptych.processFolder(keys, FolderProgress.SILENT);
		List<String> table = Files.readAllLines(folder.resolve("zebras/all-classification.csv"));
		assertEquals("File,Label,Rank,Class,Score,Logit,Accepted,Unit", table.get(0));
		assertEquals(List.of("255-0.tif"), table.stream().map(row -> row.split(",")).filter(row -> row[3].equals("zebra") && row[6]
			.equals("1")).map(row -> row[0]).toList(), table.toString());
	}

	private static Map<String, String> inside(Path folder, String save, Map<String, String> keys) {
		Map<String, String> here = new LinkedHashMap<>(keys);
		here.put("input", folder.resolve("images").toString());
		here.put("save", folder.resolve(save).toString());
		return here;
	}

	@Test
	void scriptLinesOfTheReadmeRun() throws Exception {
		Matcher line = Pattern.compile("Triptych\\.(\\w+)\\(imp, \"([^\"]+)\"\\)").matcher(Files.readString(README));
		assertTrue(line.find(), "the README shows a script");
		Object result = Triptych.class.getMethod(line.group(1), ImagePlus.class, String.class).invoke(null, Triptych.open(
			IMAGE), line.group(2));
		assertFalse(((Result) result).table().rows().isEmpty());
	}

	@Test
	void linksOfTheReadmeLeadToFiles() throws IOException {
		Matcher link = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Files.readString(README));
		while (link.find())
			assertTrue(Files.exists(Path.of(link.group(1))), link.group(1));
	}

	@Test
	void everyMacroIsListed() throws IOException {
		String text = Files.readString(README);
		try (var macros = Files.list(Path.of("macros"))) {
			List<String> missing = macros.map(p -> p.getFileName().toString()).filter(n -> !text.contains(n)).toList();
			assertEquals(List.of(), missing);
		}
	}

	/** Writes the key tables into the README. */
	public static void main(String[] args) throws IOException {
		String text = Files.readString(README);
		int from = text.indexOf(BEGIN) + BEGIN.length();
		Files.writeString(README, text.substring(0, from) + KeyTables.all() + text.substring(text.indexOf(END)));
	}
}
