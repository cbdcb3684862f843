package triptych.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import triptych.core.Progress;
import triptych.dataset.AnnotationResult;
import triptych.evaluation.report.MarkedOverlay;
import triptych.ij.convert.Position;
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

	/** Each mark is seen on its own plane, in every channel, and is marked as such. */
	@ParameterizedTest
	@CsvSource({ "2, 3, 1", "1, 3, 1", "1, 1, 3", "2, 1, 3", "1, 2, 3" })
	void marksLieOnThePlaneThatTheyAreOf(int channels, int slices, int frames, @TempDir Path folder)
		throws IOException
	{
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		ImagePlus image = IJ.createHyperStack("cells", 60, 50, channels, slices, frames, 8);
		if (channels == 1 && slices * frames == 3) image.setOpenAsHyperStack(false);
		Position second = plane(image, Math.min(2, slices), slices == 1 ? 2 : 1);
		Position third = plane(image, slices, frames);
		Roi found = new Roi(5, 5, 10, 10);
		second.apply(found);
		image.setOverlay(new Overlay(found));
		ImageStack truth = new ImageStack(60, 50);
		for (int frame = 1; frame <= frames; frame++)
			for (int slice = 1; slice <= slices; slice++) {
				ByteProcessor plane = new ByteProcessor(60, 50);
				plane.setColor(1);
				boolean isSecond = slice == second.slice() && frame == second.frame();
				if (isSecond) plane.fillRect(5, 5, 10, 10);
				if (slice == slices && frame == frames) plane.fillRect(30, 20, 10, 10);
				truth.addSlice(plane);
			}
		ImagePlus labels = new ImagePlus("truth", truth);
		labels.setDimensions(1, slices, frames);
		new FileSaver(labels).saveAsTiff(folder + "/truth.tif");
		image.show();
		List<Roi> marks;
		try {
			EvaluationResult result = Triptych.evaluate(Map.of("truth", folder + "/truth.tif",
				"predictions", "cells", "task", "detection", "outputs", "overlay"), MarkedOverlay::draw,
				Progress.NONE);
			assertEquals(0.5, result.outcome().value("Recall"));
			marks = Stream.of(image.getOverlay().toArray())
				.filter(roi -> roi.getProperty(Rois.MARK) != null)
				.toList();
		}
		finally {
			image.changes = false;
			image.close();
		}
		assertEquals(2, marks.size());
		for (Roi mark : marks) {
			assertFalse(RoiRasterizer.isArea(mark));
			boolean right = mark.getProperty(Rois.MARK).equals("right");
			assertTrue((right ? second : third).holds(mark), mark + " " + mark.getPosition());
			assertFalse((right ? third : second).holds(mark), mark + " on " + (right ? third : second));
		}
	}

	private static Position plane(ImagePlus image, int slice, int frame) {
		return Position.of(image, image.getStackIndex(1, slice, frame));
	}
}
