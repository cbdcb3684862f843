package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import triptych.command.ProcessFolder;
import triptych.folder.FolderJob;
import triptych.folder.FolderOptions;
import triptych.folder.FolderResult;
import triptych.options.Key;
import triptych.options.Options;

/** Process Folder... as a script in Fiji uses it. */
class FolderCommandTest {

	@TempDir
	Path folder;

	@Test
	void inputsAreTheKeysOfTheFolderAndOfEveryTask() {
		try (Context context = new Context(CommandService.class)) {
			CommandInfo info = context.service(CommandService.class).getCommand(ProcessFolder.class);
			assertEquals(new TreeSet<>(Stream.concat(Options.keys(FolderOptions.class).stream(), FolderJob.keysOfAnyTask()
				.stream()).map(Key::name).toList()), new TreeSet<>(StreamSupport.stream(info.inputs().spliterator(), false).map(
					ModuleItem::getName).toList()));
			assertTrue(info.getMenuPath().isEmpty() && !info.isVisible() && info.canRunHeadless());
		}
	}

	@Test
	void theOutputTellsWhatWasDone() throws Exception {
		Files.copy(Path.of("test-images/nuclei.tif"), folder.resolve("a.tif"));
		try (Context context = new Context(CommandService.class)) {
			Map<String, Object> inputs = Map.of("task", "instance", "input", folder.toString(), "save", folder.resolve("results")
				.toString(), "outputs", "table");
			Object result = context.service(CommandService.class).run(ProcessFolder.class, true, inputs).get().getOutput("result");
			assertEquals("1 of 1 image done", assertInstanceOf(FolderResult.class, result).summary());
		}
	}
}
