package triptych.teach.regions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.TriptychException;
import triptych.result.Result;
import triptych.teach.TeachResult;
import triptych.workflow.Triptych;

class TeachRegionsTest {

	@TempDir
	private Path folder;

	private TeachResult taught(ImagePlus image, String more) {
		return Triptych.teachRegions(image, "name=mine save=[" + folder + "] " + more);
	}

	private static ImageProcessor classes(TeachResult made, ImagePlus image, String more) {
		return found(made, image, "outputs=labels " + more).labels().orElseThrow().getProcessor();
	}

	private static Result found(TeachResult made, ImagePlus image, String keys) {
		return Triptych.segmentRegions(image, "model=[" + made.model() + "] " + keys);
	}

	@Test
	void whatWasScribbledOnOneImageIsFoundOnAnother() {
		TeachResult made = taught(Textures.scribbled(Textures.grey(1)), "");
		assertEquals(List.of("spots", "stripes"), made.classes());
		assertTrue(made.validation().orElseThrow().balanced().value() > 0.97,
			made.lines().toString());
		double right = Textures.right(classes(made, Textures.grey(2), ""));
		assertTrue(right > 0.95, right + " of the pixels");
	}

	@Test
	void coloursAreTaughtToo() {
		TeachResult made = taught(Textures.scribbled(Textures.colour(1)), "network=yes");
		double right = Textures.right(classes(made, Textures.colour(2), ""));
		assertTrue(right > 0.9, right + " of the pixels");
	}

	/** Pixel by pixel, and to the rounding of its scores. */
	private void sameInTiles(String keys, String tile) {
		TeachResult made = taught(Textures.scribbled(Textures.grey(1)), keys);
		ImagePlus image = Textures.grey(2);
		float[][] whole = scores(made, image, "tile=none"), tiled = scores(made, image, tile);
		for (int c = 0; c < 2; c++)
			assertArrayEquals(whole[c], tiled[c], 1e-5f);
	}

	private static float[][] scores(TeachResult made, ImagePlus image, String keys) {
		ImagePlus maps =
			found(made, image, "outputs=probabilities " + keys).probabilities().orElseThrow();
		return new float[][] { (float[]) maps.getStack().getPixels(1),
			(float[]) maps.getStack().getPixels(2) };
	}

	@Test
	void tilesGiveTheScoresOfTheWholeImage() {
		sameInTiles("", "tile=160");
	}

	@Test
	void tilesGiveTheScoresOfTheWholeImageWithTheNetworkToo() {
		sameInTiles("network=yes", "tile=256");
	}

	/** Else the maps of a large image need gigabytes. */
	@Test
	void largeImagesRunInTilesWhereNobodyAsksForOthers() {
		TeachResult made = taught(Textures.scribbled(Textures.grey(1)), "network=no");
		ImagePlus large = new ImagePlus("large", Textures.grey(2).getProcessor().resize(1300, 900));
		Result found = found(made, large, "outputs=labels");
		assertEquals("1024", found.provenance().get("tile"), found.provenance().toString());
		assertArrayEquals((byte[]) classes(made, large, "tile=none").getPixels(),
			(byte[]) found.labels().orElseThrow().getProcessor().getPixels());
	}

	@Test
	void theSameExamplesGiveTheSameFile() throws IOException {
		taught(Textures.scribbled(Textures.grey(1)), "");
		byte[] first = Files.readAllBytes(folder.resolve("mine.onnx"));
		taught(Textures.scribbled(Textures.grey(1)), "overwrite=yes");
		assertTrue(Arrays.equals(first, Files.readAllBytes(folder.resolve("mine.onnx"))));
	}

	/** The pixel value of background is 0, and the overlay leaves it free. */
	@Test
	void theClassBackgroundIsTheBackground() {
		ImagePlus image = Textures.scribbled(Textures.grey(1));
		for (Roi roi : image.getOverlay().toArray())
			if (roi.getName().startsWith("stripes")) roi.setName("Background");
		TeachResult made = taught(image, "");
		assertEquals(List.of("Background", "spots"), made.classes());
		ImageProcessor classes = classes(made, Textures.grey(2), "");
		assertEquals(0, classes.get(30, 100));
		assertEquals(1, classes.get(270, 100));
	}

	@Test
	void aFolderOfRoiFilesBesideImagesTeaches() throws IOException {
		for (int k = 1; k <= 4; k++) {
			ImagePlus image = Textures.scribbled(Textures.grey(k));
			Overlay drawn = image.getOverlay();
			image.setOverlay(null);
			IJ.saveAsTiff(image, folder.resolve("plate-" + k + ".tif").toString());
			try (var zip = new java.util.zip.ZipOutputStream(
				Files.newOutputStream(folder.resolve("plate-" + k + ".zip")))) {
				for (Roi roi : drawn.toArray()) {
					zip.putNextEntry(new java.util.zip.ZipEntry(roi.getName() + ".roi"));
					zip.write(RoiEncoder.saveAsByteArray(roi));
				}
			}
		}
		TeachResult made = taught(null, "examples=[" + folder + "]");
		String told = made.lines().toString();
		assertTrue(told.contains("24 scribbles and areas on 4 images"), told);
		assertTrue(told.contains("no image was on both sides"), told);
		double right = Textures.right(classes(made, Textures.grey(9), ""));
		assertTrue(right > 0.95, right + " of the pixels");
	}

