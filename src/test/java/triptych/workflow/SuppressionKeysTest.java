package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.TriptychException;
import triptych.core.table.Table;
import triptych.result.Result;

/**
 * The 40 planted candidates of duplicates_v8 (make_models.py lists them) and what the keys of Detect Objects... leave of
 * them.
 */
class SuppressionKeysTest {

	private static final int[][] CLASSES = { {}, {}, {}, {}, { 1, 1, 1, 1 }, { 1, 1, 1, 1 }, { 0, 1, 0, 0 }, { 0, 0, 1, 1 }, {
		1, 0, 0, 0 }, {} };

	@TempDir
	Path folder;

	private static Table detect(String keys) {
		return Triptych.detect(Planted.black(64, 64), Planted.model("duplicates_v8") + "outputs=table " + keys).table();
	}

	/** x, y of the corner, class and score of candidate c. */
	private static double[] candidate(int c) {
		int i = c / 4, j = c % 4, left = 16 * (i % 4) + 2, top = 21 * (i / 4) + 3, rank = i == 9 ? j : (j - i % 4 + 4) % 4;
		double x = i == 9 ? left : left + j % 2, y = i == 9 ? top - 2 + 3 * j : top + j / 2;
		return new double[] { x, y, CLASSES[i].length == 0 ? 0 : CLASSES[i][rank], 0.95 - 0.02 * i - 0.21 * rank };
	}

	private static void check(Table table, int... kept) {
		assertEquals(kept.length, table.rows().size());
		for (int row = 0; row < kept.length; row++) {
			double[] c = candidate(kept[row]);
			String what = "row " + row + ", candidate " + kept[row];
			assertEquals(c[0], Planted.number(table, row, "BX"), 1e-4, what);
			assertEquals(c[1], Planted.number(table, row, "BY"), 1e-4, what);
			assertEquals(12, Planted.number(table, row, "Width"), 1e-4, what);
			assertEquals(c[2] == 0 ? "cell" : "debris", Planted.cell(table, row, "Class"), what);
			assertEquals(c[3], Planted.number(table, row, "Score"), 1e-5, what);
			assertEquals(row + 1, Planted.cell(table, row, "Id"), what);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"agnostic  | 0.45 | 0 5 10 15 16 21 26 31 32 36 38",
		"per-class | 0.45 | 0 5 10 15 16 21 26 31 32 36 27 33 29 38",
		"agnostic  | 0.7  | 0 5 10 15 16 21 26 31 32 36 37 38",
		"per-class | 0.7  | 0 5 10 15 16 21 26 31 32 36 27 33 37 29 38" })
	void theListedCandidatesSurvive(String suppression, String overlap, String kept) {
		check(detect("confidence=0.25 suppression=" + suppression + " overlap=" + overlap), Arrays.stream(kept.split(" "))
			.mapToInt(Integer::parseInt).toArray());
	}

	@Test
	void withoutSuppressionEveryCandidateAboveTheConfidenceIsLeft() {
		assertEquals(34, detect("suppression=none").rows().size());
		assertEquals(40, detect("suppression=none confidence=0.1").rows().size());
	}

	@Test
	void theModelsOwnDefaultsCountWhereNothingIsGiven() {
		check(detect(""), 0, 5, 10, 15, 16, 21, 26, 31, 32, 36, 27, 33, 37, 29, 38);
	}

	@Test
	void maxKeepsTheStrongestAndZeroIsNoLimit() {
		check(detect("max=3 overlap=0.45"), 0, 5, 10);
		assertEquals(34, detect("suppression=none max=0").rows().size());
		assertEquals(34, detect("suppression=none max=1000").rows().size());
	}

	@Test
	void findBestGivesOneBox() {
		check(detect("find=best"), 0);
		check(detect("find=best thresholds=cell:1"), 16);
		assertEquals(0, detect("find=best confidence=1").rows().size());
	}

	@Test
	void thresholdsWinOverConfidenceForTheirClassOnly() {
		List<Object> classes = Planted.column(detect("suppression=none thresholds=debris:0.8"), "Class");
		assertEquals(2, classes.stream().filter("debris"::equals).count(), "0.87, 0.85; the third has 0.79");
		assertEquals(34 - 9 + 2, classes.size(), "nine of the 34 are debris");
		assertEquals(40, detect("suppression=none confidence=0.9 thresholds=[cell:0, debris:0.02]").rows().size());
		assertEquals(Planted.column(detect("thresholds=debris:0.8"), "Id"), Planted.column(detect("thresholds=1:0.8"), "Id"));
	}

	@Test
	void classNamesWithCommasAndColonsCanBeNamed() throws IOException {
		Files.copy(Planted.MODELS.resolve("duplicates_v8.onnx"), folder.resolve("duplicates_v8.onnx"));
		Files.writeString(folder.resolve("odd.triptych.yaml"), """
			task: detection
			file: duplicates_v8.onnx
			classes: ["cell: large", "debris, small"]
			input: {scale: 1/255}
			decoder: {name: yolo, layout: columns}
			thresholds: {confidence: 0.25}
			""");
		String model = Planted.model(folder.resolve("odd.triptych.yaml")) + "outputs=table suppression=none ";
		Table comma = Triptych.detect(Planted.black(64, 64), model + "thresholds=1:0.8").table();
		assertEquals(2, Planted.column(comma, "Class").stream().filter("debris, small"::equals).count());
		Table colon = Triptych.detect(Planted.black(64, 64), model + "thresholds=[cell: large:0.9]").table();
		assertEquals(3, Planted.column(colon, "Class").stream().filter("cell: large"::equals).count(), "0.95, 0.93, 0.91");
		assertThrows(TriptychException.class, () -> Triptych.detect(Planted.black(64, 64), model
			+ "thresholds=[debris, small:0.8]"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "thresholds=nucleus:0.4 | Unknown class \"nucleus\" in thresholds",
		"thresholds=2:0.4 | knows cell, debris", "thresholds=cell | \"cell\"; an entry is a class, a colon and a score",
		"thresholds=cell:1.5 | \"cell:1.5\"", "thresholds=cell:-0.1 | \"cell:-0.1\"", "thresholds=cell:high | \"cell:high\"",
		"thresholds=:0.4 | \":0.4\"", "thresholds=cell:NaN | \"cell:NaN\"" })
	void aWrongThresholdIsTold(String key, String expected) {
		String sentence = assertThrows(TriptychException.class, () -> detect(key)).getMessage();
		assertTrue(sentence.contains(expected) && sentence.contains("thresholds"), sentence);
	}

	@Test
	void labelsAndRoisCarryTheSameIds() {
		Result result = Triptych.detect(Planted.black(64, 64), Planted.model("duplicates_v8")
			+ "outputs=labels,overlay,table overlap=0.45");
		assertEquals(14, result.rois().size());
		for (int i = 0; i < 14; i++) {
			assertEquals(String.valueOf(i + 1), result.rois().get(i).getProperty("id"));
			assertEquals(Planted.number(result.table(), i, "BX"), result.rois().get(i).getXBase(), 1e-4);
		}
		assertEquals(1, result.labels().orElseThrow().getProcessor().get(8, 10), "the strongest box is on top");
	}
}
