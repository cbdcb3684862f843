package triptych.evaluation.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.table.Table;
import triptych.result.Csv;

class TableFileTest {

	@TempDir
	private Path folder;

	/** Else they would be two other classes than the truth's, and every answer wrong. */
	@Test
	void theClassesPlusAndMinusOfASavedTableAreThoseOfTheTruth() throws IOException {
		Table table = Table.ofText(List.of("Label", "Class"),
			List.of(List.of("a.tif", "+"), List.of("b.tif", "-")), "");
		Path file = Files.writeString(folder.resolve("all-classification.csv"), Csv.write(table));
		TableFile read = TableFile.read(file);
		assertEquals("+", read.rows().get(0).get(1));
		assertEquals("-", read.rows().get(1).get(1));
	}
}
