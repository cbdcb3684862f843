package triptych.plugin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import triptych.dataset.AnnotationExport;
import triptych.dataset.AnnotationImport;
import triptych.folder.FolderJob;
import triptych.run.Commands;
import triptych.teach.TeachRun;
import triptych.teach.regions.RegionTeaching;

class HelpTest {

	/** GitHub's names of sections are their headings in small letters, with hyphens. */
	@Test
	void theLinkOfEveryDialogLeadsToASectionOfTheKeys() throws IOException {
		List<String> headings = Files.readAllLines(Path.of(".github/docs/keys.md")).stream()
			.filter(line -> line.startsWith("## "))
			.map(line -> line.substring(3))
			.toList();
		Stream.concat(Commands.all().stream().map(c -> c.spec().name()),
			Stream.of(FolderJob.COMMAND, "Choose Task...", "Evaluate Predictions...",
				AnnotationImport.COMMAND, AnnotationExport.COMMAND, TeachRun.COMMAND,
				RegionTeaching.COMMAND)).forEach(command -> {
				assertTrue(headings.contains(command), command);
				assertTrue(Help.of(command, List.of()).contains("keys.md#" + Help.section(command)));
				assertTrue(Help.section(command).matches("[a-z-]+"), command);
			});
	}
}
