package triptych.testimages;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import triptych.workflow.Triptych;

/** The bundled model on the planted nuclei. */
class PlantedNucleiTest {

	@Test
	void bundledModelFindsThePlantedNucleiEachOnItsOwn() {
		ImagePlus image = Triptych.open(Path.of("test-images/nuclei.tif"));
		ImageProcessor found = Triptych.segmentObjects(image, "outputs=labels").labels().orElseThrow().getProcessor();
		ImageProcessor truth = Triptych.open(Path.of("test-images/nuclei-labels.tif")).getProcessor();
		int matched = matched(truth, found), objects = (int) found.getStats().max;
		assertTrue(matched >= 38 && objects <= 42, matched + " of 40 nuclei found, " + objects + " objects");
	}

	/** How many objects of the truth share more than half of their union with one found object. */
	private static int matched(ImageProcessor truth, ImageProcessor found) {
		Map<Integer, Integer> sizes = new HashMap<>(), foundSizes = new HashMap<>(), shared = new HashMap<>();
		for (int i = 0; i < truth.getPixelCount(); i++) {
			int t = truth.get(i), f = found.get(i);
			sizes.merge(t, 1, Integer::sum);
			foundSizes.merge(f, 1, Integer::sum);
			if (t > 0 && f > 0) shared.merge(t << 16 | f, 1, Integer::sum);
		}
		return (int) shared.entrySet().stream().filter(e -> 2.0 * e.getValue() > sizes.get(e.getKey() >> 16) + foundSizes.get(e
			.getKey() & 0xffff) - e.getValue()).count();
	}
}
