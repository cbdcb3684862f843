package triptych.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import triptych.core.TriptychException;
import triptych.folder.CombinedTable.Lacking;
import triptych.folder.CombinedTable.Part;

/** What is said where the tables of all images cannot become one. */
class CombinedTableTest {

	@TempDir
	Path folder;

	@Test
	void aTableThatIsGoneIsNotSaidToBeThere() throws Exception {
		Path there = Files.writeString(folder.resolve("a.csv"), "Label,Id,Unit\r\na,1,pixel\r\n");
		Path all = folder.resolve("all.csv");
		List<Part> parts = List.of(new Part("a.tif", there),
			new Part("b.tif", folder.resolve("b.csv")));
		String told = assertThrows(TriptychException.class,
			() -> CombinedTable.write(parts, Lacking.BLANK, all)).getMessage();
		assertTrue(told.contains("b.csv\" of b.tif is gone"), told);
		CombinedTable.write(parts.subList(0, 1), Lacking.BLANK, all);
		assertEquals("File,Label,Id,Unit", Files.readAllLines(all).get(0));
	}
}
