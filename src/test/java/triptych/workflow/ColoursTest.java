package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.IndexColorModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.ij.convert.Position;
import triptych.ij.draw.LabelImages;
import triptych.ij.draw.Palette;
import triptych.result.Result;

/** A class, or an object where all are of one class, has one colour: as outline, in the label image and in plots. */
class ColoursTest {

	private static ImagePlus threeBoxes() {
		ImagePlus image = Planted.black(200, 160);
		Planted.fill(image, Color.RED, 10, 10, 50, 40);
		Planted.fill(image, Color.GREEN, 80, 20, 120, 60);
		Planted.fill(image, Color.BLUE, 30, 90, 70, 140);
		return image;
	}

	/** The colour in which an image shows a pixel value. */
	private static Color shown(ImagePlus labels, int value) {
		IndexColorModel model = (IndexColorModel) labels.getProcessor().getColorModel();
		return new Color(model.getRGB(value));
	}

	private static void assertAsInLabelImage(List<Roi> rois, ImagePlus labels) {
		for (Roi roi : rois)
			assertEquals(shown(labels, Integer.parseInt(roi.getProperty("id"))), roi.getStrokeColor(), roi.getName());
	}

	private static ImagePlus with(ImagePlus image, List<Roi> rois) {
		Overlay overlay = new Overlay();
		rois.forEach(overlay::add);
		image.setOverlay(overlay);
		return image;
	}

	@Test
	void objectsOfOneClassHaveTheColoursOfTheirIds() {
		ImagePlus image = Triptych.open(Path.of("test-images/nuclei.tif"));
		Result result = Triptych.segmentObjects(image, "");
		assertTrue(result.rois().size() > 30);
		assertAsInLabelImage(result.rois(), result.labels().orElseThrow());
		assertAsInLabelImage(Triptych.labelsToRois(result.labels().orElseThrow(), "").rois(), result.labels().orElseThrow());
		Result measured = Triptych.measureObjects(with(image, result.rois()), "outputs=rois,labels border=exclude");
		assertTrue(measured.rois().size() < result.rois().size());
		assertAsInLabelImage(measured.rois(), measured.labels().orElseThrow());
	}

	@Test
	void objectsOfSeveralClassesHaveTheColourOfTheirClass() {
		for (Result result : List.of(Triptych.detect(threeBoxes(), Planted.model("boxes_v8")), Triptych.segmentObjects(
			threeBoxes(), Planted.model("masks_v8")))) {
			assertEquals(3, result.rois().size());
			for (Roi roi : result.rois())
				assertEquals(Palette.ofClass(Integer.parseInt(roi.getProperty("classId"))), roi.getStrokeColor());
		}
	}

	@Test
	void aClassImageAndItsOutlinesAgree() {
		Result result = Triptych.segmentRegions(threeBoxes(), Planted.model("regions") + "outputs=labels,overlay");
		assertTrue(result.rois().size() > 1);
		assertAsInLabelImage(result.rois(), result.labels().orElseThrow());
		assertAsInLabelImage(Triptych.labelsToRois(result.labels().orElseThrow(), "").rois(), result.labels().orElseThrow());
	}

	@Test
	void aModelsBackgroundTakesNoColourFromTheClasses() {
		LabelMap map = new LabelMap(3, 1, new int[] { 0, 1, 2 }, List.of(new Segment(1, new ClassScore(1, "cell", 1), false),
			new Segment(2, new ClassScore(2, "debris", 1), false)));
		LabelImages images = new LabelImages();
		ImagePlus image = new ImagePlus("classes", new ByteProcessor(3, 1));
		images.add(map, Position.of(image));
		ImagePlus classes = images.image("classes", image);
		assertEquals(Palette.ofClass(0), shown(classes, 1));
		assertAsInLabelImage(Triptych.labelsToRois(classes, "").rois(), classes);
	}

	@Test
	void plotsShowClassesInTheColoursOfTheirOutlines() {
		ImagePlus image = threeBoxes();
		Planted.fill(image, Color.GREEN, 140, 100, 190, 150);
		List<Roi> rois = Triptych.segmentObjects(image, Planted.model("masks_v8")).rois();
		// Without the red object, so that the first class in the table is not the first of the model.
		List<Roi> others = rois.stream().filter(r -> !r.getProperty("class").equals("red")).toList();
		ImageProcessor plot = Triptych.measureObjects(with(image, others), "scatter=Area,X").plots().get(0).getProcessor();
		Set<Integer> drawn = new TreeSet<>();
		for (int i = 0; i < plot.getPixelCount(); i++)
			drawn.add(plot.get(i) & 0xffffff);
		for (Roi roi : rois)
			assertEquals(others.contains(roi), drawn.contains(roi.getStrokeColor().getRGB() & 0xffffff), roi.getName());
	}
}
