package triptych.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.options.Options;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** Where nothing was found the summary says what came closest and which pixel values the model got; else it does not. */
class NearMissWatcherTest {

	private static final String NUCLEI = "test-images/nuclei.tif";
	private static final String DIM = "; that is 3.5 % of the range of this type of image, too little for most models: try a "
		+ "copy with stretched contrast (Process > Enhance Contrast..., Normalize)";

	private static ImagePlus square(Color colour) {
		ImagePlus image = Planted.black(96, 80);
		Planted.fill(image, colour, 20, 20, 60, 50);
		return image;
	}

	private static String segmented(ImagePlus image, String keys) {
		return Triptych.segmentObjects(image, keys).summary();
	}

	@Test
	void aTooDarkImageIsToldWithItsNumbers() {
		// The model's score of a pixel is its red over 255.
		assertEquals("no object found. The pixel most like an object scored 0.04, below cutoff=0.5; pixel values 0 to 9 were "
			+ "scaled by 1/255" + DIM, segmented(square(new Color(9, 0, 0)), Planted.model("touching")));
		ImagePlus bits16 = new ImagePlus("16 bits", Triptych.open(Path.of(NUCLEI)).getProcessor().convertToShort(false));
		String sentence = Triptych.detect(bits16, Planted.model("duplicates_v8") + "confidence=0.97").summary();
		assertTrue(sentence.startsWith("no object found. The strongest candidate (cell) scored 0.95, below confidence=0.97; "
			+ "pixel values 4 to 224 were scaled by 1/65535; that is 0.34 % of the range"), sentence);
	}

	@Test
	void aFoundObjectNeedsNoNote() {
		assertEquals("1 object found", segmented(square(new Color(220, 0, 0)), Planted.model("touching")));
		assertEquals("1 class found", Triptych.segmentRegions(square(Color.RED), Planted.model("regions")).summary());
		assertEquals("40 objects found", segmented(Triptych.open(Path.of(NUCLEI)), ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"confidence=0.95 | The strongest candidate (red) scored 0.9, below confidence=0.95",
		"confidence=0.95 thresholds=red:0.99 | The strongest candidate (red) scored 0.9, below thresholds=red:0.99",
		"cutoff=1 | The strongest candidate (red) scored 0.90, but no pixel of its mask reaches cutoff=1" })
	void masksTellTheStrongestCandidate(String keys, String told) {
		assertEquals("no object found. " + told + "; pixel values 0 to 255 were scaled by 1/255", segmented(square(Color.RED),
			Planted.model("masks_v8") + keys));
	}

	@Test
	void regionsTellTheNearestClass() {
		// sigmoid(20 * (102 / 255 - 0.5))
		assertEquals("no class found. The pixel most like green scored 0.12, below thresholds=green:0.5; pixel values 0 to 102"
			+ " were scaled by 1/255", Triptych.segmentRegions(square(new Color(60, 102, 0)), Planted.model("regions_sigmoid"))
				.summary());
		String told = Triptych.segmentRegions(square(new Color(0, 60, 0)), Planted.model("regions")).summary();
		assertTrue(told.matches("no class found\\. The pixel most like green scored 0\\.\\d\\d, less than the background there; "
			+ "pixel values 0 to 60 were scaled by 1/255"), told);
	}

	@Test
	void aModelWithPercentilesTellsThem() {
		String told = segmented(Triptych.open(Path.of(NUCLEI)), "confidence=1");
		assertTrue(told.matches("no object found\\. The strongest candidate scored 0\\.\\d+, below confidence=1; pixel values "
			+ "4 to 224; the percentiles 1 and 99\\.8 \\(13 and 179\\) became 0 and 1"), told);
		assertTrue(segmented(IJ.createImage("b", "8-bit black", 64, 64, 1), "").endsWith(
			"; all pixels have the value 0, so there is nothing to see"));
	}

	@Test
	void whatTheKeysLeftOutIsNoFaultOfTheModel() {
		assertEquals("no object found. All that the model found was left out by smallest=100000 (micron²) and border=exclude", segmented(
			Triptych.open(Path.of(NUCLEI)), "smallest=100000 border=exclude"));
	}

	@Test
	void ofAStackThePlaneThatCameClosestIsTold() {
		ImageStack stack = new ImageStack(96, 80);
		for (int red : new int[] { 40, 90, 60 })
			stack.addSlice(square(new Color(red, 0, 0)).getProcessor());
		String keys = Planted.model("touching") + "slices=all";
		assertEquals("no object found on 3 planes. The pixel most like an object scored 0.35, below cutoff=0.5, on stack:2; "
			+ "there pixel values 0 to 90 were scaled by 1/255", segmented(new ImagePlus("stack", stack), keys));
		stack.addSlice(square(new Color(250, 0, 0)).getProcessor());
		assertEquals("1 object found on 4 planes", segmented(new ImagePlus("stack", stack), keys));
	}

	@Test
	void tilesTellTheStrongestOfAllOfThem() {
		ImagePlus image = Planted.black(700, 500);
		Planted.fill(image, new Color(40, 0, 0), 20, 20, 60, 50);
		Planted.fill(image, new Color(90, 0, 0), 620, 420, 660, 450);
		String told = segmented(image, Planted.model("touching") + "tile=352");
		assertTrue(told.contains("scored 0.35, below cutoff=0.5; pixel values 0 to 90"), told);
	}

	@Test
	void itStandsInTheSavedRunToo(@TempDir Path folder) throws Exception {
		Triptych.segmentObjects(square(new Color(9, 0, 0)), Planted.model("touching") + "save=" + Options.quoted(folder
			.toString()));
		assertTrue(Files.readString(folder.resolve("planted-run.json")).contains("\"summary\": \"no object found. The pixel most "
			+ "like an object scored 0.04"));
	}

	@Test
	void theImageIsNotChanged() {
		ImageProcessor before = square(new Color(9, 0, 0)).getProcessor(), after = before.duplicate();
		Triptych.segmentObjects(new ImagePlus("dark", after), Planted.model("touching"));
		for (int i = 0; i < before.getPixelCount(); i++)
			assertFalse(before.get(i) != after.get(i));
	}
}
