package triptych.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;

import org.junit.jupiter.api.Test;
import triptych.core.table.Table;

/** Tables that others open in a spreadsheet. */
class CsvTest {

	@Test
	void wordsAreNoFormulasAndNumbersStayNumbers() {
		Table table = Table.ofText(List.of("Label", "Id", "X"),
			List.of(List.of("=HYPERLINK(\"http://x\")", -3, -2.5), List.of("@a,b", 4, 1e-12),
				List.of("-1.tif", 0, Double.NaN), List.of("+", 7, 3.0)),
			"um");
		assertEquals(String.join("\r\n", "Label,Id,X,Unit",
			"\"'=HYPERLINK(\"\"http://x\"\")\",-3,-2.5,um", "\"'@a,b\",4,1.0E-12,um", "'-1.tif,0,,um",
			"'+,7,3,um", ""), Csv.write(table));
	}

	/** Of cells that stain or do not the classes are called + and -. */
	@Test
	void wordsAreReadAsTheyWereWritten() throws IOException {
		List<String> words = List.of("+", "-", "=1", "'-", "it's", "'", "", "a,\"b\"");
		StringBuilder text = new StringBuilder();
		words.forEach(w -> text.append(Csv.words(w)).append(",1\r\n"));
		CsvRows rows = new CsvRows(new StringReader(text.toString()));
		for (String word : words)
			assertEquals(List.of(word, "1"), rows.texts());
	}
}
