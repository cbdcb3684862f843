package triptych.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.workflow.Triptych;

/** What is added to a data set leaves everything in it as it was. */
class AppendTest {

	private static final String COCO = """
		{
		  "licenses": [ { "id": 3, "name": "free" } ],
		  "categories": [ { "id": 17, "name": "cell", "supercategory": "x" } ],
		  "annotations": [
		    { "image_id": 5, "id": 900, "category_id": 17, "bbox": [ 1.50, 2, 3, 4.10 ],
		      "keypoints": [1, 2, 3] }
		  ],
		  "images": [ { "file_name": "old.png", "id": 5, "license": 3 } ],
		  "mine": { "note": "keep ] } this" }
		}
		""";

	@TempDir
	Path folder;

	/** Images are looked for beside the folder as well, where other programs may leave theirs. */
	@BeforeEach
	void ownFolder() throws IOException {
		folder = Files.createDirectories(folder.resolve("data/set"));
	}

	private ImagePlus image(String name, String className) throws IOException {
		Path file = folder.resolve(name);
		BufferedImage pixels = new BufferedImage(60, 50, BufferedImage.TYPE_BYTE_GRAY);
		ImageIO.write(pixels, "png", file.toFile());
		ImagePlus image = Triptych.open(file);
		Roi roi = new Roi(10, 12, 20.5, 8);
		roi.setProperty("class", className);
		image.setOverlay(new Overlay(roi));
		return image;
	}

	@Test
	void everyByteOfACocoFileStaysAndNewEntriesHaveNewNumbers() throws IOException {
		Path file = Files.writeString(folder.resolve("all.json"), COCO);
		String export = "append=yes path=[" + file + "]";
		Triptych.exportAnnotations(image("a.png", "cell"), export);
		Triptych.exportAnnotations(image("b.png", "debris"), export);
		String text = Files.readString(file);
		assertTrue(isInOrder(COCO, text), "no byte of it is gone");
		JsonObject json = JsonParser.parseString(text).getAsJsonObject();
		assertEquals("[5, 6, 7]", numbers(json, "images", "id"));
		assertEquals("[17, 18]", numbers(json, "categories", "id"));
		assertEquals("[900, 901, 902]", numbers(json, "annotations", "id"));
		assertEquals("[5, 6, 7]", numbers(json, "annotations", "image_id"));
		assertEquals("[17, 17, 18]", numbers(json, "annotations", "category_id"));
	}

	private static String numbers(JsonObject json, String list, String key) {
		List<Integer> numbers = json.getAsJsonArray(list)
				.asList()
				.stream()
				.map(e -> e.getAsJsonObject().get(key).getAsInt())
				.toList();
		return numbers.toString();
	}

	/** True where all letters of a text are in the other, in their order. */
	private static boolean isInOrder(String text, String longer) {
		int at = 0;
		for (char c : longer.toCharArray()) if (at < text.length() && text.charAt(at) == c) at++;
		return at == text.length();
	}

	@Test
	void aYoloDataSetKeepsItsNumbersAndSettings() throws IOException {
		Path data = Files.createDirectories(folder.resolve("yolo/labels")).getParent();
		Files.writeString(data.resolve("labels/old.txt"), "1 0.5 0.5 0.25 0.25\n");
		String yaml = "# mine\npath: ../somewhere\nnc: 2\nnames: ['debris',\n  'cell']\nval: images\n";
		Files.writeString(data.resolve("data.yaml"), yaml);
		String export = "append=yes format=yolo path=[" + data + "]";
		Triptych.exportAnnotations(image("a.png", "cell"), export);
		assertEquals(yaml, Files.readString(data.resolve("data.yaml")), "no new class, no change");
		Triptych.exportAnnotations(image("b.png", "mitosis"), export);
		assertEquals("1 0.5 0.5 0.25 0.25\n", Files.readString(data.resolve("labels/old.txt")));
		assertTrue(Files.readString(data.resolve("labels/a.txt")).startsWith("1 "));
		assertTrue(Files.readString(data.resolve("labels/b.txt")).startsWith("2 "));
		assertEquals("# mine\npath: ../somewhere\nnc: 3\nval: images\nnames:\n  0: 'debris'\n"
			+ "  1: 'cell'\n  2: 'mitosis'\n", Files.readString(data.resolve("data.yaml")));
		assertTrue(Files.isRegularFile(data.resolve("images/b.png")));
	}

	@Test
	void aVocDataSetGetsFilesBesideThoseThatAreThere() throws IOException {
		Path data = Files.createDirectories(folder.resolve("voc"));
		Path old = Files.writeString(data.resolve("old.xml"), "<annotation><filename>old.png"
			+ "</filename></annotation>");
		Triptych.exportAnnotations(image("a.png", "a & <b>"), "append=yes format=voc path=[" + data
			+ "]");
		assertTrue(Files.readString(old).endsWith("</annotation>"));
		assertTrue(Files.readString(data.resolve("a.xml")).contains("<name>a &amp; &lt;b&gt;</name>"));
		assertEquals("1 object of 1 class in 2 images written",
			Triptych.convert("to=coco path=[" + data + "] save=[" + folder.resolve("out.json") + "]")
				.summary().replaceFirst(" to .*", ""));
	}
}
