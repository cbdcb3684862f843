package triptych.model.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.decode.family.ModelFamilies;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Resize;
import triptych.model.InputSpec;
import triptych.model.ModelSpec;

/** What is read from the metadata that Ultralytics writes. */
class UltralyticsFormatTest {

	private static final long[] SQUARE = { 1, 3, 640, 640 };

	@TempDir
	Path folder;

	private ModelSpec read(Map<String, String> metadata, long[] input, long[]... outputs) throws IOException {
		return ModelFormats.read(new Described(folder).files(null), Described.graph(metadata, input, outputs),
			ModelFamilies::usualLimits);
	}

	private String sentence(Map<String, String> metadata, long[] input, long[]... outputs) {
		return assertThrows(TriptychException.class, () -> read(metadata, input, outputs)).getMessage();
	}

	private static Map<String, String> metadata(String... more) {
		Map<String, String> map = new HashMap<>(Map.of("names", "{0: 'a', 1: 'b'}", "stride", "32", "task", "detect",
			"license", "AGPL-3.0"));
		for (int i = 0; i < more.length; i += 2)
			map.put(more[i], more[i + 1]);
		return map;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "['cell', 'debris, small', \"it's\"]", "{0: 'cell', 1: 'debris, small', 2: \"it's\"}",
		"{2: \"it's\", 0: 'cell', 1: 'debris, small'}" })
	void namesAreReadFromListsAndDicts(String names) throws IOException {
		assertEquals(List.of("cell", "debris, small", "it's"), read(metadata("names", names), SQUARE, new long[] { 1, 7, 99 })
			.classes());
	}

	@Test
	void namesWithGapsInTheirNumbersKeepTheOthersInPlace() throws IOException {
		assertEquals(List.of("a", "class-1"), read(metadata("names", "{0: 'a', 5: 'f'}"), SQUARE, new long[] { 1, 6, 99 })
			.classes());
	}

	@Test
	void theLayoutFollowsTheOutput() throws IOException {
		assertEquals("columns", layout(metadata(), new long[] { 1, 6, 8400 }));
		assertEquals("rows", layout(metadata(), new long[] { 1, 25200, 7 }));
		assertEquals("end-to-end", layout(metadata("end2end", "True"), new long[] { 1, 300, 6 }));
		assertEquals("end-to-end", layout(metadata("args", "{'nms': True}"), new long[] { 1, 300, 6 }));
	}

	/** Rows of 5 + 1 values have the length of final rows; only the metadata can tell. */
	@Test
	void rowsOfOneClassAreFinalWhereTheMetadataNameATaskAsThoseOfYoloV10Do() throws IOException {
		Map<String, String> told = metadata("names", "{0: 'a'}");
		assertEquals("end-to-end", layout(told, new long[] { 1, 300, 6 }));
		told.put("end2end", "True");
		assertEquals("end-to-end", layout(told, new long[] { 1, 300, 6 }));
		Map<String, String> v5 = metadata("names", "{0: 'a'}");
		v5.remove("task");
		assertEquals("rows", layout(v5, new long[] { 1, 25200, 6 }));
	}

	private String layout(Map<String, String> metadata, long[] output) throws IOException {
		return read(metadata, SQUARE, output).decoder().text("layout", "");
	}

	@Test
	void detectionIsLetterboxedOnGrey114() throws IOException {
		ModelSpec m = read(metadata(), SQUARE, new long[] { 1, 6, 8400 });
		assertEquals(Task.DETECTION, m.task());
		assertEquals(Fit.LETTERBOX, m.input().fit());
		assertEquals(Resize.BILINEAR, m.input().resize());
		assertEquals(114, m.input().fill());
		assertEquals(1 / 255.0, m.input().scale());
		assertEquals(0.25, m.confidence());
		assertEquals(0.7, m.overlap());
		assertEquals("AGPL-3.0", m.licence());
	}

	@Test
	void aModelWithoutTaskIsV5WithItsOwnOverlap() throws IOException {
		Map<String, String> v5 = metadata();
		v5.remove("task");
		ModelSpec m = read(v5, SQUARE, new long[] { 1, 25200, 7 });
		assertEquals(Task.DETECTION, m.task());
		assertEquals(0.45, m.overlap());
	}

	@Test
	void classificationIsCutFromTheMiddle() throws IOException {
		ModelSpec m = read(metadata("task", "classify"), new long[] { 1, 3, 224, 224 }, new long[] { 1, 2 });
		assertEquals(Task.CLASSIFICATION, m.task());
		assertEquals(Fit.CROP, m.input().fit());
		assertEquals(Resize.ANTIALIAS, m.input().resize());
		assertEquals("none", m.decoder().text("activation", ""));
	}

	@Test
	void segmentationCountsTheMaskCoefficients() throws IOException {
		ModelSpec m = read(metadata("task", "segment"), SQUARE, new long[] { 1, 38, 8400 }, new long[] { 1, 32, 160, 160 });
		assertEquals(Task.INSTANCE_SEGMENTATION, m.task());
		assertEquals("yolo-masks", m.decoder().name());
		assertEquals("columns", m.decoder().text("layout", ""));
		assertTrue(sentence(metadata("task", "segment"), SQUARE, new long[] { 1, 38, 8400 }).contains(
			"without mask prototypes"));
	}

	@Test
	void anOpenSizeIsThatOfTheTraining() throws IOException {
		long[] open = { 1, 3, -1, -1 };
		InputSpec in = read(metadata("imgsz", "[320, 512]"), open, new long[] { 1, 6, -1 }).input();
		assertArrayEquals(new int[] { 320, 512 }, new int[] { in.height(), in.width() });
		assertEquals(256, read(metadata("imgsz", "256"), open, new long[] { 1, 6, -1 }).input().width());
		assertEquals(640, read(metadata(), open, new long[] { 1, 6, -1 }).input().width());
	}

	@Test
	void otherTasksAndOutputsAreTold() throws IOException {
		String[][] rotated = { { "yolo-obb", "columns" }, { "yolo-obb", "end-to-end" } };
		long[][] shapes = { { 1, 7, 8400 }, { 1, 300, 7 } };
		for (int i = 0; i < 2; i++) {
			ModelSpec obb = read(metadata("task", "obb"), SQUARE, shapes[i]);
			assertEquals(Task.DETECTION, obb.task());
			assertEquals(List.of(rotated[i]),
				List.of(obb.decoder().name(), obb.decoder().text("layout", "")));
		}
		assertTrue(sentence(metadata("task", "pose"), SQUARE, new long[] { 1, 56, 8400 }).contains("\"pose\""));
		String sentence = sentence(metadata(), SQUARE, new long[] { 1, 9, 8400 });
		assertTrue(sentence.contains("[1, 9, 8400]") && sentence.contains("2 classes"), sentence);
	}

	@Test
	void anRtDetrOfTwoClassesIsNoEndToEndModel() throws IOException {
		long[] rows = { 1, 300, 6 };
		ModelSpec m = read(metadata("description", "Ultralytics RT-DETR-l model trained on x.yaml"), SQUARE, rows);
		assertEquals("detr", m.decoder().name());
		assertEquals(Fit.STRETCH, m.input().fit());
		assertEquals("yolo", read(metadata("description", "Ultralytics YOLO26n model"), SQUARE, rows).decoder().name());
		assertTrue(sentence(metadata("description", "Ultralytics rtdetr-l model"), SQUARE, new long[] { 1, 300, 9 })
			.contains("4 + 2 classes"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"stride | abc      | stride \"abc\"; it must be a whole number",
		"stride | -32      | stride \"-32\"; it must be a whole number",
		"imgsz  | [0, 0]   | imgsz \"[0, 0]\"; it must be [height, width]",
		"imgsz  | [64]     | imgsz \"[64]\"; it must be [height, width]",
		"imgsz  | 3000000000 | it must be [height, width]",
		"imgsz  | null     | it must be [height, width]" })
	void metadataThatAreNoNumbersAreTold(String key, String value, String expected)
		throws IOException
	{
		String sentence = sentence(metadata(key, value), new long[] { 1, 3, -1, -1 },
			new long[] { 1, 6, -1 });
		assertTrue(sentence.contains(expected), sentence);
	}
}
