package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import triptych.core.TriptychException;
import triptych.result.Result;

/** outputs=probabilities and outputs=uncertainty: the scores behind the labels, at their pixels. */
class ScoreMapsTest {

	@Test
	void exclusiveClassesShareOneAndEntropyTellsWhereTheModelWavers() {
		ImagePlus image = Planted.black(37, 21);
		Planted.fill(image, Color.RED, 5, 5, 15, 15);
		Planted.fill(image, new Color(128, 128, 0), 20, 5, 30, 15);
		Result result = Triptych.segmentRegions(image, Planted.model("regions") + "outputs=probabilities,uncertainty");
		ImagePlus scores = result.probabilities().orElseThrow();
		assertEquals("planted-probabilities", scores.getTitle());
		assertEquals(List.of("background", "red", "green", "blue"), IntStream.rangeClosed(1, scores.getStackSize()).mapToObj(
			scores.getStack()::getSliceLabel).toList());
		ImageProcessor red = scores.getStack().getProcessor(2);
		double exact = Math.exp(10) / (Math.exp(10) + Math.exp(5) + 2);
		assertEquals(exact, red.getf(10, 10), 1e-5);
		for (int y = 0; y < 21; y++)
			for (int x = 0; x < 37; x++) {
				double sum = 0;
				for (int c = 1; c <= 4; c++)
					sum += scores.getStack().getProcessor(c).getf(x, y);
				assertEquals(1, sum, 1e-5);
			}
		ImageProcessor uncertainty = result.uncertainty().orElseThrow().getProcessor();
		assertTrue(uncertainty.getf(10, 10) < 0.05, "sure of red");
		assertTrue(uncertainty.getf(25, 10) > 0.7, "background, red and green are nearly equal: " + uncertainty.getf(25, 10));
		assertTrue(result.labels().isEmpty(), "only what was asked for");
	}

	@Test
	void scoresOfASelectionAreNaNBesideIt() {
		ImagePlus image = Planted.filled(40, 30, Color.RED);
		image.setRoi(10, 5, 20, 20);
		ImageProcessor red = Triptych.segmentRegions(image, Planted.model("regions")
			+ "within=selection outputs=probabilities").probabilities().orElseThrow().getStack().getProcessor(2);
		assertTrue(Float.isNaN(red.getf(9, 5)));
		assertTrue(red.getf(10, 5) > 0.99);
	}

	@Test
	void objectsShowTheMapsTheyWereFloodedOn() {
		ImagePlus image = Planted.black(40, 30);
		Planted.fill(image, Color.RED, 5, 5, 15, 15);
		ImagePlus maps = Triptych.segmentObjects(image, Planted.model("touching") + "outputs=probabilities,table")
			.probabilities().orElseThrow();
		assertEquals("foreground", maps.getStack().getSliceLabel(1));
		assertEquals("boundary", maps.getStack().getSliceLabel(2));
		assertEquals(1, maps.getStack().getProcessor(1).getf(10, 10), 1e-6);
	}

	@Test
	void aModelWithoutScoreMapsIsTold() {
		String sentence = assertThrows(TriptychException.class, () -> Triptych.segmentObjects(Planted.black(40, 30), Planted
			.model("masks_v8") + "outputs=probabilities")).getMessage();
		assertTrue(sentence.contains("outputs=probabilities") && sentence.contains("yolo-masks"), sentence);
	}

	@Test
	void tiledScoreMapsAreThoseOfTheWholeImage() {
		ImagePlus image = Planted.blobs(601, 410, 5);
		String regions = Planted.model("regions") + "outputs=probabilities,uncertainty ";
		ImagePlus rgb = new ImagePlus("rgb", image.getProcessor().convertToRGB());
		Result whole = Triptych.segmentRegions(rgb, regions + "tile=none"), tiled = Triptych.segmentRegions(rgb, regions
			+ "tile=256");
		assertEquals("256", tiled.provenance().get("tile"));
		for (int c = 1; c <= 4; c++)
			assertArrayEquals((float[]) whole.probabilities().orElseThrow().getStack().getPixels(c), (float[]) tiled
				.probabilities().orElseThrow().getStack().getPixels(c), 1e-5f);
		assertArrayEquals((float[]) whole.uncertainty().orElseThrow().getProcessor().getPixels(), (float[]) tiled.uncertainty()
			.orElseThrow().getProcessor().getPixels(), 1e-5f);
	}
}
