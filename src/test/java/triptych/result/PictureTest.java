package triptych.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.table.Table;
import triptych.ij.convert.Position;
import triptych.options.Options;
import triptych.run.Commands;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** outputs=picture: the image with what was found burnt in, in its own pixels. */
class PictureTest {

	@TempDir
	Path folder;

	private static ImagePlus scene(int width, int height) {
		ImagePlus image = Planted.black(width, height);
		Planted.fill(image, Color.RED, 20, 20, 60, 60);
		Planted.fill(image, Color.GREEN, 70, 30, 110, 80);
		return image;
	}

	private static ImagePlus picture(Result result) {
		return result.images()
			.stream()
			.filter(i -> i.getTitle().endsWith("-picture"))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void outlinesStandOnThePixelsOfTheImageWhichIsLeftAlone() {
		ImagePlus image = scene(160, 120);
		int[] before = (int[]) image.getProcessor().getPixelsCopy();
		Result result = Triptych.detect(image, Planted.model("boxes_v8") + "outputs=picture");
		ImagePlus picture = picture(result);
		assertEquals("planted-picture", picture.getTitle());
		assertEquals(160, picture.getWidth());
		assertEquals(120, picture.getHeight());
		int red = Color.RED.getRGB();
		assertEquals(2, result.rois().size());
		assertFalse(red == picture.getProcessor().get(20, 45), "the edge of the box is drawn over");
		assertEquals(red, picture.getProcessor().get(55, 55), "the middle is as it was");
		assertArrayEquals(before, (int[]) image.getProcessor()
			.getPixels());
		assertNull(image.getOverlay(), "the picture is drawn, the image is not");
	}

	@Test
	void theFileIsThePictureAndARunWithoutItTakesItAway() throws IOException {
		String keys = Planted.model("boxes_v8") + "save=" + Options.quoted(folder.toString());
		Result result = Triptych.detect(scene(160, 120), keys + " outputs=table,picture");
		Path file = folder.resolve("planted-picture.png");
		assertTrue(result.files().contains(file), result.files().toString());
		ImagePlus read = IJ.openImage(file.toString());
		assertArrayEquals((int[]) picture(result).getProcessor()
			.getPixels(), (int[]) read.getProcessor().convertToRGB().getPixels());
		Triptych.detect(scene(160, 120), keys + " outputs=table overwrite=yes");
		assertFalse(Files.exists(file), "an old picture would show what is not in the table");
	}

	@Test
	void aStackGivesAPictureOfEachPlaneAndATiff() {
		ImageStack stack = new ImageStack(160, 120);
		for (int i = 0; i < 3; i++)
			stack.addSlice("", scene(160, 120).getProcessor());
		ImagePlus image = new ImagePlus("stack.tif", stack);
		Result result = Triptych.detect(image, Planted.model("boxes_v8")
			+ "slices=all outputs=picture save=" + Options.quoted(folder.toString()));
		assertEquals(3, picture(result).getStackSize());
		assertTrue(new File(folder + "/stack-picture.tif").isFile());
		assertFalse(new File(folder + "/stack-picture.png").exists());
	}

	@Test
	void aLargeImageIsMadeSmallerAndThatIsSaid() {
		ImagePlus image = new ImagePlus("large.tif", new ColorProcessor(5000, 100));
		Planted.fill(image, Color.RED, 2020, 20, 2080, 80);
		Result result = Triptych.detect(image, Planted.model("boxes_v8")
			+ "outputs=picture tile=none");
		assertEquals(2500, picture(result).getWidth());
		assertTrue(result.summary().contains("the picture is 2 times smaller than the image"), result
			.summary());
	}

	@Test
	void theRangeOfDisplayIsThatOfTheImage() {
		ImagePlus image = new ImagePlus("grey.tif", new ByteProcessor(64, 64));
		image.getProcessor().setColor(50);
		image.getProcessor().fill();
		image.setDisplayRange(0, 50);
		Result shown = new Result(Commands.SEGMENT_OBJECTS.spec(), List.of(
			Position.of(image)), List.of(),
			Table.NONE, Table.NONE, List.of(),
			Optional.empty(), Optional.empty(), Optional.empty(),
			List.of(), Map.of(), Map.of(), "", false,
			List.of());
		ImagePlus picture = Picture.of(image, shown);
		assertEquals(0xffffff, picture.getProcessor().get(30, 30) & 0xffffff);
	}
}