	/** A label image of Triptych tells its classes; what it calls 0 is no example. */
	@Test
	void aLabelImageThatKnowsItsClassesTeaches() {
		TeachResult made = taught(Textures.scribbled(Textures.grey(1)), "");
		ImagePlus labels = found(made, Textures.grey(2), "outputs=labels").labels().orElseThrow();
		Path file = folder.resolve("classes.tif");
		IJ.saveAsTiff(labels, file.toString());
		TeachResult again = Triptych.teachRegions(Textures.grey(2),
			"name=again examples=[" + file + "] save=[" + folder + "]");
		assertEquals(List.of("spots", "stripes"), again.classes());
		double right = Textures.right(classes(again, Textures.grey(3), ""));
		assertTrue(right > 0.95, right + " of the pixels");
	}

	/** A figure that few scribbles give is not called enough. */
	@Test
	void aWideIntervalIsNotCalledEnough() {
		TeachResult made = taught(Textures.scribbled(Textures.grey(1)), "");
		String told = made.lines().toString();
		assertTrue(made.validation().orElseThrow().balanced().low() < 0.95, told);
		assertTrue(told.contains("so few scribbles leave room for"), told);
		assertFalse(told.contains("should be enough"), told);
	}

	@Test
	void areasAndPointsTeachAsLinesDo() {
		ImagePlus image = Textures.grey(1);
		image.setOverlay(new Overlay());
		Roi area = new Roi(10, 10, 60, 60);
		area.setGroup(201);
		image.getOverlay().add(area);
		PointRoi points = new PointRoi();
		for (int i = 0; i < 60; i++)
			points.addPoint(210 + i % 10 * 7, 20 + i / 10 * 30);
		points.setGroup(202);
		image.getOverlay().add(points);
		TeachResult made = taught(image, "");
		assertEquals(List.of("group 201", "group 202"), made.classes());
		String told = made.lines().toString();
		assertTrue(told.contains("3660 pixels"), told);
		assertTrue(told.contains("parts of scribbles were left out"), told);
	}

	@Test
	void whatIsMarkedTwiceOrOutsideIsLeftOutAndTold() {
		ImagePlus image = Textures.scribbled(Textures.grey(1));
		Roi both = new Roi(15, 20, 30, 30), beside = new Roi(900, 900, 5, 5);
		both.setName("spots-7");
		beside.setName("spots-8");
		image.getOverlay().add(both);
		image.getOverlay().add(beside);
		String told = taught(image, "").lines().toString();
		assertTrue(told.contains("marked with several classes and were left out"), told);
		assertTrue(told.contains("1 example lies outside its image"), told);
	}

	private static void refused(String part, Runnable work) {
		String said = assertThrows(TriptychException.class, work::run).getMessage();
		assertTrue(said.contains(part), said);
	}

	@Test
	void whatCannotBeLearntIsToldInASentence() {
		ImagePlus one = Textures.scribbled(Textures.grey(1));
		for (Roi roi : one.getOverlay().toArray())
			roi.setName("stripes-1");
		refused("all 6 examples here are of the class stripes", () -> taught(one, ""));
		refused("There is no ROI in the overlay", () -> taught(Textures.grey(1), ""));
		refused("needs an image with ROIs", () -> taught(null, ""));
		ImagePlus beside = Textures.scribbled(Textures.grey(1));
		for (Roi roi : beside.getOverlay().toArray())
			if (roi.getName().startsWith("spots")) roi.setLocation(5000, 5000);
		refused("The class spots has no pixel of its own", () -> taught(beside, ""));
		refused("key network", () -> taught(Textures.scribbled(Textures.grey(1)), "network=often"));
		FloatProcessor pixels = Textures.grey(1).getProcessor().convertToFloatProcessor();
		pixels.setf(20, 20, Float.NaN);
		ImagePlus nan = Textures.scribbled(new ImagePlus("nan", pixels));
		refused("NaN", () -> taught(nan, ""));
		assertFalse(Files.exists(folder.resolve("mine.onnx")));
	}

	@Test
	void aClassMayHaveACommaAndQuotes() {
		ImagePlus image = Textures.scribbled(Textures.grey(1));
		for (Roi roi : image.getOverlay().toArray())
			roi.setProperty("class",
				roi.getName().startsWith("spots") ? "red, \"old\"" : "it's: new");
		TeachResult made = taught(image, "");
		String table = found(made, Textures.grey(2), "outputs=table").table().rows().toString();
		assertTrue(table.contains("red, \"old\"") && table.contains("it's: new"), table);
	}

	@Test
	void aDamagedModelIsRefused() throws IOException {
		TeachResult made = taught(Textures.scribbled(Textures.grey(1)), "");
		Path graph = folder.resolve("mine.onnx");
		byte[] bytes = Files.readAllBytes(graph);
		Files.write(graph, Arrays.copyOf(bytes, bytes.length / 2));
		refused("mine", () -> found(made, Textures.grey(2), ""));
	}

	@Test
	void imagesWithOtherChannelsAreTold() {
		TeachResult made = taught(Textures.scribbled(Textures.grey(1)), "");
		String note = found(made, Textures.colour(2), "").provenance().getOrDefault("note", "");
		assertTrue(note.contains("taught on images of 1 channel, this one has 3"), note);
		String same = found(made, Textures.grey(2), "").provenance().getOrDefault("note", "");
		assertEquals("", same);
	}

	@Test
	void everySmallImageCanBeRun() {
		TeachResult made = taught(Textures.scribbled(Textures.grey(1)), "network=yes");
		ImagePlus tiny = new ImagePlus("tiny", new ByteProcessor(3, 1));
		assertEquals(3, classes(made, tiny, "").getPixelCount());
	}
}
