package triptych.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.ij.draw.Palette;
import triptych.options.Options;
import triptych.options.Output;
import triptych.options.RunOptions;
import triptych.run.Commands;
import triptych.run.ModelCommand;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** Legend and ids on the overlay: readable, and never taken for objects. */
class OverlayTextsTest {

	private static ImagePlus nuclei() {
		return Triptych.open(Path.of("test-images/nuclei.tif"));
	}

	private static Result shown(ModelCommand<?> verb, ImagePlus image, String keys) {
		Result result = Triptych.run(verb, image, Options.tokens(keys));
		RunOptions options = (RunOptions) Options.parse(verb.spec().options(), keys);
		Delivery.show(image, result, options.outputs());
		return result;
	}

	private static List<TextRoi> texts(ImagePlus image, String name) {
		return Arrays.stream(image.getOverlay().toArray()).filter(r -> name.equals(r.getName())).map(TextRoi.class::cast)
			.toList();
	}

	private static List<String> legend(ImagePlus image) {
		return texts(image, "legend").stream().map(t -> t.getText().strip()).toList();
	}

	private static ImagePlus boxes(int... corners) {
		ImagePlus image = Planted.black(300, 240);
		List<Color> colours = List.of(Color.RED, Color.GREEN, Color.BLUE);
		for (int i = 0; i < corners.length; i++) {
			int x = corners[i] % 2 == 0 ? 5 : 245, y = corners[i] < 2 ? 5 : 185;
			Planted.fill(image, colours.get(i), x, y, x + 50, y + 50);
		}
		return image;
	}

	@Test
	void theLegendNamesClassesWithTheirColourAndNumber() {
		ImagePlus image = boxes(0, 1, 2);
		Result result = shown(Commands.DETECT, image, Planted.model("boxes_v8") + "outputs=overlay,legend");
		assertEquals(List.of("red  1", "green  1", "blue  1"), legend(image));
		assertEquals(List.of(Palette.ofClass(0), Palette.ofClass(1), Palette.ofClass(2)), texts(image, "legend").stream().map(
			Roi::getStrokeColor).toList());
		assertEquals(3, result.rois().size());
	}

