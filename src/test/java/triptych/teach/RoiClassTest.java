package triptych.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.Rois;

/** The class that a ROI was given, after whatever somebody did to it in the ROI Manager. */
class RoiClassTest {

	private static Roi found(String className, double score) {
		Detection cell = new Detection(new Box(2, 3, 10, 12), new ClassScore(2, className, score));
		Position one = Position.of(new ImagePlus("i", new ByteProcessor(20, 20)));
		return new Rois("model", one).of(new Detections(List.of(cell))).get(0);
	}

	@ParameterizedTest
	@CsvSource({ "cell, debris, debris", "cell, debris-3, debris", "G1, G2, G2", "G1, G2-0007, G2",
		"CD4, CD8 12, CD8", "CD4, debris 3, debris", "type 1, type 2, type 2", "T/B, debris-1, debris" })
	void anotherNameIsAnotherClass(String className, String name, String expected) {
		for (double score : new double[] { 0.93, Double.NaN }) {
			Roi roi = found(className, score);
			roi.setName(name);
			assertEquals(new RoiClass(expected, false), RoiClass.of(roi), "score " + score);
		}
	}

	@ParameterizedTest
	@CsvSource({ "cell, ''", "cell, -1", "G1, ''", "CD4, -2", "type 1, ''", "T/B, ''", "2, ''" })
	void whatTheRoiManagerAddsToANameIsNoOtherClass(String className, String added) {
		Roi roi = found(className, 0.93);
		roi.setName(roi.getName() + added);
		assertEquals(new RoiClass(className, true), RoiClass.of(roi));
	}

	@ParameterizedTest
	@CsvSource({ "cell, 0007-0012", "G1, 0007-0012", "G1, G1-3", "cell, Cell 7", "type 1, type 1" })
	void aNumberOrTheSameNameIsNoOtherClass(String className, String name) {
		Roi roi = found(className, 0.93);
		roi.setName(name);
		assertEquals(new RoiClass(className, true), RoiClass.of(roi));
	}

	@Test
	void anotherGroupIsAnotherClassWithAScoreAndWithout() {
		for (double score : new double[] { 0.93, Double.NaN }) {
			Roi roi = found("cell", score);
			roi.setGroup(9);
			assertEquals(new RoiClass("group 9", false), RoiClass.of(roi), "score " + score);
		}
	}

	@Test
	void whereAScriptChangedThePropertiesTheOldNameSaysNothing() {
		Roi roi = found("cell", 0.93);
		roi.setProperty("score", null);
		roi.setProperty("class", "debris");
		assertEquals(new RoiClass("debris", false), RoiClass.of(roi));
	}

	/** Labels to ROIs... calls objects of which nobody knows more so. */
	@Test
	void anObjectOfNoClassHasNoneUntilItIsNamed() {
		Roi roi = found(LabelPlane.UNKNOWN, Double.NaN);
		assertEquals(new RoiClass("", false), RoiClass.of(roi));
		roi.setName("debris-3");
		assertEquals(new RoiClass("debris", false), RoiClass.of(roi));
	}

	@Test
	void classesOfOtherProgramsAreTheirPropertyWhateverTheyCallTheRoi() {
		Roi roi = new Roi(1, 2, 3, 4);
		roi.setName("nucleus of the left cell");
		roi.setGroup(4);
		roi.setProperty("class", "lymphocyte");
		assertEquals(new RoiClass("lymphocyte", false), RoiClass.of(roi));
	}
}
