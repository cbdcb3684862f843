package triptych.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.TriptychException;
import triptych.result.Result;
import triptych.session.Provenance;
import triptych.workflow.Triptych;

class TeachTest {

	@TempDir
	private Path folder;

	/** Bright discs are called cell, dark ones debris; every place has a ROI. */
	private static ImagePlus image(long seed, boolean named) {
		Random random = new Random(seed);
		ByteProcessor pixels = new ByteProcessor(240, 240);
		for (int i = 0; i < 240 * 240; i++)
			pixels.set(i, 100 + random.nextInt(20));
		Overlay overlay = new Overlay();
		for (int k = 0; k < 36; k++) {
			boolean cell = k % 2 == 0;
			OvalRoi roi = new OvalRoi(k % 6 * 40 + 10, k / 6 * 40 + 10, 18, 16);
			pixels.setValue(cell ? 190 + random.nextInt(20) : 40 + random.nextInt(20));
			pixels.fill(roi);
			if (named) roi.setName((cell ? "cell-" : "debris-") + (k + 1));
			overlay.add(roi);
		}
		ImagePlus image = new ImagePlus("smear " + seed, pixels);
		image.setOverlay(overlay);
		return image;
	}

	private TeachResult taught(ImagePlus image, String more) {
		return Triptych.teachClasses(image, "name=mine save=[" + folder + "] " + more);
	}

	private static List<String> column(Result result, String name) {
		List<String> cells = new ArrayList<>();
		int at = result.table().columns().indexOf(name);
		result.table().rows().forEach(row -> cells.add(String.valueOf(row.get(at))));
		return cells;
	}

