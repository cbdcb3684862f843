package triptych.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.measure.Measurements;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;
import ij.process.ShortProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.TriptychException;
import triptych.ij.convert.Position;
import triptych.ij.draw.Palette;
import triptych.ij.draw.Rois;
import triptych.options.MeasureOptions;
import triptych.options.Options;
import triptych.result.Result;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** Labels to ROIs..., ROIs to Labels... and Measure Objects...: nothing is lost on the way, and what was changed counts. */
class ReviewTest {

	private static final Path NUCLEI = Path.of("test-images/nuclei.tif");

	/** A label image with a ring, an object in two parts, one of a pixel, one at each edge, and noise. */
	private static ImagePlus labels() {
		ShortProcessor ids = new ShortProcessor(90, 70);
		ids.setValue(1);
		ids.fill(new OvalRoi(10, 10, 30, 30));
		ids.setValue(0);
		ids.fill(new OvalRoi(18, 16, 9, 12));
		ids.setValue(2);
		ids.fill(new Roi(21, 20, 3, 3));
		ids.setValue(3);
		ids.fill(new Roi(50, 10, 6, 4));
		ids.fill(new Roi(50, 20, 6, 4));
		ids.set(60, 30, 4);
		ids.setValue(500);
		ids.fill(new Roi(0, 0, 90, 2));
		ids.setValue(7);
		ids.fill(new Roi(88, 5, 2, 65));
		Random random = new Random(3);
		for (int y = 45; y < 68; y++)
			for (int x = 5; x < 80; x++)
				if (random.nextInt(3) > 0) ids.set(x, y, 10 + random.nextInt(5));
		return new ImagePlus("made-labels", ids);
	}

	private static int[] ids(ImagePlus labels, int slice) {
		ImageProcessor p = labels.getStack().getProcessor(slice);
		int[] ids = new int[p.getPixelCount()];
		for (int i = 0; i < ids.length; i++)
			ids[i] = (int) p.getf(i);
		return ids;
	}

	private static void overlay(ImagePlus image, List<Roi> rois) {
		Overlay overlay = new Overlay();
		rois.forEach(overlay::add);
		image.setOverlay(overlay);
	}

	private static List<String> told(List<Roi> rois) {
		return rois.stream().map(r -> r.getName() + " " + r.getGroup() + " " + r.getProperty("id") + " " + r.getProperty("class")
			+ " " + r.getProperty("classId") + " " + r.getProperty("score") + " " + r.getCPosition() + "," + r.getZPosition()
			+ "," + r.getTPosition() + "," + r.getPosition() + " " + r.getBounds() + " " + r.getContainedPoints().length).toList();
	}

	@Test
	void labelsComeBackAsTheyWere() {
		ImagePlus labels = labels(), canvas = new ImagePlus("canvas", new ByteProcessor(90, 70));
		Result rois = Triptych.labelsToRois(labels, "");
		assertEquals(11, rois.rois().size());
		assertEquals("object-0001", rois.rois().get(0).getName());
		overlay(canvas, rois.rois());
		assertArrayEquals(ids(labels, 1), ids(Triptych.roisToLabels(canvas, "").labels().orElseThrow(), 1));
	}

	@Test
	void everyOneOf70000ObjectsComesBack() {
		int columns = 300, n = 70000;
		FloatProcessor ids = new FloatProcessor(2 * columns, 2 * (n / columns + 1));
		for (int i = 0; i < n; i++)
			ids.setf(2 * (i % columns), 2 * (i / columns), i + 1);
		ImagePlus labels = new ImagePlus("many", ids), canvas = new ImagePlus("canvas", new ByteProcessor(ids.getWidth(), ids
			.getHeight()));
		overlay(canvas, Triptych.labelsToRois(labels, "").rois());
		ImagePlus back = Triptych.roisToLabels(canvas, "").labels().orElseThrow();
		assertEquals(32, back.getBitDepth());
		assertArrayEquals(ids(labels, 1), ids(back, 1));
	}

