package triptych.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import triptych.workflow.Triptych;

/** The planes of a stack are images of their own in a data set, and find their planes again. */
class StackAnnotationsTest {

	@TempDir
	Path folder;

	@BeforeEach
	void ownFolder() throws Exception {
		folder = Files.createDirectories(folder.resolve("data/set"));
	}

	private static Roi roi(int x, String className) {
		Roi roi = new Roi(x, 10, 12, 8);
		roi.setProperty("class", className);
		return roi;
	}

	/** Three slices with a ROI on the first and two on the third. */
	private static ImagePlus stack() {
		ImagePlus stack = IJ.createImage("cells.tif", "8-bit black", 60, 50, 3);
		Overlay overlay = new Overlay();
		for (int[] at : new int[][] { { 1, 5 }, { 3, 20 }, { 3, 40 } }) {
			Roi roi = roi(at[1], at[0] == 1 ? "cell" : "debris");
			roi.setPosition(at[0]);
			overlay.add(roi);
		}
		stack.setOverlay(overlay);
		return stack;
	}

	@ParameterizedTest
	@CsvSource({ "coco, all.json", "panoptic, set", "voc, set", "geojson, set", "labels, set",
		"rois, set", "yolo, set" })
	void everyRoiComesBackToItsSlice(String format, String name) {
		Path path = folder.resolve(name);
		AnnotationResult written =
			Triptych.exportAnnotations(stack(), "format=" + format + " path=[" + path + "]");
		assertTrue(written.lines().toString().contains("cells-0001.tif"), written.lines().toString());
		ImagePlus stack = IJ.createImage("cells.tif", "8-bit black", 60, 50, 3);
		List<Roi> rois = Triptych.importAnnotations(stack, "path=[" + path + "]").rois();
		assertEquals(List.of("1 cell 5", "3 debris 20", "3 debris 40"), rois.stream()
			.map(r -> r.getPosition() + " " + r.getProperty("class") + " " + r.getBounds().x)
			.toList());
		ImagePlus labels = Triptych.importAnnotations(stack, "as=labels path=[" + path + "]")
			.labels()
			.get();
		assertEquals(3, labels.getStackSize());
		int[] ids = new int[3];
		for (int z = 1; z <= 3; z++) {
			labels.setSlice(z);
			labels.setRoi(new Rectangle(0, 0, 60, 50));
			ids[z - 1] = (int) labels.getProcessor().getStats().max;
		}
		assertEquals("[1, 0, 2]", java.util.Arrays.toString(ids));
	}

	@Test
	void slicesAndFramesBothStandInTheName() throws Exception {
		ImagePlus movie = IJ.createHyperStack("movie", 40, 30, 2, 3, 4, 8);
		Roi one = roi(5, "cell"), everywhere = roi(20, "cell");
		one.setPosition(0, 2, 4);
		movie.setOverlay(new Overlay(one));
		Path file = folder.resolve("movie.json");
		Triptych.exportAnnotations(movie, "path=[" + file + "]");
		assertTrue(Files.readString(file).contains("\"movie-z0002-t0004.tif\""));
		Roi back = Triptych.importAnnotations(movie, "path=[" + file + "]").rois().get(0);
		assertEquals("0 2 4", back.getCPosition() + " " + back.getZPosition() + " "
			+ back.getTPosition());
		movie.setOverlay(new Overlay(everywhere));
		AnnotationResult all =
			Triptych.exportAnnotations(movie, "path=[" + folder.resolve("all.json") + "]");
		assertTrue(all.lines().toString().contains("12 planes of 12 hold objects"), "told");
		assertTrue(all.lines().toString().contains("on every plane"), all.lines().toString());
	}

	@Test
	void framesWithoutSlicesAreNumberedByTheFrame() {
		ImagePlus movie = IJ.createHyperStack("movie", 40, 30, 1, 1, 4, 8);
		Roi third = roi(5, "cell");
		third.setPosition(3);
		movie.setOverlay(new Overlay(third));
		Path set = folder.resolve("movie.json");
		String told = Triptych.exportAnnotations(movie, "path=[" + set + "]").lines().toString();
		assertTrue(told.contains("called movie-0003.tif"), told);
		Roi back = Triptych.importAnnotations(movie, "path=[" + set + "]").rois().get(0);
		assertEquals(3, back.hasHyperStackPosition() ? back.getTPosition() : back.getPosition());
	}

	/** YOLO's numbers are parts of the image's size, so without the planes nobody could read them. */
	@Test
	void aYoloDataSetGetsThePlanesWithTheirPixels() {
		ImagePlus stack = stack();
		stack.getStack().getProcessor(3).set(7, 9, 200);
		Path set = folder.resolve("set");
		Triptych.exportAnnotations(stack, "format=yolo path=[" + set + "]");
		ImagePlus third = IJ.openImage(set.resolve("images/cells-0003.tif").toString());
		assertEquals(200, third.getProcessor().get(7, 9));
		assertEquals(1, third.getStackSize());
		ImagePlus unsaved = IJ.createImage("drawn", "16-bit black", 60, 50, 1);
		unsaved.getProcessor().set(3, 4, 4000);
		unsaved.setOverlay(new Overlay(roi(5, "cell")));
		Path other = folder.resolve("other");
		Triptych.exportAnnotations(unsaved, "format=yolo path=[" + other + "]");
		assertEquals(4000, IJ.openImage(other.resolve("images/drawn.tif").toString())
			.getProcessor()
			.get(3, 4));
		assertEquals(1, Triptych.importAnnotations(unsaved, "path=[" + other + "]").rois().size());
	}
}
