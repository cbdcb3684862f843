package triptych.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.Command;
import triptych.advice.TaskAdvice;
import triptych.doors.ChildJvm;
import triptych.folder.FolderProgress;
import triptych.options.Options;
import triptych.result.Result;
import triptych.run.Commands;
import triptych.run.ModelCommand;
import triptych.workflow.Triptych;

/** The examples of the documents run and give what the text around them says. */
class ExamplesTest {

	private static final Path IMAGE = Path.of("test-images/nuclei.tif");

	@Test
	void macroLinesRun() {
		Matcher line = found("run\\(\"((?:Segment|Detect|Classify) [^\"]+)\", \"([^\"]+)\"");
		int ran = 0;
		do {
			// TeachExamplesTest teaches the model first.
			if (line.group(2).matches(".*(YOUR MODEL|my-nuclei|my-tissue).*")) continue;
			for (ModelCommand<?> command : Commands.withModel())
				if (command.spec().name().equals(line.group(1))) {
					String options = line.group(2).replaceAll("save=\\S+|save=\\[[^]]*\\]", "");
					Result result =
						Triptych.run(command, Triptych.open(IMAGE), Options.tokens(options));
					assertFalse(result.table().rows().isEmpty(), line.group());
					ran++;
				}
		}
		while (line.find());
		assertTrue(ran >= 4, ran + " macro lines ran");
	}

	@Test
	void theQuestionGetsACommandThatRuns() {
		Matcher line = found("run\\(\"Choose Task...\", \"([^\"]+)\"");
		TaskAdvice advice = Triptych.chooseTask(line.group(1));
		assertEquals("run(\"Segment Objects...\", \"model=nuclei\");", advice.command().line());
		assertTrue(advice.command().runs());
	}

	@Test
	void whatWasCheckedByEyeIsMeasured() {
		Matcher measure = found("run\\(\"Measure Objects...\", \"([^\"]+)\"");
		ImagePlus image = Triptych.open(IMAGE);
		image.setOverlay(new Overlay());
		Triptych.segmentObjects(image, "outputs=overlay")
			.rois()
			.forEach(image.getOverlay()::add);
		Result result = Triptych.measureObjects(image, measure.group(1));
		assertEquals(2, result.plots().size());
		assertFalse(result.table().rows().isEmpty());
	}

	@Test
	void theFolderLineOfAMacroRuns(@TempDir Path folder) throws IOException {
		oneImage(folder);
		Matcher macro = found("run\\(\"Process Folder...\", \"([^\"]+)\"");
		Map<String, String> keys = inside(folder, "macro", Options.tokens(macro.group(1)));
		assertEquals("1 of 1 image done",
			Triptych.processFolder(keys, FolderProgress.SILENT).summary());
	}

	@Test
	void folderLinesOfTheTerminalRunAndTheShardsMerge(@TempDir Path folder) throws IOException {
		oneImage(folder);
		Matcher line = found("triptych process-folder (--.*)");
		int ran = 0;
		do {
			String save = "terminal" + ran++;
			Map<String, String> keys = inside(folder, save, flags(line.group(1)));
			String shard = keys.remove("shard");
			for (int part = 1; part <= (shard == null ? 1 : 10); part++)
				Triptych.processFolder(keys, shardOf(shard, part), 0, FolderProgress.SILENT);
			if (shard != null)
				assertEquals("1 of 1 image done",
					Triptych.merge(List.of(folder.resolve(save)), "").summary());
		}
		while (line.find());
		assertEquals(2, ran, "one for a computer, one for a cluster");
	}

	private static String shardOf(String shard, int part) {
		if (shard == null) return "1/1";
		return shard.replace("$SLURM_ARRAY_TASK_ID", String.valueOf(part));
	}

	@Test
	void theFolderLineForOneClassTellsWhichImagesContainIt(@TempDir Path folder) throws IOException {
		Path planted = Path.of("src/test/resources/models");
		Path model = folder.resolve("animals.onnx");
		Files.copy(planted.resolve("classes.onnx"), model);
		String description = Files.readString(planted.resolve("classes.triptych.yaml"));
		Files.writeString(folder.resolve("animals.triptych.yaml"),
			description.replace("red, green", "zebra, grass"));
		Path images = Files.createDirectory(folder.resolve("images"));
		for (Color colour : List.of(Color.RED, Color.GREEN, Color.GRAY)) {
			ColorProcessor pixels = new ColorProcessor(64, 64);
			pixels.setColor(colour);
			pixels.fill();
			String name = colour.getRed() + "-" + colour.getGreen() + ".tif";
			new FileSaver(new ImagePlus("", pixels)).saveAsTiff(images.resolve(name).toString());
		}
		Matcher macro = found("run\\(\"Process Folder...\", \"(task=classification [^\"]+)\"");
		Map<String, String> keys = inside(folder, "zebras", Options.tokens(macro.group(1)));
		keys.put("model", model.toString());
		Triptych.processFolder(keys, FolderProgress.SILENT);
		List<String> table = Files.readAllLines(folder.resolve("zebras/all-classification.csv"));
		assertEquals("File,Label,Rank,Class,Score,Logit,Accepted,Unit", table.get(0));
		List<String> zebras = table.stream()
			.map(row -> row.split(","))
			.filter(row -> row[3].equals("zebra") && row[6].equals("1"))
			.map(row -> row[0])
			.toList();
		assertEquals(List.of("255-0.tif"), zebras, table.toString());
	}