	@ParameterizedTest
	@CsvSource({ "2, 3, 4", "1, 3, 1", "1, 1, 4", "2, 3, 1", "3, 1, 1", "1, 2, 2" })
	void roisOfEveryPlaneComeBackWithClassScoreAndPlace(int channels, int slices, int frames, @TempDir Path folder) {
		ImagePlus image = IJ.createHyperStack("planted", 60, 50, channels, slices, frames, 8);
		List<Roi> rois = new ArrayList<>();
		for (Position position : PlaneSelection.of(image, Options.parse(MeasureOptions.class, ""), true)) {
			int[] ids = new int[60 * 50];
			Arrays.fill(ids, 100 * position.slice(), 100 * position.slice() + 7, 1);
			Arrays.fill(ids, 40 * position.frame() + 1500, 40 * position.frame() + 1503, 3);
			rois.addAll(new Rois("", position).of(new LabelMap(60, 50, ids, List.of(new Segment(1, new ClassScore(1, "a, b;c d",
				0.25), true), new Segment(3, new ClassScore(0, "cell", 0.98765), true)))));
		}
		assertEquals(2 * slices * frames, rois.size());
		overlay(image, rois);
		ImagePlus labels = Triptych.roisToLabels(image, "save=" + folder).labels().orElseThrow();
		assertEquals(told(rois), told(Triptych.labelsToRois(image, "from=" + folder.resolve("planted-labels.tif")).rois()));
		if (channels == 1) assertEquals(told(rois), told(Triptych.labelsToRois(labels, "").rois()));
	}

	@Test
	void classesOfTheSameIndexStayApart() {
		ImagePlus image = new ImagePlus("canvas", new ByteProcessor(50, 40));
		Roi cell = ours(new Roi(1, 1, 5, 5), 1, "0.5"), debris = ours(new Roi(20, 1, 5, 5), 2, "0.5");
		Roi drawn = new Roi(30, 1, 5, 5);
		cell.setProperty("class", "cell");
		debris.setProperty("class", "debris");
		overlay(image, List.of(cell, debris, drawn));
		ImagePlus labels = Triptych.roisToLabels(image, "").labels().orElseThrow();
		assertEquals(List.of("cell", "debris", "object"), Triptych.labelsToRois(labels, "").rois().stream().map(r -> r.getProperty(
			"class")).toList());
	}

	@Test
	void aClassImageGivesRoisOfItsClasses() {
		ImagePlus image = Triptych.open(NUCLEI);
		ImagePlus classes = Triptych.segmentRegions(image, "").labels().orElseThrow();
		List<Roi> together = Triptych.labelsToRois(classes, "").rois();
		assertEquals(List.of("nucleus-0001"), together.stream().map(Roi::getName).toList());
		assertTrue(Triptych.labelsToRois(classes, "split=yes").rois().size() > 10);
	}

	@Test
	void aBinaryMaskIsToldAndCanBeSplit() {
		ByteProcessor mask = new ByteProcessor(40, 30);
		mask.setValue(255);
		mask.fill(new Roi(3, 4, 5, 6));
		mask.fill(new Roi(20, 4, 5, 6));
		Result one = Triptych.labelsToRois(new ImagePlus("mask", mask), "");
		assertEquals("1 object found. The image holds a single label in 2 parts; split=yes makes each part an object", one
			.summary());
		assertEquals(2, Triptych.labelsToRois(new ImagePlus("mask", mask), "split=yes").rois().size());
	}

	@Test
	void ofOverlappingRoisTheHigherScoreWinsAndAHandDrawnOneBeforeAll() {
		ImagePlus image = new ImagePlus("canvas", new ByteProcessor(50, 40));
		Roi weak = ours(new Roi(5, 5, 20, 20), 1, "0.3"), strong = ours(new Roi(15, 5, 20, 20), 2, "0.9"), drawn = new Roi(20, 10,
			5, 5), under = ours(new Roi(21, 11, 2, 2), 9, "0.99");
		overlay(image, List.of(strong, weak, drawn, under, new PointRoi(3, 3), new TextRoi(1, 1, "note")));
		Result result = Triptych.roisToLabels(image, "");
		ImageProcessor ids = result.labels().orElseThrow().getProcessor();
		assertEquals(List.of(1, 2, 10, 0), List.of(ids.get(6, 6), ids.get(16, 6), ids.get(21, 11), ids.get(40, 30)));
		assertEquals(List.of("1 0.3", "2 0.9", "10 NaN"), result.prediction()
			.as(LabelMap.class)
			.segments()
			.stream()
			.map(segment -> segment.id() + " " + segment.best().score())
			.toList());
		assertEquals("3 objects found. 2 ROIs that are no areas were left out; 1 ROI lies wholly "
			+ "under others or outside and has no pixel (object-0009); ROIs overlap, and a pixel counts for"
			+ " one of them only: others took 200 pixels of object-0001, 25 pixels of object-0002",
			result.summary());
	}

