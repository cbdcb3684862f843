package triptych.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.Calibration;
import triptych.core.table.Column;
import triptych.core.table.Quantity;
import triptych.core.table.Table;
import triptych.folder.CombinedTable;
import triptych.ij.convert.Position;
import triptych.workflow.Planted;

/** The counts by class: of a model with few classes all, of one with many those that occur. */
class SummaryTableTest {

	private static final List<String> EIGHTY = IntStream.range(0, 80).mapToObj(i -> "c" + i).toList();

	private static final List<Column> HEADS = List.of(new Column("Label", Quantity.TEXT, ""),
		new Column("Class", Quantity.CLASS, ""));

	@TempDir
	Path folder;

	private static Table summary(List<String> classes, String... found) {
		List<List<Object>> rows = new ArrayList<>();
		for (String name : found)
			rows.add(List.of("image", name));
		SummaryTable table = new SummaryTable(classes, Calibration.NONE);
		Table objects = new Table(HEADS, rows, "pixel");
		table.add(Position.of(Planted.black(4, 4)), objects, 16);
		return table.table();
	}

	private static String text(Table table) {
		return String.join(",", table.columns()) + " " + table.rows().get(0).subList(1, table.columns().size());
	}

	@Test
	void ofManyClassesThoseAreCountedThatOccurInTheModelsOrder() {
		assertEquals("Label,Count,Count c0,Count c5 [4, 3, 1]", text(summary(EIGHTY, "c0", "c5", "c0", "c0")));
		assertEquals("Label,Count,Count c7 [1, 1]", text(summary(EIGHTY, "c7")), "one of 80 is worth telling");
		assertEquals("Label,Count [0]", text(summary(EIGHTY)));
		assertEquals("Label,Count [21]", text(summary(EIGHTY, EIGHTY.subList(0, 21).toArray(String[]::new))));
	}

	@Test
	void ofFewClassesAllAreCounted() {
		assertEquals("Label,Count,Count a,Count b [1, 0, 1]", text(summary(List.of("a", "b"), "b")));
		assertEquals("Label,Count [2]", text(summary(List.of("a"), "a", "a")), "the only class is the count");
		assertEquals("Label,Count,Count x,Count y [2, 1, 1]", text(summary(List.of(), "x", "y")));
		assertEquals("Label,Count [1]", text(summary(List.of(), "x")));
	}

	@Test
	void joinedRowsHaveAZeroWhereAClassDoesNotOccur() throws IOException {
		String[][] found = { { "c0", "c0", "c5" }, { "c9" }, {}, EIGHTY.subList(0, 30).toArray(String[]::new) };
		List<CombinedTable.Part> parts = new ArrayList<>();
		for (int i = 0; i < found.length; i++) {
			Path csv = folder.resolve(i + ".csv");
			Files.writeString(csv, Csv.write(summary(EIGHTY, found[i])));
			parts.add(new CombinedTable.Part(i + ".tif", csv));
		}
		Path all = folder.resolve("all.csv");
		CombinedTable.write(parts, SummaryTable::joined, all);
		List<String> lines = Files.readAllLines(all).stream().map(l -> l.replace("planted.tif,", "").replace(",pixel", "")).toList();
		assertEquals(List.of("File,Label,Count,Count c9,Count c0,Count c5,Unit", "0.tif,3,0,2,1", "1.tif,1,1,0,0", "2.tif,0,0,0,0",
			"3.tif,30,,,"), lines);
	}
}