	@Test
	void terminalLinesRun(@TempDir Path folder) {
		Matcher line = found("(?:triptych\\.cli\\.Main|\\./triptych) ((?:segment-objects|advise) [^`\n]*)");
		int ran = 0;
		do {
			List<String> words = words(line.group(1)
				.replace(" nuclei.tif", " " + IMAGE)
				.replace("--save=results", "--save=" + folder.resolve("saved" + ran)));
			ChildJvm.Ended ended = terminal(words);
			assertEquals(0, ended.code(), ended.output());
			assertFalse(ended.output().isBlank(), line.group());
			ran++;
		}
		while (line.find());
		assertTrue(ran >= 3, ran + " lines ran");
	}

	@Test
	void theVerbsAreThoseOfTheTerminal() {
		Matcher listed = found("(?s)Verbs: (.*?)\\. `--help`");
		Set<String> verbs = Set.of(listed.group(1).split(",\\s+"));
		Set<String> known = terminal(List.of("--help")).output().lines()
			.dropWhile(line -> !line.startsWith("Commands:"))
			.filter(line -> line.matches("  [a-z].*"))
			.map(line -> line.strip().split(" ")[0])
			.collect(Collectors.toSet());
		assertEquals(known, verbs);
	}

	private static ChildJvm.Ended terminal(List<String> words) {
		List<String> arguments = new ArrayList<>(List.of("-Djava.awt.headless=true", "-cp",
			System.getProperty("java.class.path"), "triptych.cli.Main"));
		arguments.addAll(words);
		return ChildJvm.run(arguments);
	}

	/** A line as a shell takes it apart, where quotes hold words together. */
	private static List<String> words(String line) {
		List<String> words = new ArrayList<>();
		Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(line);
		while (word.find())
			words.add(word.group(1) == null ? word.group(2) : word.group(1));
		return words;
	}

	@Test
	void theSciJavaCommandThatIsNamedExists() throws ClassNotFoundException {
		Matcher line = found("command\\.run\\(\"([^\"]+)\"");
		assertTrue(Command.class.isAssignableFrom(Class.forName(line.group(1))), line.group());
	}

	@Test
	void scriptLinesRun() throws ReflectiveOperationException {
		Matcher line = found("Triptych\\.(\\w+)\\(imp, \"([^\"]+)\"\\)");
		Result result = (Result) Triptych.class
			.getMethod(line.group(1), ImagePlus.class, String.class)
			.invoke(null, Triptych.open(IMAGE), line.group(2));
		assertFalse(result.table().rows().isEmpty());
	}

	@Test
	void everyMethodThatIsNamedExists() {
		Matcher sentence = found("(?s)has a method for each command: (.*?);");
		for (String name : sentence.group(1).replaceAll("[`\\s]", "").split(","))
			assertTrue(List.of(Triptych.class.getMethods()).stream()
				.anyMatch(method -> method.getName().equals(name)), name);
	}

	/** The first place in the documents that a pattern fits. */
	private static Matcher found(String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(Documents.text());
		assertTrue(matcher.find(), "the documents show " + pattern);
		return matcher;
	}

	private static void oneImage(Path folder) throws IOException {
		Files.copy(IMAGE, Files.createDirectories(folder.resolve("images")).resolve("a.tif"));
	}

	private static Map<String, String> flags(String line) {
		Map<String, String> keys = new LinkedHashMap<>();
		for (String flag : line.split(" "))
			keys.put(flag.substring(2, flag.indexOf('=')), flag.substring(flag.indexOf('=') + 1));
		return keys;
	}

	private static Map<String, String> inside(Path folder, String save, Map<String, String> keys) {
		Map<String, String> here = new LinkedHashMap<>(keys);
		here.put("input", folder.resolve("images").toString());
		here.put("save", folder.resolve(save).toString());
		return here;
	}
}
