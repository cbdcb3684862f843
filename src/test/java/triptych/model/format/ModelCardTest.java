package triptych.model.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The card of a model, which Inspect Model... shows. */
class ModelCardTest {

	@TempDir
	Path folder;

	private Optional<String> card() throws IOException {
		Path models = Files.createDirectories(folder.resolve("models"));
		Files.writeString(models.resolve("mine.onnx"), "");
		Path description = Files.writeString(models.resolve("mine.triptych.yaml"), "task: detection\n");
		return new ModelLibrary(folder).find(description.toString())
			.description()
			.orElseThrow()
			.card();
	}

	@Test
	void eachBundledModelHasOneThatTellsDataFiguresAndFaults() {
		ModelLibrary library = new ModelLibrary(folder.resolve("none"));
		for (String name : library.names()) {
			String card = library.find(name).description().orElseThrow().card().orElse("");
			for (String heading : new String[] { "# " + name, "## Data", "## Figures", "## Where it fails" })
				assertTrue(card.contains(heading), name + " lacks " + heading);
		}
	}

	@Test
	void aTextBesideTheDescriptionIsTheCard() throws IOException {
		assertEquals(Optional.empty(), card());
		Files.writeString(folder.resolve("models/mine.md"), "# Mine\n");
		assertEquals(Optional.of("# Mine"), card());
	}

	@Test
	void aCardIsNeverReadFromAnotherFolder() throws IOException {
		assertEquals(Optional.empty(), card());
		Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
		Files.createSymbolicLink(folder.resolve("models/mine.md"), secret);
		assertEquals(Optional.empty(), card());
	}
}