	@Test
	void aLabelThatWasPaintedByHandHasALineOfItsOwn() {
		ImagePlus image = nuclei();
		ImagePlus labels = Triptych.segmentObjects(image, "").labels().orElseThrow();
		labels.getProcessor().setColor(255);
		labels.getProcessor().fill(new Roi(0, 0, 5, 5));
		Result result = Triptych.labelsToRois(labels, "outputs=overlay,legend");
		Delivery.show(labels, result, Set.of(Output.OVERLAY, Output.LEGEND));
		assertEquals(List.of("nucleus  " + (result.rois().size() - 1), "object  1"), legend(labels));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3 })
	void theLegendStandsInTheFreeCorner(int free) {
		int[] others = IntStream.range(0, 4).filter(c -> c != free).toArray();
		ImagePlus image = boxes(others);
		Result result = shown(Commands.DETECT, image, Planted.model("boxes_v8") + "outputs=legend");
		assertEquals(6, image.getOverlay().size());
		for (TextRoi line : texts(image, "legend")) {
			assertTrue(result.rois().stream().noneMatch(r -> r.getBounds().intersects(line.getBounds())), "corner " + free);
			assertTrue(new Rectangle(300, 240).contains(line.getBounds()));
		}
	}

	@Test
	void regionsAreToldByTheirShare() {
		ImagePlus image = nuclei();
		Result result = shown(Commands.SEGMENT_REGIONS, image, "outputs=legend,table");
		assertEquals(List.of(String.format(Locale.ROOT, "nucleus  %.1f %%", Planted.number(result.table(), 0, "%Area"))),
			legend(image));
	}

	@Test
	void numbersAndLegendStandBesideOneAnother() {
		ImagePlus image = nuclei();
		Result result = shown(Commands.SEGMENT_OBJECTS, image, "outputs=ids,legend");
		List<TextRoi> all = new ArrayList<>(texts(image, "id"));
		assertTrue(all.size() > 0.9 * result.rois().size(), all.size() + " of " + result.rois().size());
		all.addAll(texts(image, "legend"));
		for (int i = 0; i < all.size(); i++)
			for (int j = 0; j < i; j++)
				assertFalse(all.get(i).getBounds().intersects(all.get(j).getBounds()), all.get(i) + " and " + all.get(j));
	}

	@Test
	void inACrowdNumbersAreLeftOutRatherThanWrittenOverOneAnother() {
		ImagePlus labels = IJ.createImage("crowd", "16-bit black", 90, 90, 1);
		for (int i = 0; i < 900; i++)
			labels.getProcessor().set(3 * (i % 30), 3 * (i / 30), i + 1);
		Result result = Triptych.labelsToRois(labels, "outputs=ids");
		Delivery.show(labels, result, Set.of(Output.IDS));
		List<TextRoi> numbers = texts(labels, "id");
		assertTrue(numbers.size() > 10 && numbers.size() < 200, numbers.size() + " numbers");
		for (int i = 0; i < numbers.size(); i++)
			for (int j = 0; j < i; j++)
				assertFalse(numbers.get(i).getBounds().intersects(numbers.get(j).getBounds()));
	}

	@Test
	void aSecondRunReplacesThemAndTheUsersElementsStay() {
		ImagePlus image = nuclei();
		image.setOverlay(new Overlay(new Roi(1, 1, 5, 5)));
		shown(Commands.SEGMENT_OBJECTS, image, "outputs=overlay,ids,legend");
		int first = image.getOverlay().size();
		shown(Commands.SEGMENT_OBJECTS, image, "outputs=overlay,ids,legend");
		assertEquals(first, image.getOverlay().size());
		Result alone = shown(Commands.SEGMENT_OBJECTS, image, "outputs=overlay");
		assertEquals(alone.rois().size() + 1, image.getOverlay().size());
	}

	@Test
	void theyAreNoObjects(@TempDir Path folder) {
		ImagePlus plain = nuclei(), noted = nuclei();
		Result result = shown(Commands.SEGMENT_OBJECTS, plain, "outputs=overlay");
		shown(Commands.SEGMENT_OBJECTS, noted, "outputs=overlay,ids,legend");
		// Also after the way through a file.
		IJ.saveAsTiff(noted, folder.resolve("nuclei.tif").toString());
		ImagePlus read = IJ.openImage(folder.resolve("nuclei.tif").toString());
		assertTrue(read.getOverlay().size() > 2 * result.rois().size() - 5);
		for (ImagePlus image : List.of(noted, read)) {
			Result measured = Triptych.measureObjects(image, "");
			assertEquals(Triptych.measureObjects(plain, "").table().rows(), measured.table().rows());
			assertEquals(result.rois().size() + " objects found", measured.summary());
			assertEquals(result.rois().size() + " objects found", Triptych.roisToLabels(image, "").summary());
			assertEquals(result.rois().size(), Triptych.classify(image, Planted.model("classes") + "within=rois top=1").table()
				.rows().size());
		}
	}

	@Test
	void everyPlaneOfAStackHasItsOwnNumbers() {
		ImageStack stack = new ImageStack(300, 240);
		for (ImagePlus plane : List.of(boxes(0, 1), boxes(0), boxes()))
			stack.addSlice(plane.getProcessor());
		ImagePlus image = new ImagePlus("stack", stack);
		shown(Commands.DETECT, image, Planted.model("boxes_v8") + "slices=all outputs=legend,ids");
		assertEquals(List.of("red  1", "green  1", "red  1", "green  0", "red  0", "green  0"), legend(image));
		assertEquals(List.of(1, 1, 2, 2, 3, 3), texts(image, "legend").stream().map(Roi::getPosition).toList());
		assertEquals(List.of(1, 1, 2), texts(image, "id").stream().map(Roi::getPosition).toList());
	}
}
