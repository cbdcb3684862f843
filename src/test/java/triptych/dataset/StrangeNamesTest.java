package triptych.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.TriptychException;
import triptych.ij.files.RoiFile;
import triptych.workflow.Triptych;

/** Names, planes and pixels that are not what they seem: nothing is mixed up, nothing leaves its folder. */
class StrangeNamesTest {

	@TempDir
	Path folder;

	/** Images are looked for in the folders above as well. */
	@BeforeEach
	void ownFolder() throws IOException {
		folder = Files.createDirectories(folder.resolve("deep/data/set"));
	}

	private static Path picture(Path file, int grey) throws IOException {
		Files.createDirectories(file.getParent());
		ImagePlus image = IJ.createImage(file.getFileName().toString(), "8-bit black", 60, 50, 1);
		image.getProcessor().set(grey);
		new FileSaver(image).saveAsPng(file.toString());
		return file;
	}

	private List<String> inside(Path where) throws IOException {
		try (Stream<Path> all = Files.walk(where)) {
			return all.filter(Files::isRegularFile)
				.map(f -> where.relativize(f).toString().replace('\\', '/'))
				.sorted()
				.toList();
		}
	}

	/** As COCO files name images that lie beside them, or where they lay on another computer. */
	@ParameterizedTest
	@ValueSource(strings = { "../../pictures/a.png", "/home/somebody/a.png", "C:\\\\data\\\\a.png" })
	void aDataSetStaysInItsFolderWhateverItsImagesAreCalled(String name) throws IOException {
		picture(folder.resolve("a.png"), 7);
		Path json = Files.writeString(folder.resolve("all.json"), """
			{"images":[{"id":1,"file_name":"NAME","width":60,"height":50}],
			"annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,2,20,10]}],
			"categories":[{"id":1,"name":"cell"}]}
			""".replace("NAME", name));
		List<String> before = inside(folder.getParent().getParent());
		Path out = folder.resolve("out");
		Triptych.convert("path=[" + json + "] to=yolo save=[" + out + "]");
		List<String> after = new ArrayList<>(inside(folder.getParent().getParent()));
		after.removeIf(f -> f.startsWith("data/set/out/"));
		assertEquals(before, after, "nothing lies beside the data set");
		assertTrue(inside(out).stream().anyMatch(f -> f.matches("labels/(.*/)?a.txt")), inside(out)
			.toString());
		assertEquals(1, Triptych.convert("path=[" + out + "] to=voc save=[" + folder + "/back]")
			.report().stream().filter(l -> l.equals("cell: 1 object in 1 image")).count());
	}

	/** Else the objects of all planes would lie on one. */
	@Test
	void roisOfSeveralPlanesAreNotThoseOfOneImage() throws IOException {
		List<Roi> rois = new ArrayList<>();
		for (int slice : new int[] { 1, 3 }) {
			Roi roi = new Roi(5 * slice, 5, 10, 10);
			roi.setName("cell-000" + slice);
			roi.setPosition(slice);
			rois.add(roi);
		}
		Path zip = folder.resolve("a-rois.zip");
		try (OutputStream out = Files.newOutputStream(zip)) {
			RoiFile.write(rois, out);
		}
		picture(folder.resolve("a.png"), 7);
		String told = assertThrows(TriptychException.class, () -> Triptych.convert("path=[" + zip
			+ "] to=coco save=[" + folder + "/a.json]")).getMessage();
		assertTrue(told.contains("2 planes"), told);
		assertFalse(Files.exists(folder.resolve("a.json")));
	}

	/** The file still shows what the image was before. */
	@Test
	void anImageThatWasChangedSinceIsExportedAsItIsNow() throws IOException {
		ImagePlus image = Triptych.open(picture(folder.resolve("a.png"), 7));
		image.setRoi(10, 10, 30, 20);
		ImagePlus crop = image.crop();
		image.setProcessor(crop.getProcessor());
		Roi roi = new Roi(1, 2, 5, 6);
		roi.setProperty("class", "cell");
		image.setOverlay(new Overlay(roi));
		Path out = folder.resolve("out");
		Triptych.exportAnnotations(image, "format=yolo path=[" + out + "]");
		List<String> images = inside(out.resolve("images"));
		assertEquals(1, images.size());
		assertEquals(30, IJ.openImage(out.resolve("images").resolve(images.get(0)).toString())
			.getWidth());
	}

	/** A mask has the image's name and another folder. */
	@Test
	void theImageOfANameIsThatInTheFolderOfImages() throws IOException {
		picture(folder.resolve("gt/a.png"), 1);
		picture(folder.resolve("images/a.png"), 7);
		Files.createDirectories(folder.resolve("labels"));
		Files.writeString(folder.resolve("labels/a.txt"), "0 0.5 0.5 0.2 0.2\n");
		Triptych.convert("path=[" + folder + "] format=yolo to=yolo save=[" + folder
			+ "/../../out]");
		assertEquals(7, IJ.openImage(folder + "/../../out/images/a.png").getProcessor().get(0, 0));
	}

	@Test
	void aNegativeClassIsTold() throws IOException {
		picture(folder.resolve("images/a.png"), 7);
		Files.createDirectories(folder.resolve("labels"));
		Files.writeString(folder.resolve("labels/a.txt"), "0 0.5 0.5 0.2 0.2\n-1 0.5 0.5 0.2 0.2\n");
		Files.writeString(folder.resolve("data.yaml"), "names: [cell]\n");
		String told = assertThrows(TriptychException.class, () -> Triptych.convert("path=[" + folder
			+ "] to=coco save=[" + folder + "/a.json]")).getMessage();
		assertTrue(told.contains("line 2 names the class -1"), told);
	}

	/** They would count as certain otherwise. */
	@Test
	void scoresAndCrowdsComeBackFromGeoJson() throws IOException {
		picture(folder.resolve("a.png"), 7);
		Path json = Files.writeString(folder.resolve("all.json"), """
			{"images":[{"id":1,"file_name":"a.png","width":60,"height":50}],
			"annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,2,20,10],"score":0.25},
			{"id":2,"image_id":1,"category_id":1,"bbox":[30,2,20,10],"iscrowd":1}],
			"categories":[{"id":1,"name":"cell"}]}
			""");
		Triptych.convert("path=[" + json + "] to=geojson save=[" + folder + "/qupath]");
		Triptych.convert("path=[" + folder + "/qupath] to=coco save=[" + folder + "/again.json]");
		String again = Files.readString(folder.resolve("again.json"));
		assertTrue(again.contains("\"iscrowd\":0,\"score\":0.25"), again);
		assertTrue(again.contains("\"iscrowd\":1"), again);
		assertEquals(again.indexOf("score"), again.lastIndexOf("score"));
	}

	@Test
	void aCocoFileWithClassNumbersThatAreWordsCannotBeAddedTo() throws IOException {
		Path json = Files.writeString(folder.resolve("all.json"),
			"{\"images\":[],\"annotations\":[],\"categories\":[{\"id\":\"c1\",\"name\":\"cell\"}]}");
		ImagePlus image = Triptych.open(picture(folder.resolve("a.png"), 7));
		image.setOverlay(new Overlay(new Roi(1, 2, 5, 6)));
		String told = assertThrows(TriptychException.class, () -> Triptych.exportAnnotations(image,
			"append=yes path=[" + json + "]")).getMessage();
		assertTrue(told.contains("\"c1\""), told);
		assertEquals(List.of("a.png", "all.json"), inside(folder));
	}
}