	private static Roi ours(Roi roi, int id, String score) {
		roi.setName("object-000" + id);
		roi.setProperty("triptych", "1");
		roi.setProperty("id", String.valueOf(id));
		roi.setProperty("score", score);
		return roi;
	}

	@Test
	void measuringAgainGivesTheSameRowsAndChangesCount() {
		ImagePlus image = Triptych.open(NUCLEI);
		Result first = Triptych.segmentObjects(image, "");
		overlay(image, first.rois());
		Result again = Triptych.measureObjects(image, "outputs=table,rois");
		assertEquals(first.table().columns(), again.table().columns());
		assertEquals(rounded(first.table().rows(), first.table().columns()), rounded(again.table().rows(), first.table()
			.columns()));
		assertEquals(told(first.rois()), told(again.rois()));

		image.getOverlay().remove(3);
		image.getOverlay().add(new OvalRoi(2, 2, 9, 9));
		Result reviewed = Triptych.measureObjects(image, "");
		List<Object> ids = Planted.column(reviewed.table(), "Id");
		assertEquals(first.rois().size(), ids.size());
		assertTrue(!ids.contains(4) && ids.contains(first.rois().size() + 1), ids.toString());
		int added = ids.indexOf(first.rois().size() + 1);
		assertEquals(Double.NaN, Planted.cell(reviewed.table(), added, "Score"));
		assertEquals("nucleus", Planted.cell(reviewed.table(), added, "Class"));
	}

	@Test
	void aDrawnRoiAmongSeveralClassesIsOfNone() {
		ImagePlus image = new ImagePlus("canvas", new ByteProcessor(90, 70));
		List<Roi> rois = new ArrayList<>(List.of(ours(new Roi(1, 1, 5, 5), 1, "0.9"), ours(new Roi(11, 1, 5,
			5), 2, "0.9")));
		rois.get(0).setProperty("class", "cell");
		rois.get(1).setProperty("class", "debris");
		rois.add(new Roi(21, 1, 5, 5));
		overlay(image, rois);
		assertEquals("object", Planted.column(Triptych.measureObjects(image, "").table(), "Class").get(2));
	}

	@Test
	void aLabelImageIsNotTakenForAnImage() {
		ImagePlus image = Triptych.open(NUCLEI);
		ImagePlus labels = Triptych.segmentObjects(image, "").labels().orElseThrow();
		assertTrue(assertThrows(TriptychException.class, () -> Triptych.segmentObjects(labels, "")).getMessage().startsWith(
			"\"nuclei-labels\" is a label image that Triptych made"));
		assertTrue(assertThrows(TriptychException.class, () -> Triptych.measureObjects(labels, "")).getMessage().contains(
			"with from=nuclei-labels"));
		assertTrue(assertThrows(TriptychException.class, () -> Triptych.labelsToRois(image, "")).getMessage().startsWith(
			"\"nuclei.tif\" does not look like a label image"));
	}

	@Test
	void onePlaneOfAStackIsSaidToBeOne() {
		ImageStack planes = new ImageStack();
		for (int i = 1; i <= 3; i++)
			planes.addSlice(Triptych.open(NUCLEI).getProcessor());
		ImagePlus stack = new ImagePlus("stack", planes);
		String one = Triptych.segmentObjects(stack, "").summary();
		assertTrue(one.endsWith(" objects found on this plane only; slices=all takes "
			+ "all 3"), one);
		assertTrue(Triptych.segmentObjects(stack, "slices=1").summary().endsWith(" objects found"));
	}

	/** The score of a ROI has four digits. */
	private static List<List<Object>> rounded(List<List<Object>> rows, List<String> columns) {
		int score = columns.indexOf("Score");
		return rows.stream().map(row -> {
			List<Object> cells = new ArrayList<>(row);
			cells.set(score, Math.round((Double) row.get(score) * 1e4) / 1e4);
			return cells;
		}).toList();
	}

