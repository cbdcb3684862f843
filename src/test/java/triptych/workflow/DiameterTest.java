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
}
