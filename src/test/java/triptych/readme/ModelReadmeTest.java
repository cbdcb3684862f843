package triptych.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** The page on how a model is described names the families and keys that there are. */
class ModelReadmeTest {

	private static final Path README = Path.of("src/main/java/triptych/model/README.md");
	private static final String BEGIN = "<!-- families: made by ModelReadmeTest -->\n";
	private static final String END = "<!-- end of families -->\n";

	@Test
	void tablesAreThoseOfTheFamilies() throws IOException {
		String text = Files.readString(README);
		int from = text.indexOf(BEGIN) + BEGIN.length();
		assertEquals(FamilyTables.all(), text.substring(from, text.indexOf(END)),
			"run this class's main to write the tables anew");
	}

	/** Writes the tables into the page. */
	public static void main(String[] args) throws IOException {
		String text = Files.readString(README);
		int from = text.indexOf(BEGIN) + BEGIN.length();
		Files.writeString(README,
			text.substring(0, from) + FamilyTables.all() + text.substring(text.indexOf(END)));
	}
}
