package triptych.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.TriptychException;
import triptych.workflow.Triptych;

/** What is wrong with a file is told by file and entry, and nothing is written. */
class BadAnnotationsTest {

	private static final String HEAD = "{\"images\": [{\"id\": 7, \"file_name\": \"a.png\","
		+ " \"width\": 40, \"height\": 30}], \"categories\": [{\"id\": 1, \"name\": \"cell\"}],"
		+ " \"annotations\": [{\"id\": 1, \"image_id\": 7, \"category_id\": 1, \"bbox\": [1,2,3,4]},";

	private static final String EMPTY =
		"{\"images\":[],\"annotations\":[],\"categories\":[]}";

	@TempDir
	Path folder;

	/** Images are looked for beside the folder as well, where other programs may leave theirs. */
	@BeforeEach
	void ownFolder() throws IOException {
		folder = Files.createDirectories(folder.resolve("data/set"));
	}

	private void told(String file, String text, String... words) {
		Path in = folder.resolve(file), out = folder.resolve("out.json");
		try {
			Files.createDirectories(in.getParent());
			Files.writeString(in, text);
			// Where one is there, it is to stay as it is.
			Files.writeString(out, EMPTY);
			Path source = file.endsWith(".txt") ? in.getParent() : in;
			String sentence = assertThrows(TriptychException.class, () -> Triptych.convert(
				"path=[" + source + "] to=coco append=yes save=[" + out + "]"), text).getMessage();
			for (String word : words) assertTrue(sentence.contains(word), sentence);
			assertTrue(sentence.contains(in.getFileName().toString()), sentence);
			assertEquals(EMPTY, Files.readString(out), "what was there is as it was");
			try (var files = Files.list(folder)) {
				assertFalse(files.anyMatch(f -> f.toString().endsWith(".triptych-part")));
			}
		}
		catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private void coco(String annotation, String... words) {
		told("in.json", HEAD + annotation + "]}", words);
	}

	@Test
	void aFileThatIsCutOff() {
		told("in.json", HEAD + "{\"id\": 2, \"image_id\": 7, \"categ", "cut off", "entry 2",
			"\"annotations\"");
		told("in.json", "", "is empty");
		told("in.xml", "<annotation><filename>a.png</filename><object><name>cell", "cut off");
	}

	@Test
	void aClassThatIsNotThere() {
		coco("{\"id\": 2, \"image_id\": 7, \"category_id\": 5, \"bbox\": [1,2,3,4]}", "entry 2",
			"category_id 5", "1 cell", "a.png");
	}

	@Test
	void anImageThatIsNotThere() {
		coco("{\"id\": 2, \"image_id\": 8, \"category_id\": 1, \"bbox\": [1,2,3,4]}", "entry 2",
			"image_id 8");
	}

	@Test
	void aPolygonOfTwoPoints() {
		coco("{\"id\": 2, \"image_id\": 7, \"category_id\": 1, \"segmentation\": [[1,2,3,4]]}",
			"entry 2", "polygon of 2 points");
	}

	@Test
	void runLengthsThatDoNotFit() {
		String start = "{\"id\": 2, \"image_id\": 7, \"category_id\": 1, \"segmentation\": ";
		coco(start + "{\"size\": [30, 40], \"counts\": [5, 3]}}", "entry 2", "count 8 pixels",
			"30 x 40 = 1200");
		coco(start + "{\"size\": [10, 10], \"counts\": [50, 50]}}", "entry 2", "10 x 10",
			"40 x 30");
		coco(start + "{\"size\": [30, 40], \"counts\": \"5~\"}}", "entry 2", "\"~\"");
		coco(start + "{\"size\": [30, 40], \"counts\": \"P\"}}", "entry 2", "middle of a run");
	}

	@Test
	void namesThatComeTwice() {
		told("in.json", "{\"images\": [{\"id\": 1, \"file_name\": \"a.png\"}, {\"id\": 2,"
			+ " \"file_name\": \"a.png\"}], \"annotations\": [], \"categories\": []}", "entry 2",
			"a.png");
	}

	@Test
	void anImageOfAnotherSize() throws IOException {
		ImageIO.write(new BufferedImage(30, 30, BufferedImage.TYPE_BYTE_GRAY), "png",
			folder.resolve("a.png").toFile());
		coco("{\"id\": 2, \"image_id\": 7, \"category_id\": 1, \"bbox\": [1,2,3,4]}", "40 x 30",
			"30 x 30");
	}

	@Test
	void wordsInPlaceOfNumbers() {
		coco("{\"id\": 2, \"image_id\": 7, \"category_id\": 1, \"bbox\": [1,2,\"wide\",4]}",
			"entry 2", "wide");
		told("in.xml", "<annotation><filename>a.png</filename><object><name>cell</name><bndbox>"
			+ "<xmin>left</xmin><ymin>1</ymin><xmax>2</xmax><ymax>3</ymax></bndbox></object>"
			+ "</annotation>", "object 1", "\"left\"");
	}

	@Test
	void anXmlFileReadsNoOther() throws IOException {
		Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
		told("in.xml", "<!DOCTYPE annotation [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
			+ "<annotation><object><name>&x;</name></object></annotation>");
	}

	@Test
	void anImageThatTheDataSetHasAlready() throws IOException {
		String whole = HEAD.substring(0, HEAD.length() - 1) + "]}";
		Path in = Files.writeString(folder.resolve("in.json"), whole);
		Path out = Files.writeString(folder.resolve("out.json"), whole);
		String convert = "path=[" + in + "] to=coco save=[" + out + "]";
		assertTrue(assertThrows(TriptychException.class, () -> Triptych.convert(convert))
			.getMessage().contains("is there already"));
		assertTrue(assertThrows(TriptychException.class, () -> Triptych.convert(convert
			+ " append=yes")).getMessage().contains("\"a.png\" already"));
		assertEquals(whole, Files.readString(out));
	}

	@Test
	void annotationsOfAnotherImageThanTheOpenOne() throws IOException {
		Path in = Files.writeString(folder.resolve("in.json"),
			HEAD.substring(0, HEAD.length() - 1) + "]}");
		ImagePlus other = new ImagePlus("a.png", new ByteProcessor(10, 10));
		String sentence = assertThrows(TriptychException.class,
			() -> Triptych.importAnnotations(other, "path=[" + in + "]")).getMessage();
		assertTrue(sentence.contains("40 x 30") && sentence.contains("10 x 10"), sentence);
	}
}
