package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.TriptychException;
import triptych.core.table.Column;
import triptych.result.Result;

/** The key diameter: the bundled nuclei model on the 40 painted nuclei, seen larger or smaller. */
class DiameterTest {

	/** The painted nuclei are about 16 micron across, in pixels of half a micron. */
	private static final String MICRON = "diameter=16 ";

	private static ImagePlus seenAt(double factor) {
		ImagePlus image = IJ.openImage("test-images/nuclei.tif");
		int width = (int) Math.round(image.getWidth() * factor);
		int height = (int) Math.round(image.getHeight() * factor);
		ImagePlus scaled = image.resize(width, height, "bilinear");
		Calibration calibration = image.getCalibration().copy();
		calibration.pixelWidth /= factor;
		calibration.pixelHeight /= factor;
		scaled.setCalibration(calibration);
		return scaled;
	}

	private static double medianArea(Result result) {
		int column = result.table().heads().stream().map(Column::name).toList().indexOf("Area");
		List<Double> areas = result.table()
			.rows()
			.stream()
			.map(row -> ((Number) row.get(column)).doubleValue())
			.sorted()
			.toList();
		return areas.get(areas.size() / 2);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.5, 3, 5 })
	void nucleiAtAnotherMagnificationAreFoundOnceTheirDiameterIsTold(double factor) {
		Result plain = Triptych.segmentObjects(seenAt(1), "");
		Result told = Triptych.segmentObjects(seenAt(factor), MICRON);
		assertEquals(40, told.table().rows().size(), 1);
		assertEquals(medianArea(plain), medianArea(told), 0.1 * medianArea(plain));
		assertTrue(told.provenance().get("note").contains("rescaled by"), told.provenance().toString());
	}

	@Test
	void withoutItsDiameterOddSizesAreToldWithTheValueToTry() {
		String note = Triptych.segmentObjects(seenAt(5), "").provenance().getOrDefault("note", "");
		assertTrue(note.contains("try diameter="), note);
		assertTrue(note.contains("(micron)") || note.contains("(µm)"), note);
		String usual = Triptych.segmentObjects(seenAt(1), "").provenance().getOrDefault("note", "");
		assertTrue(!usual.contains("diameter"), usual);
	}

	@Test
	void anObjectSeenInFourMirrorImagesCountsOnce() {
		Result result = Triptych.segmentObjects(seenAt(0.35), "augment=flips");
		String note = result.provenance().getOrDefault("note", "");
		assertTrue(note.contains("median of " + result.table().rows().size() + ")"), note);
	}

	@Test
	void aDiameterFarFromAllSenseIsToldWithTheCalibration() {
		String sentence = assertThrows(TriptychException.class, () -> Triptych.segmentObjects(seenAt(1),
			"diameter=9000")).getMessage();
		assertTrue(sentence.contains("18000 pixels") && sentence.contains("calibration"), sentence);
	}

	@Test
	void aModelThatDoesNotTellItsDiameterCannotUseTheKey() {
		String keys = Planted.model("touching") + "diameter=20";
		String sentence = assertThrows(TriptychException.class,
			() -> Triptych.segmentObjects(Planted.black(80, 64), keys)).getMessage();
		assertTrue(sentence.contains("diameter cannot be used with the model"), sentence);
	}

	private static ImagePlus calibrated(double pixel, String unit) {
		ImagePlus image = Planted.black(96, 96);
		image.getProcessor().set(40, 40, 200);
		image.getCalibration().pixelWidth = pixel;
		image.getCalibration().pixelHeight = pixel;
		image.getCalibration().setUnit(unit);
		return image;
	}

	@ParameterizedTest
	@CsvSource({ "0.4, micron, true", "0.4, \u00b5m, true", "400, nm, true", "0.02, um, true",
		"0.1, um, false", "0.12, micron, false", "1, pixel, false", "0.0139, inch, false" })
	void anImageOfAnotherPixelSizeThanTheModelsIsTold(double pixel, String unit, boolean told) {
		Result result = Triptych.segmentRegions(calibrated(pixel, unit), "model=axon-myelin");
		String note = result.provenance().getOrDefault("note", "");
		assertEquals(told, note.contains("micrometres a pixel"), note);
		if (told) assertTrue(note.contains("try diameter="), note);
	}

	@Test
	void aDiameterThatWasToldIsAlwaysInTheNoteWhateverThePixelsSize() {
		Result result = Triptych.segmentRegions(calibrated(0.4, "micron"),
			"model=axon-myelin diameter=6.4");
		String note = result.provenance().getOrDefault("note", "");
		assertTrue(note.contains("rescaled by 1,"), note);
		assertTrue(!note.contains("try diameter="), note);
	}

	@Test
	void theDiameterThatTheNoteNamesEndsIt() {
		ImagePlus image = calibrated(0.4, "micron");
		String note = Triptych.segmentRegions(image, "model=axon-myelin").provenance().get("note");
		String value = note.replaceAll("(?s).*(diameter=[0-9.]+).*", "$1");
		Result result = Triptych.segmentRegions(image, "model=axon-myelin " + value);
		String now = result.provenance().getOrDefault("note", "");
		assertTrue(!now.contains("micrometres a pixel") && now.contains("rescaled by 4"), now);
	}
}
