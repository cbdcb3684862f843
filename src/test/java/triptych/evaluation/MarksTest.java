package triptych.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import triptych.dataset.AnnotationResult;
import triptych.ij.draw.RoiRasterizer;
import triptych.ij.draw.Rois;
import triptych.workflow.Triptych;

/**
 * What outputs=overlay has drawn is no object: else a second evaluation, a measurement or an export
 * would count right ones twice and missed ones as predictions.
 */
class MarksTest {

	@Test
	void marksOfAnEvaluationAreNoObjects(@TempDir Path folder) {
		Roi object = new Roi(5, 5, 10, 10), mark = new Roi(30, 20, 10, 10);
		mark.setProperty(Rois.MARK, "missed");
		assertTrue(RoiRasterizer.isArea(object));
		assertFalse(RoiRasterizer.isArea(mark));
		ImagePlus image = new ImagePlus("a", new ByteProcessor(60, 50));
		image.setOverlay(new Overlay(object));
		image.getOverlay().add(mark);
		AnnotationResult exported =
			Triptych.exportAnnotations(image, "path=[" + folder.resolve("a.json") + "]");
		assertTrue(exported.summary().startsWith("1 object of 1 class"), exported.summary());
		assertEquals("[object: 1 object in 1 image]", exported.report().toString());
		assertFalse(exported.lines().toString().contains("no area"), "ours needs no note");
	}
}