	@Test
	void filtersKeepTheIds() {
		ImagePlus image = Triptych.open(NUCLEI);
		Result first = Triptych.segmentObjects(image, "");
		ImagePlus labels = first.labels().orElseThrow();
		double pixel = Planted.number(first.table(), 0, "Area") / Planted.number(first.table(), 0, "Pixels");
		overlay(image, first.rois());
		Result large = Triptych.measureObjects(image, "smallest=" + 300 * pixel + " largest=" + 700 * pixel
			+ " border=exclude confidence=0.5 outputs=table,labels");
		assertTrue(large.table().rows().size() > 3 && large.table().rows().size() < first.table().rows().size());
		for (int i = 0; i < large.table().rows().size(); i++) {
			int id = (Integer) Planted.cell(large.table(), i, "Id");
			double pixels = Planted.number(large.table(), i, "Pixels");
			assertTrue(pixels >= 300 && pixels <= 700);
			assertEquals(Planted.cell(first.table(), id - 1, "X"), Planted.cell(large.table(), i, "X"));
			assertTrue(Planted.number(large.table(), i, "Score") >= 0.5);
		}
		int[] before = ids(labels, 1), after = ids(large.labels().orElseThrow(), 1);
		for (int i = 0; i < after.length; i++)
			assertTrue(after[i] == 0 || after[i] == before[i]);
		assertEquals("The key classes has the value \"cell\", but the objects here are of the class nucleus.", assertThrows(
			TriptychException.class, () -> Triptych.measureObjects(image, "classes=cell")).getMessage());
		assertTrue(assertThrows(TriptychException.class, () -> Triptych.measureObjects(image, "classes=Nucleus")).getMessage()
			.endsWith("of the class nucleus; did you mean nucleus?"));
		assertEquals(first.table().rows().size(), Triptych.measureObjects(image, "classes=nucleus").table().rows().size());
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void allColumnsAreWhatImageJMeasures(int bits) {
		Random random = new Random(5);
		FloatProcessor grey = new FloatProcessor(90, 70);
		for (int i = 0; i < grey.getPixelCount(); i++)
			grey.setf(i, random.nextInt(bits == 8 ? 256 : 4000));
		ImagePlus image = new ImagePlus("grey", bits == 8 ? grey.convertToByte(false) : bits == 16 ? grey.convertToShort(false)
			: grey);
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.5;
		List<Roi> rois = Triptych.labelsToRois(labels(), "").rois();
		overlay(image, rois);
		Result result = Triptych.measureObjects(image, "columns=all");
		for (int i = 0; i < rois.size(); i++) {
			image.setRoi(rois.get(i));
			ImageStatistics s = image.getStatistics(Measurements.MEDIAN + Measurements.ELLIPSE + Measurements.AREA);
			String of = rois.get(i).getName();
			assertEquals(s.median, Planted.number(result.table(), i, "Median"), of);
			assertEquals(s.major, Planted.number(result.table(), i, "Major"), 3e-5 * s.major, of);
			assertEquals(s.minor, Planted.number(result.table(), i, "Minor"), 3e-5 * s.minor, of);
			double turn = Math.abs(s.angle - Planted.number(result.table(), i, "Angle")) % 180;
			assertTrue(s.major < 1.001 * s.minor || Math.min(turn, 180 - turn) < 0.01, of + " " + s.angle + " " + Planted.number(
				result.table(), i, "Angle"));
		}
		assertEquals(List.of(1, 1, 2, 1, 1), Planted.column(result.table(), "Parts").subList(0, 5));
		assertEquals(List.of(0, 0, 0, 0, 1), Planted.column(result.table(), "AtBorder").subList(0, 5));
	}

	@Test
	void aSummaryRowForEveryPlaneEvenAnEmptyOne() {
		ImagePlus image = IJ.createImage("stack.tif", "8-bit black", 60, 50, 3);
		image.getCalibration().pixelWidth = 2;
		overlay(image, List.of(on(1, new Roi(1, 1, 4, 5)), on(1, new Roi(20, 1, 8, 5)), on(3, new Roi(1, 1, 10, 3))));
		Result result = Triptych.measureObjects(image, "outputs=summary");
		assertEquals(List.of(2, 0, 1), Planted.column(result.summaryTable(), "Count"));
		assertEquals(List.of(120.0, 0.0, 60.0), Planted.column(result.summaryTable(), "Total Area"));
		assertEquals(List.of(60.0, Double.NaN, 60.0), Planted.column(result.summaryTable(), "Area mean"));
		assertEquals(Math.sqrt(800), Planted.number(result.summaryTable(), 0, "Area sd"), 1e-9);
		assertEquals(2.0, Planted.number(result.summaryTable(), 0, "%Area"), 1e-9);
		assertEquals(List.of("stack.tif:1", "stack.tif:2", "stack.tif:3"), Planted.column(result.summaryTable(), "Label"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "slices=2 | [2]", "frames=2-3 | [2, 3]", "slices=current | [1]", "'' | [1, 2, 3]",
		"frames=current | [1]", "slices=2 frames=2 | [2]" })
	void oneOfTheTwoKeysIsEnoughForAPlainStack(String options, String planes) {
		ImagePlus image = IJ.createImage("stack.tif", "8-bit black", 60, 50, 3);
		overlay(image, List.of(new Roi(1, 1, 4, 5)));
		assertEquals(planes, Planted.column(Triptych.measureObjects(image, options).table(), "Slice").toString());
	}

	private static Roi on(int slice, Roi roi) {
		roi.setPosition(slice);
		return roi;
	}

	@Test
	void plotsAndTablesAreSaved(@TempDir Path folder) throws Exception {
		ImagePlus image = Triptych.open(NUCLEI);
		overlay(image, Triptych.segmentObjects(image, "").rois());
		Result result = Triptych.measureObjects(image, "histogram=Area scatter=Area,Circ. save=" + folder);
		assertEquals(List.of("nuclei-objects.csv", "nuclei-summary.csv", "nuclei-histogram.png", "nuclei-scatter.png",
			"nuclei-run.json"), result.files().stream().map(f -> f.getFileName().toString()).toList());
		assertTrue(Files.size(folder.resolve("nuclei-scatter.png")) > 3000);
		assertEquals(2, Files.readAllLines(folder.resolve("nuclei-summary.csv")).size());
		assertThrows(TriptychException.class, () -> Triptych.measureObjects(image, "histogram=Aera"));
	}

	@Test
	void measuringTwiceLeavesTheFilesOfTheRunBefore(@TempDir Path folder) {
		ImagePlus image = Triptych.open(NUCLEI);
		overlay(image, Triptych.segmentObjects(image, "outputs=labels,rois save=" + folder).rois());
		for (String options : List.of("histogram=Area", "outputs=table"))
			Triptych.measureObjects(image, options + " overwrite=yes save=" + folder);
		assertTrue(Files.exists(folder.resolve("nuclei-labels.tif")) && Files.exists(folder.resolve("nuclei-rois.zip")),
			"those of Segment Objects...");
		assertTrue(!Files.exists(folder.resolve("nuclei-histogram.png")), "that of a table that is no more");
	}

	@Test
	void aPlotOfOneObjectShowsIt() {
		ImagePlus image = new ImagePlus("canvas", new ByteProcessor(50, 40));
		overlay(image, List.of(new Roi(1, 1, 5, 5)));
		ImageProcessor plot = Triptych.measureObjects(image, "scatter=Area,Circ.").plots().get(0).getProcessor()
			.convertToRGB();
		int colour = Palette.ofId(1).getRGB();
		assertTrue(IntStream.range(0, plot.getPixelCount()).anyMatch(i -> plot.get(i) == colour));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "from=nowhere.zip | is not there", "from=nobody | neither an open image nor a file",
		"from=manager | no area ROI in the ROI Manager", "'' | no area ROI in the overlay", "from=pom.xml | pom.xml" })
	void whatIsMissingIsTold(String options, String part) {
		ImagePlus image = new ImagePlus("canvas", new ByteProcessor(50, 40));
		String sentence = assertThrows(TriptychException.class, () -> Triptych.measureObjects(image, options)).getMessage();
		assertTrue(sentence.contains(part), sentence);
	}

	@Test
	void whatIsNoLabelImageIsTold(@TempDir Path folder) throws Exception {
		FloatProcessor half = new FloatProcessor(5, 5);
		half.setf(3, 1.5f);
		assertTrue(assertThrows(TriptychException.class, () -> Triptych.labelsToRois(new ImagePlus("half", half), ""))
			.getMessage().contains("holds the value 1.5"));
		assertTrue(assertThrows(TriptychException.class, () -> Triptych.labelsToRois(Planted.black(5, 5), "")).getMessage()
			.contains("is in colour"));
		IJ.saveAsTiff(labels(), folder.resolve("l.tif").toString());
		assertTrue(assertThrows(TriptychException.class, () -> Triptych.measureObjects(Planted.black(9, 9), "from=" + folder
			.resolve("l.tif"))).getMessage().contains("does not fit"));
		Files.writeString(folder.resolve("bad.zip"), "no zip");
		assertThrows(TriptychException.class, () -> Triptych.measureObjects(Planted.black(9, 9), "from=" + folder.resolve(
			"bad.zip")));
	}
}
