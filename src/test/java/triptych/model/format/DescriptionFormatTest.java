package triptych.model.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.decode.family.ModelFamilies;
import triptych.model.DecoderSpec;
import triptych.model.GraphInfo;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;
import triptych.model.InputSpec;
import triptych.model.ModelSpec;

/** Every key of a .triptych.yaml, and the sentences for those that are wrong. */
class DescriptionFormatTest {

	@TempDir
	Path folder;

	private ModelSpec read(String text, long... shape) throws IOException {
		return new Described(folder).read(text, shape);
	}

	private String sentence(String text, long... shape) throws IOException {
		return new Described(folder).sentence(text, shape);
	}

	@Test
	void everyKeyIsRead() throws IOException {
		ModelSpec m = read("""
			task: detection
			name: Cells of the lab
			licence: CC0
			pixel-size: 0.5
			classes: [cell, "debris, small", 7]
			input:
			  size: [96, 128]
			  fit: letterbox
			  align: top-left
			  fill: 7
			  resize: antialias
			  colours: BGR
			  layout: NHWC
			  scale: 1/255
			  mean: [0.1, 0.2, 1/2]
			  std: [1, 2, 3]
			  percentiles: [1, 99.8]
			  halo: 20
			decoder: {name: yolo, layout: columns, number: 3}
			thresholds: {confidence: 0.3, overlap: 0.6}
			""", 1, -1, -1, 3);
		InputSpec in = m.input();
		assertEquals(Task.DETECTION, m.task());
		assertEquals("Cells of the lab", m.name());
		assertEquals("CC0", m.licence());
		assertEquals(0.5, m.pixelSize());
		assertEquals(List.of("cell", "debris, small", "7"), m.classes());
		assertArrayEquals(new int[] { 96, 128, 3 }, new int[] { in.height(), in.width(), in.channels() });
		assertEquals(List.of(Fit.LETTERBOX, Align.TOP_LEFT, Resize.ANTIALIAS, Layout.NHWC), List.of(in.fit(), in.align(), in
			.resize(), in.layout()));
		assertEquals(7, in.fill());
		assertTrue(in.bgr());
		assertEquals(1 / 255.0, in.scale());
		assertArrayEquals(new double[] { 0.1, 0.2, 0.5 }, in.mean());
		assertArrayEquals(new double[] { 1, 2, 3 }, in.std());
		assertArrayEquals(new double[] { 1, 99.8 }, in.percentiles());
		assertEquals(20, in.halo());
		assertEquals("yolo", m.decoder().name());
		assertEquals(Map.of("layout", "columns", "number", "3"), m.decoder().parameters());
		assertEquals(0.3, m.confidence());
		assertEquals(0.6, m.overlap());
	}