	/** There halo: 8 would be halo: \u0668, which no description can have. */
	@Test
	void aModelThatWasTaughtInCairoRuns() {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
		try {
			TeachResult made = taught(image(1, true), "");
			Result found = Triptych.classify(image(2, false), "model=[" + made.model() + "]");
			assertEquals(2, found.table().rows().size());
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void whatWasTaughtOnOneImageIsToldOnAnother() {
		TeachResult made = taught(image(1, true), "");
		assertEquals(List.of("cell", "debris"), made.classes());
		assertTrue(made.validation().orElseThrow().balanced().value() > 0.95);
		assertTrue(made.lines().get(0).startsWith("36 examples on 1 image: 18 cell, 18 debris"),
			made.lines().toString());
		Result found = Triptych.classify(image(2, false),
			"model=[" + made.model() + "] within=rois top=1");
		List<String> classes = column(found, "Class");
		assertEquals(36, classes.size());
		for (int k = 0; k < 36; k++)
			assertEquals(k % 2 == 0 ? "cell" : "debris", classes.get(k), "ROI " + (k + 1));
	}

	private static ImagePlus calibrated(ImagePlus image, double pixel) {
		image.getCalibration().pixelWidth = pixel;
		image.getCalibration().pixelHeight = pixel;
		image.getCalibration().setUnit("micron");
		return image;
	}

	@Test
	void imagesUnlikeThoseOfTheExamplesAreTold() {
		TeachResult made = taught(calibrated(image(1, true), 0.5), "");
		String keys = "model=[" + made.model() + "] within=rois top=1";
		assertEquals("", noteOf(Triptych.classify(calibrated(image(2, false), 0.5), keys)));
		String size = noteOf(Triptych.classify(calibrated(image(2, false), 1), keys));
		assertTrue(size.contains("taught on images of 0.500 µm a pixel, this one has 1.00"), size);
		ImagePlus colour = calibrated(image(2, false), 0.5);
		colour.setProcessor(colour.getProcessor().convertToRGB());
		String channels = noteOf(Triptych.classify(colour, keys));
		assertTrue(channels.contains("taught on images of 1 channel, this one has 3"), channels);
		ImagePlus two = image(2, false);
		ImageStack planes = new ImageStack(240, 240);
		planes.addSlice(two.getProcessor());
		planes.addSlice(two.getProcessor());
		two.setStack(planes, 2, 1, 1);
		assertEquals("", noteOf(Triptych.classify(two, keys + " channels=2")));
	}

	@Test
	void aModelTaughtWithAnotherVersionIsTold() throws IOException {
		TeachResult made = taught(image(1, true), "");
		Path graph = folder.resolve("mine.onnx");
		String version = Provenance.version(), other = "x" + version.substring(1);
		String bytes = Files.readString(graph, StandardCharsets.ISO_8859_1);
		int at = bytes.lastIndexOf(version);
		Files.writeString(graph, bytes.substring(0, at) + other
			+ bytes.substring(at + version.length()), StandardCharsets.ISO_8859_1);
		String note = noteOf(Triptych.classify(image(2, false), "model=[" + made.model()
			+ "] within=rois top=1"));
		assertTrue(note.contains("was taught with Triptych " + other + ", this is " + version), note);
	}

	private static String noteOf(Result result) {
		return result.provenance().getOrDefault("note", "");
	}

	@Test
	void theInstalledModelIsFoundByItsName() {
		System.setProperty("triptych.models", folder.toString());
		try {
			Triptych.teachClasses(image(1, true), "name=mine");
			assertTrue(Triptych.models().contains("mine"));
			Result found = Triptych.classify(image(3, false), "model=mine within=rois top=1");
			assertEquals("cell", column(found, "Class").get(0));
		}
		finally {
			System.clearProperty("triptych.models");
		}
	}

	/** One class is large and bright or small and dark, the other the other way round. */
	private static ImagePlus crossed(long seed) {
		Random random = new Random(seed);
		ByteProcessor pixels = new ByteProcessor(480, 480);
		Overlay overlay = new Overlay();
		for (int k = 0; k < 144; k++) {
			int edge = 8 + random.nextInt(20), value = 60 + random.nextInt(180);
			OvalRoi roi = new OvalRoi(k % 12 * 40 + 6, k / 12 * 40 + 6, edge, edge);
			pixels.setValue(value);
			pixels.fill(roi);
			roi.setName((edge < 18 == value < 150 ? "like-" : "unlike-") + (k + 1));
			overlay.add(roi);
		}
		ImagePlus image = new ImagePlus("crossed " + seed, pixels);
		image.setOverlay(overlay);
		return image;
	}

	@Test
	void treesAreTakenWhereNoLineParts() throws IOException {
		TeachResult made = taught(crossed(1), "");
		String told = String.join("\n", made.lines());
		assertTrue(told.contains("\nTrees, because 0."), told);
		double known = made.validation().orElseThrow().balanced().value();
		assertTrue(told.contains(String.format(Locale.ROOT, "because %.3f against", known)), told);
		assertTrue(Files.readString(folder.resolve("mine.md")).contains("Trees, because"));
		ImagePlus other = crossed(2);
		Result found = Triptych.classify(other, "model=[" + made.model() + "] within=rois top=1");
		List<String> classes = column(found, "Class");
		int right = 0;
		for (int k = 0; k < 144; k++)
			if (other.getOverlay().get(k).getName().startsWith(classes.get(k) + "-")) right++;
		assertTrue(right > 144 * 0.85, right + " of 144");
		byte[] first = Files.readAllBytes(folder.resolve("mine.onnx"));
		taught(crossed(1), "overwrite=yes");
		assertTrue(Arrays.equals(first, Files.readAllBytes(folder.resolve("mine.onnx"))));
		Files.write(folder.resolve("mine.onnx"), Arrays.copyOf(first, first.length - 5000));
		refused("mine", () -> Triptych.classify(other, "model=[" + made.model() + "] within=rois"));
	}

	@Test
	void theSameExamplesGiveTheSameFile() throws IOException {
		taught(image(1, true), "");
		byte[] first = Files.readAllBytes(folder.resolve("mine.onnx"));
		taught(image(1, true), "overwrite=yes");
		assertTrue(Arrays.equals(first, Files.readAllBytes(folder.resolve("mine.onnx"))));
	}

	@Test
	void groupsAreClassesWhereRoisHaveNoName() {
		ImagePlus image = image(1, false);
		for (int k = 0; k < 36; k++)
			image.getOverlay().get(k).setGroup(201 + k % 2);
		assertEquals(List.of("group 201", "group 202"), taught(image, "").classes());
	}

	/** What a model found counts only once somebody has given it another class. */
	@Test
	void predictionsThatNobodyChangedAreNoExamples() {
		ImagePlus image = image(1, false);
		for (int k = 0; k < 36; k++) {
			Roi roi = image.getOverlay().get(k);
			roi.setProperty("class", "nucleus");
			roi.setProperty("classId", "0");
			roi.setProperty("score", "0.9");
			roi.setName("nucleus-%04d 0.90".formatted(k + 1));
			roi.setGroup(1);
			if (k < 10) roi.setGroup(201 + k % 2);
		}
		TeachResult made = taught(image, "");
		assertEquals(List.of("group 201", "group 202"), made.classes());
		assertTrue(made.lines().get(0).startsWith("10 examples"), made.lines().toString());
		assertTrue(String.join(" ", made.lines()).contains("26 objects that a model found"),
			made.lines().toString());
	}

	@Test
	void aClassMayHaveACommaAndQuotes() {
		ImagePlus image = image(1, false);
		for (int k = 0; k < 36; k++)
			image.getOverlay().get(k).setProperty("class", k % 2 == 0 ? "red, \"old\"" : "it's: new");
		TeachResult made = taught(image, "");
		Result found = Triptych.classify(image, "model=[" + made.model() + "] within=rois top=1");
		assertEquals("red, \"old\"", column(found, "Class").get(0));
		assertEquals("it's: new", column(found, "Class").get(1));
	}

	@Test
	void foldersOfCropsAreClasses() throws IOException {
		ImagePlus image = image(1, true);
		Path crops = folder.resolve("crops");
		for (int k = 0; k < 36; k++) {
			Roi roi = image.getOverlay().get(k);
			String name = k % 2 == 0 ? "cell" : "debris";
			Files.createDirectories(crops.resolve(name));
			image.setRoi(roi.getBounds());
			ImagePlus crop = image.crop();
			crop.setOverlay(null);
			IJ.saveAsTiff(crop, crops.resolve(name).resolve(k + ".tif").toString());
		}
		TeachResult made = Triptych.teachClasses(null,
			"name=crops examples=[" + crops + "] save=[" + folder + "]");
		assertEquals(List.of("cell", "debris"), made.classes());
		assertTrue(made.validation().orElseThrow().byImage());
		ImagePlus one = IJ.openImage(crops.resolve("debris").resolve("1.tif").toString());
		Result found = Triptych.classify(one, "model=[" + made.model() + "]");
		assertEquals("debris", column(found, "Class").get(0));
	}

	private static void refused(String part, Runnable work) {
		String said = assertThrows(TriptychException.class, work::run).getMessage();
		assertTrue(said.contains(part), said);
	}

	@Test
	void whatCannotBeLearntIsToldInASentence() {
		ImagePlus one = image(1, false);
		for (Roi roi : one.getOverlay().toArray())
			roi.setName("cell-1");
		refused("all 36 examples here are of the class cell", () -> taught(one, ""));
		refused("no object here has one", () -> taught(image(1, false), ""));
		refused("There is no area ROI", () -> taught(new ImagePlus("x", new ByteProcessor(9, 9)), ""));
		refused("needs an image with ROIs", () -> Triptych.teachClasses(null, "name=mine"));
		refused("neither an open image nor a file",
			() -> taught(image(1, true), "examples=[/no such place]"));
		assertFalse(Files.exists(folder.resolve("mine.onnx")));
	}

	@Test
	void theNameMustBeOneAndFree() {
		refused("key name is missing", () -> Triptych.teachClasses(image(1, true), ""));
		refused("without blanks", () -> Triptych.teachClasses(image(1, true), "name=[my cells]"));
		refused("comes with Triptych", () -> Triptych.teachClasses(image(1, true), "name=nuclei"));
		taught(image(1, true), "");
		refused("overwrite=yes", () -> taught(image(1, true), ""));
	}

	@Test
	void twoExamplesTeachButNothingIsKnownOfThem() {
		ImagePlus image = image(1, true);
		while (image.getOverlay().size() > 2)
			image.getOverlay().remove(2);
		TeachResult made = taught(image, "");
		assertTrue(made.validation().isEmpty());
		assertTrue(String.join(" ", made.lines()).contains("nothing is known"),
			made.lines().toString());
	}

	@Test
	void whatLiesOutsideTheImageIsLeftOutAndTold() {
		ImagePlus image = image(1, true);
		OvalRoi beside = new OvalRoi(500, 500, 20, 20);
		beside.setName("cell-99");
		image.getOverlay().add(beside);
		TeachResult made = taught(image, "");
		assertTrue(made.lines().contains("1 example lies outside its image and was left out."),
			made.lines().toString());
	}

	@Test
	void pixelsThatAreNoNumbersAreTold() {
		ImagePlus image = image(1, true);
		FloatProcessor pixels = image.getProcessor().convertToFloatProcessor();
		pixels.setf(20, 20, Float.NaN);
		ImagePlus other = new ImagePlus("nan", pixels);
		other.setOverlay(image.getOverlay());
		refused("NaN", () -> taught(other, ""));
	}

	@Test
	void aDamagedModelIsRefused() throws IOException {
		TeachResult made = taught(image(1, true), "");
		Path graph = folder.resolve("mine.onnx");
		byte[] bytes = Files.readAllBytes(graph);
		Files.write(graph, Arrays.copyOf(bytes, bytes.length / 2));
		refused("mine", () -> Triptych.classify(image(2, false),
			"model=[" + made.model() + "] within=rois"));
	}

	@Test
	void objectsFoundGetTheirClassInTheSameRun() {
		TeachResult made = taught(image(1, true), "");
		ImagePlus image = image(5, false);
		image.setOverlay(null);
		Result found = Triptych.detect(image,
			"model=blood-cells channels=1,1,1 confidence=0.01 outputs=table,rois,summary classify=["
				+ made.model() + "]");
		assertFalse(found.table().rows().isEmpty());
		for (String name : column(found, "Class"))
			assertTrue(List.of("cell", "debris").contains(name), name);
		for (Roi roi : found.rois()) {
			assertTrue(List.of("cell", "debris").contains(roi.getProperty("class")));
			assertEquals("cell".equals(roi.getProperty("class")) ? 1 : 2, roi.getGroup());
		}
		assertEquals(made.model().toString(), found.keys().get("classify"));
	}

	@Test
	void onlyAModelThatClassifiesCanBeNamed() {
		refused("must be one that classifies", () -> Triptych.detect(image(1, false),
			"channels=1,1,1 classify=nuclei"));
	}
}
