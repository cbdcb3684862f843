package triptych.ij.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import ij.measure.ResultsTable;
import org.junit.jupiter.api.Test;
import triptych.core.table.Column;
import triptych.core.table.Quantity;
import triptych.core.table.Table;

class ResultRowsTest {

	private final ResultsTable shown = new ResultsTable();

	private static Table rows(String label, int count) {
		List<Column> heads = List.of(new Column("Label", Quantity.TEXT, ""),
			new Column("Id", Quantity.COUNT, ""));
		List<List<Object>> rows = new ArrayList<>();
		for (int i = 1; i <= count; i++)
			rows.add(List.of(label, i));
		return new Table(heads, rows, "pixel");
	}

	private String runs() {
		StringBuilder runs = new StringBuilder();
		for (int r = 0; r < shown.size(); r++)
			runs.append(shown.getStringValue(ResultRows.RUN, r)).append(';');
		return runs.toString();
	}

	@Test
	void imagesThatAreMeasuredOnceHaveNoColumnMore() {
		ResultRows.appendRun(rows("a.tif", 2), shown);
		ResultRows.appendRun(rows("b.tif", 2), shown);
		assertEquals(4, shown.size());
		assertFalse(shown.columnExists(ResultRows.RUN));
	}

	@Test
	void laterRunsOfAnImageAreCountedWhateverStandsBetween() {
		ResultRows.appendRun(rows("a.tif", 2), shown);
		ResultRows.appendRun(rows("a.tif", 1), shown);
		ResultRows.appendRun(rows("b.tif", 1), shown);
		ResultRows.appendRun(rows("a.tif", 2), shown);
		assertTrue(runs().matches(";;2(\\.0+)?;;3(\\.0+)?;3(\\.0+)?;"), runs());
		assertEquals(2, shown.getValue("Id", 1));
	}

	@Test
	void nothingFoundAddsNothing() {
		ResultRows.appendRun(rows("a.tif", 1), shown);
		ResultRows.appendRun(rows("a.tif", 0), shown);
		assertEquals(1, shown.size());
	}
}