	@Test
	void leftOutKeysHaveTheirDefaults() throws IOException {
		ModelSpec m = read(Described.CLASSIFIER, 1, 3, 64, 32);
		InputSpec in = m.input();
		assertEquals("planted", m.name());
		assertArrayEquals(new int[] { 64, 32 }, new int[] { in.height(), in.width() });
		assertEquals(List.of(Fit.STRETCH, Resize.BILINEAR, Layout.NCHW), List.of(in.fit(), in.resize(), in.layout()));
		assertEquals(1, in.scale());
		assertFalse(in.bgr());
		assertArrayEquals(new double[3], in.mean());
		assertArrayEquals(new double[] { 1, 1, 1 }, in.std());
		assertEquals(4, in.halo());
		assertEquals(112, read(Described.CLASSIFIER + "input: {fit: pad, multiple: 16}", 1, 3, -1, -1).input().halo());
		assertEquals(0.5, m.confidence());
		assertEquals(0.25, read(Described.CLASSIFIER.replace("class-scores", "yolo"), 1, 3, 64, 32).confidence());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"confidense: 0.4                    | the key confidense is unknown; known are task",
		"input: {sise: [64, 64]}            | input the key sise is unknown; known are",
		"thresholds: {nms: 0.4}             | thresholds the key nms is unknown; known are confidence, overlap",
		"input: {fit: squeeze}              | fit is \"squeeze\"; it can be stretch, letterbox, pad, crop",
		"input: {align: middle}             | align is \"middle\"; it can be center, center-down, top-left",
		"input: {resize: sharp}             | resize is \"sharp\"; it can be bilinear, antialias, nearest",
		"input: {layout: CHW}               | gives layout CHW, but the input is in float [1, 3, 64, 64]; it can be NCHW",
		"input: {colours: HSV}              | colours \"HSV\"; it can be RGB, BGR or grey",
		"input: {halo: 17}                  | halo 17.0; it must be a whole number of pixels from 0 to 16",
		"input: {halo: -1}                  | halo -1.0; it must be a whole number",
		"input: {halo: 1.5}                 | halo 1.5; it must be a whole number",
		"input: {scale: fast}               | scale is \"fast\"; it must be a number",
		"input: {mean: [1, 2]}              | mean is [1, 2]; it must be a list of 3 numbers",
		"input: {mean: 1}                   | mean is 1; it must be a list of 3 numbers",
		"input: {size: [64]}                | size is [64]; it must be a list of 2 numbers",
		"input: {size: [32, 64]}            | says size [32.0, 64.0], the file fixes in float [1, 3, 64, 64]",
		"input: fast                        | there must be lines of the form key: value",
		"thresholds: {confidence: high}     | confidence is \"high\"; it must be a number",
		"thresholds: {confidence: 5}        | planted.triptych.yaml, thresholds the key confidence is 5; it must be a number from 0 to 1",
		"thresholds: {confidence: .nan}     | confidence is \"NaN\"; it must be a number",
		"thresholds: {overlap: 2}           | overlap is 2; it must be a number from 0 to 1",
		"thresholds: {overlap: }            | the key overlap has no value",
		"pixel-size: -1                     | pixel-size is -1; it must be a number from 0 to 1000000",
		"name:                              | the key name has no value",
		"licence: [MIT]                     | the key licence holds a list or a section",
		"input: {scale: 1/0}                | scale is \"1/0\"; it must be a number",
		"input: {scale: 0}                  | scale is 0; it must be a number other than 0",
		"input: {std: [1, -1, 1]}           | std is [1, -1, 1]; it must be numbers above 0",
		"input: {std: [1, 1, .inf]}         | std is \"Infinity\"; it must be a number",
		"input: {percentiles: [99, 1]}      | percentiles is [99, 1]; it must be [low, high]",
		"input: {percentiles: [9, 1]}       | percentiles is [9, 1]; it must be [low, high]",
		"input: {percentiles: [1, 101]}     | percentiles is [1, 101]; it must be [low, high]",
		"input: {size: [0, 0]}              | size is [0, 0]; it must be [height, width]",
		"input: {size: [64, 64.5]}          | size is [64, 64.5]; it must be [height, width]",
		"input: {multiple: 0.5}             | multiple is 0.5; it must be a whole number from 1",
		"input: {multiple: 3000000000}      | multiple is 3000000000; it must be a whole number from 1",
		"input: {fill: 256}                 | fill is 256; it must be a number from 0 to 255",
		"input: {fit: ''}                   | fit is \"\"; it can be stretch, letterbox",
		"input: {align: }                   | the key align has no value",
		"input: {resize: ''}                | resize is \"\"; it can be bilinear",
		"input: {short-side: -5}            | short-side is -5; it must be a whole number from 1" })
	void aSlipIsToldWithItsKeyAndWhatIsAllowed(String line, String expected) throws IOException {
		String sentence = sentence(Described.CLASSIFIER + line, 1, 3, 64, 64);
		assertTrue(sentence.contains(expected), sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"'decoder: {name: semantic}'                  | the key task is missing",
		"'{task: detect, decoder: {name: yolo}}'      | Unknown task \"detect\"; it can be classification, detection",
		"'{task: detection}'                          | decoder the key name is missing",
		"'{task: detection, classes: cell}'           | classes is \"cell\"; it must be a list",
		"'just words'                                 | there must be lines of the form key: value",
		"'task: [detection'                           | Cannot read the description planted.triptych.yaml as YAML" })
	void whatIsMissingOrUnreadableIsTold(String text, String expected) throws IOException {
		String sentence = sentence(text, 1, 3, 64, 64);
		assertTrue(sentence.contains(expected), sentence);
	}

	@Test
	void anOpenSizeMustBeGiven() throws IOException {
		assertTrue(sentence(Described.CLASSIFIER, 1, 3, -1, -1).contains("size: [height, width] or multiple: N"));
		assertTrue(sentence(Described.CLASSIFIER + "input: {multiple: 32}", 1, 3, -1, -1).contains("fit must be pad"));
		InputSpec any = read(Described.CLASSIFIER + "input: {multiple: 32, fit: pad}", 1, 3, -1, -1).input();
		assertTrue(any.anySize());
		assertEquals(32, any.multiple());
		assertTrue(Double.isNaN(any.fill()), "padding mirrors where no fill is told");
		InputSpec fixed = read(Described.CLASSIFIER + "input: {size: [48, 80]}", 1, 3, -1, -1).input();
		assertFalse(fixed.anySize());
		assertEquals(80, fixed.width());
	}

	@Test
	void aLayoutThatTheShapeDoesNotShowMustBeTold() throws IOException {
		assertTrue(sentence(Described.CLASSIFIER, 1, 3, 64, 3).contains("layout: NCHW or layout: NHWC"));
		assertEquals(Layout.NHWC, read(Described.CLASSIFIER + "input: {layout: NHWC}", 1, 3, 64, 3).input().layout());
		assertEquals(Layout.NHWC, read(Described.CLASSIFIER, 1, 64, 64, 3).input().layout());
		assertEquals(1, read(Described.CLASSIFIER, 1, 64, 64, 1).input().channels());
	}

	@Test
	void classesMayStandInAFileOfTheirOwn() throws IOException {
		Files.writeString(folder.resolve("the names.txt"), "cell\n\n  debris \r\nzelle\u00e4\n");
		String text = Described.CLASSIFIER.replace("classes: [a, b]", "classes-file: the names.txt");
		assertEquals(List.of("cell", "debris", "zelle\u00e4"), read(text, 1, 3, 64, 64).classes());
		String sentence = sentence(text.replace("the names", "no names"), 1, 3, 64, 64);
		assertTrue(sentence.contains("no names.txt"), sentence);
	}

	@Test
	void ourDescriptionWinsOverMetadata() throws IOException {
		GraphInfo graph = Described.graph(Map.of("names", "['x']", "stride", "32", "task", "detect"), new long[] { 1, 3, 64,
			64 }, new long[] { 1, 5, 10 });
		assertEquals(Task.CLASSIFICATION, ModelFormats.read(new Described(folder).files(Described.CLASSIFIER), graph,
			ModelFamilies::usualLimits).task());
	}

	@Test
	void aModelWithoutAnyDescriptionSaysWhereItGoes() throws IOException {
		String sentence = sentence(null, 1, 3, 64, 64);
		assertTrue(sentence.contains("planted.triptych.yaml") && sentence.contains("Inspect Model..."), sentence);
	}

	@Test
	void decoderParametersOfAWrongKindAreTold() {
		DecoderSpec spec = new DecoderSpec("semantic", Map.of("output", "first", "exclusive", "maybe", "seed", "big"));
		for (Runnable r : List.<Runnable>of(() -> spec.integer("output", 0), () -> spec.yes("exclusive", true), () -> spec
			.number("seed", 1)))
			assertThrows(TriptychException.class, r::run);
		assertEquals(4, spec.integer("none", 4));
	}

	@Test
	void classesAreFoundByNameThenByIndex() throws IOException {
		ModelSpec m = read(Described.CLASSIFIER.replace("[a, b]", "['2', b, c]"), 1, 3, 64, 64);
		assertEquals(0, m.classId("2"), "a class may be called 2");
		assertEquals(1, m.classId("1"));
		assertTrue(assertThrows(TriptychException.class, () -> m.classId("3"))
			.getMessage().contains("knows 2, b, c"));
		assertEquals("class-9", m.className(9));
	}
}
