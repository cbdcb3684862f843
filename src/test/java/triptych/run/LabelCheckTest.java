package triptych.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.TriptychException;
import triptych.core.table.Table;
import triptych.result.Result;
import triptych.workflow.Triptych;

/** Images that are no label images, or label images with something unusual about them. */
class LabelCheckTest {

	@TempDir
	Path folder;

	private static ByteProcessor mask() {
		ByteProcessor mask = new ByteProcessor(90, 70);
		mask.setValue(255);
		mask.fill(new OvalRoi(5, 5, 25, 25));
		mask.fill(new OvalRoi(45, 20, 30, 35));
		return mask;
	}

	private static ImagePlus canvas(ImageProcessor labels) {
		return new ImagePlus("canvas", new ByteProcessor(labels.getWidth(), labels.getHeight()));
	}

	private String refused(Path file) {
		ImagePlus image = canvas(mask());
		String measured = assertThrows(TriptychException.class,
			() -> Triptych.measureObjects(image, "from=[" + file + "]")).getMessage();
		for (String split : List.of("split=no", "split=yes"))
			assertEquals(measured, assertThrows(TriptychException.class,
				() -> Triptych.labelsToRois(Triptych.open(file), split)).getMessage());
		return measured;
	}

	@Test
	void aMaskThatAJpegHasBlurredIsRefused() throws IOException {
		Path file = folder.resolve("mask.jpg");
		ImageIO.write(mask().getBufferedImage(), "jpg", file.toFile());
		assertTrue(refused(file).startsWith("\"mask.jpg\" is a JPEG, which blurs values"));
	}

	@Test
	void aBlurredMaskAndAPhotographAreRefusedInEveryFormat() throws IOException {
		ImageProcessor blurred = mask();
		blurred.blurGaussian(1.2);
		Path file = folder.resolve("mask.png");
		ImageIO.write(blurred.getBufferedImage(), "png", file.toFile());
		assertTrue(refused(file).startsWith("\"mask.png\" does not look like a label image"));
		ImagePlus photograph = Triptych.open(Path.of("test-images/nuclei.tif"));
		assertThrows(TriptychException.class, () -> Triptych.measureObjects(photograph,
			"from=[" + Path.of("test-images/nuclei.tif").toAbsolutePath() + "]"));
	}

	@Test
	void aCleanMaskAndTinyObjectsArePassed() {
		ImagePlus clean = new ImagePlus("clean", mask());
		assertEquals(2, Triptych.labelsToRois(clean, "split=yes").rois().size());
		FloatProcessor tiny = new FloatProcessor(90, 70);
		for (int i = 0; i < 1000; i++)
			tiny.setf(4 * i + 1, i + 1);
		assertEquals(1000, Triptych.labelsToRois(new ImagePlus("tiny", tiny), "").rois().size());
	}

	@Test
	void labelsWithoutBackgroundAreTold() {
		ByteProcessor full = mask();
		for (int i = 0; i < full.getPixelCount(); i++)
			full.set(i, full.get(i) == 0 ? 2 : 1);
		Result result = Triptych.labelsToRois(new ImagePlus("simple", full), "split=yes");
		assertTrue(result.summary().endsWith("No pixel of simple is 0, so its largest object (label 2)"
			+ " may be the background"), result.summary());
	}

	@Test
	void labelsShownInvertedAreTold() {
		ByteProcessor mask = mask();
		mask.invertLut();
		String summary = Triptych.labelsToRois(new ImagePlus("fax", mask), "").summary();
		assertTrue(summary.contains("The image fax has an inverting LUT"), summary);
	}

	@Test
	void aFewObjectsWithLargeIdsNeedLittleMemory() throws IOException {
		FloatProcessor labels = new FloatProcessor(60, 50);
		labels.setValue(7);
		labels.fill(new ij.gui.Roi(2, 3, 10, 10));
		labels.setValue(15_000_000);
		labels.fill(new ij.gui.Roi(20, 3, 10, 20));
		labels.setValue(3_000_000);
		labels.fill(new ij.gui.Roi(40, 3, 5, 5));
		Path file = folder.resolve("sparse.tif");
		new ij.io.FileSaver(new ImagePlus("sparse", labels)).saveAsTiff(file.toString());
		assertTrue(Files.exists(file));
		com.sun.management.ThreadMXBean memory = (com.sun.management.ThreadMXBean)
			java.lang.management.ManagementFactory.getThreadMXBean();
		long before = memory.getCurrentThreadAllocatedBytes();
		Table table = Triptych.measureObjects(canvas(labels), "from=[" + file + "] columns=all").table();
		long used = memory.getCurrentThreadAllocatedBytes() - before;
		int id = table.columns().indexOf("Id"), pixels = table.columns().indexOf("Pixels");
		assertEquals(List.of(List.of(7, 100), List.of(3_000_000, 25), List.of(15_000_000, 200)),
			table.rows().stream().map(row -> List.of(row.get(id), row.get(pixels))).toList());
		assertTrue(used < 50_000_000, used + " bytes");
	}
}
