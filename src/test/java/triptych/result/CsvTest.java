package triptych.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
