package triptych.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import triptych.result.Columns;
import triptych.result.Tables;

/** The document of the columns says what the tables hold. */
class ColumnTablesTest {

	private static final Path DOCUMENT = Path.of(".github/docs/columns.md");

	@Test
	void theDocumentIsThatOfTheColumns() throws IOException {
		assertEquals(ColumnTables.all(), Files.readString(DOCUMENT),
			"run this class's main to write the document anew");
	}

	@Test
	void everyColumnHasANameOfItsOwnAndSaysWhatItIs() {
		Tables.columns().forEach((table, columns) -> {
			Set<String> names = new HashSet<>();
			for (Columns.Documented d : columns.documented()) {
				String name = d.column().name(), help = d.column().help();
				assertTrue(names.add(name), table + ": " + name);
				assertFalse(help.isBlank() || help.endsWith(".") || help.contains("|"), name);
				assertFalse(name.contains("*") || d.column().quantity().words().isBlank(), name);
			}
		});
	}

	/** Writes the document. */
	public static void main(String[] args) throws IOException {
		Files.createDirectories(DOCUMENT.getParent());
		Files.writeString(DOCUMENT, ColumnTables.all());
	}
}
