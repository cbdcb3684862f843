package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Process Folder... through the macro doors, the dialogs and the terminal, on two images and a file that is none. */
class FolderDoorsIT {

	private static final String FAILED = "notes.tif: The file \"";

	private static Path images(String name) throws IOException {
		Path folder = ChildJvm.fresh(name);
		Files.copy(Path.of("test-images/nuclei.tif"), folder.resolve("one nuclei.tif"));
		Files.copy(Path.of("test-images/stack.tif"), folder.resolve("two.tif"));
		Files.writeString(folder.resolve("notes.tif"), "no image");
		return folder;
	}

	private static Path macro(Path folder) throws IOException {
		String save = folder.resolve("the results").toString().replace('\\', '/');
		return Files.writeString(folder.resolve("run.ijm"), ("run('Process Folder...', 'task=instance input=[" + folder
			.toString().replace('\\', '/') + "] save=[" + save + "] pattern=*.tif smallest=5');\n"
			+ "print('goes on: ' + File.exists('" + save + "/all-objects.csv') + ' images ' + nImages + ' rows ' + nResults);")
			.replace('\'', '"'));
	}

	private static void assertDone(Path folder, String output) throws IOException {
		Path results = folder.resolve("the results");
		for (String name : new String[] { "one nuclei", "two" })
			for (String end : new String[] { "-objects.csv", "-labels.tif", "-rois.zip", "-run.json" })
				assertTrue(Files.exists(results.resolve(name + end)), name + end + "\n" + output);
		List<String> table = Files.readAllLines(results.resolve("all-objects.csv"));
		assertTrue(table.get(0).startsWith("File,Label,Slice,Id,Class"), table.get(0));
		assertTrue(table.get(1).startsWith("one nuclei.tif,one nuclei.tif,,1,nucleus,"), table.get(1));
		assertTrue(table.get(table.size() - 1).startsWith("two.tif,two.tif:"), table.get(table.size() - 1));
		assertTrue(Files.readString(results.resolve("folder-run.json")).contains("2 of 3 images done, 1 failed"));
		assertTrue(output.contains(FAILED), output);
	}

	@Test
	void aMacroGoesOnAfterAFileThatFailedInPlainImageJ() throws IOException {
		PlainImageJ.needsDisplay();
		Path folder = images("process plain");
		String output = PlainImageJ.batch(macro(folder), "").output();
		assertDone(folder, output);
		assertTrue(output.contains("goes on: 1 images 0 rows 0"), output);
	}

	@Test
	void aMacroGoesOnAfterAFileThatFailedInHeadlessFiji() throws IOException {
		Path folder = images("process fiji");
		String output = HeadlessFiji.macro(macro(folder), "").output();
		assertDone(folder, output);
		assertTrue(output.contains("goes on: 1 images 0 rows 0"), output);
	}

	@Test
	void aWrongKeyStopsTheMacroInHeadlessFiji() throws IOException {
		Path folder = images("process wrong");
		Path macro = macro(folder);
		Files.writeString(macro, Files.readString(macro).replace("smallest=5", "smalest=5"));
		String output = HeadlessFiji.macro(macro, "").output();
		assertTrue(output.contains("Unknown key \"smalest\"; the keys of Process Folder... with task=instance are task, input"),
			output);
		assertFalse(output.contains("goes on"), output);
	}

	@Test
	void theDialogsAskForTheFolderThenForTheTaskAndRecordOneLine() throws IOException {
		PlainImageJ.needsDisplay();
		Path folder = images("process dialog");
		String output = PlainImageJ.driven(FolderDialogs.class, folder.toString(), folder.resolve("the results").toString())
			.output();
		assertDone(folder, output);
		String line = output.lines().filter(l -> l.startsWith("RECORDED ")).findFirst().orElse(output);
		for (String part : List.of("run(\"Process Folder...\", \"task=instance input=[", "pattern=*.tif", "recursive=no",
			"resume=yes", "overwrite=no", "model=nuclei", "smallest=5", "confidence=0"))
			assertTrue(line.contains(part), part + " is not in " + line);
		assertEquals(line.indexOf("save="), line.lastIndexOf("save="), line);
		assertTrue(output.contains("Triptych: 2 of 3 images done, 1 failed; see all-objects.csv and all-summary.csv in " + folder
			.resolve("the results").toAbsolutePath()), output);
		assertTrue(output.lines().anyMatch(l -> l.matches("SHOWN [2-9]+ one nuclei.tif [1-9].*")), output);
	}

	@Test
	void theTerminalDoesShardsAndMergesThem() throws IOException {
		Path folder = images("process terminal");
		String in = "--input=" + folder, out = "--save=" + folder.resolve("the results");
		String all = "";
		int[] codes = new int[4];
		for (int i = 1; i <= 3; i++) {
			ChildJvm.Ended ended = triptych("process-folder", "--task=instance", in, out, "--pattern=*.tif", "--smallest=5",
				"--shard=" + i + "/3", "--workers=2");
			codes[i] = ended.code();
			all += ended.output();
		}
		assertEquals("[0, 1, 0, 0]", Arrays.toString(codes), all);
		ChildJvm.Ended merged = triptych("merge", folder.resolve("the results").toString());
		assertDone(folder, all + merged.output());
		assertEquals(1, merged.code(), "one image failed");
		assertTrue(merged.output().contains("wrote ") && merged.output().contains("all-objects.csv"), merged.output());
	}

	@Test
	void theTerminalTellsAWrongKeyInOneSentence() {
		for (String[] wrong : new String[][] { { "--task=instance", "--save=x", "needs the key input" }, { "--task=instance",
			"--input=test-images", "--save=target/doors/none", "--shard=4/3", "such as 2/3" } }) {
			String[] arguments = Arrays.copyOf(wrong, wrong.length - 1);
			ChildJvm.Ended ended = triptych(Stream.concat(Stream.of("process-folder"),
				Arrays.stream(arguments)).toArray(String[]::new));
			assertEquals(1, ended.code());
			assertTrue(ended.output().contains(wrong[wrong.length - 1]) && ended.output().strip().lines().count() == 1, ended
				.output());
		}
	}

	private static ChildJvm.Ended triptych(String... arguments) {
		return TerminalIT.triptych(true, arguments);
	}
}
