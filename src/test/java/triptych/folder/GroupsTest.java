package triptych.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import java.awt.Color;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** The table and plots of groups for each task: an image without a class counts as one with nothing of it. */
class GroupsTest {

	@TempDir
	Path folder;

	private Path in, out;

	@BeforeEach
	void folders() throws IOException {
		in = Files.createDirectories(folder.resolve("in"));
		out = folder.resolve("out");
	}

	private void save(String name, int red, int green) {
		ImagePlus image = Planted.black(100, 100);
		if (red > 0) Planted.fill(image, Color.RED, 0, 0, red, 100);
		if (green > 0) Planted.fill(image, Color.GREEN, 100 - green, 0, 100, 100);
		new FileSaver(image).saveAsTiff(in + "/" + name + ".tif");
	}

	private FolderResult run(String task, String model, String... more) {
		Map<String, String> keys = new LinkedHashMap<>(Map.of("task", task, "input", in.toString(),
			"save", out.toString(), "model", Planted.MODELS.resolve(model + ".onnx").toString(), "group",
			"{group}_*.tif"));
		for (int i = 0; i < more.length; i += 2)
			keys.put(more[i], more[i + 1]);
		return Triptych.processFolder(keys, FolderProgress.SILENT);
	}

	private List<String> column(String name) throws IOException {
		List<String> lines = Files.readAllLines(out.resolve("all-groups.csv"));
		int at = List.of(lines.get(0).split(",")).indexOf(name);
		assertTrue(at >= 0, lines.get(0));
		return lines.stream().skip(1).map(l -> l.split(",", -1)[at]).toList();
	}

	private void assertPlot(FolderResult result, String name) {
		assertTrue(result.files().contains(out.resolve(name)), result.files().toString());
		assertTrue(IJ.openImage(out.resolve(name).toString()).getWidth() > 300, name);
	}

	@Test
	void aClassThatAnImageLacksCountsAsNothingOfIt() throws IOException {
		save("control_1", 40, 0);
		save("control_2", 0, 20);
		save("drug_1", 10, 10);
		FolderResult result = run("semantic", "regions");
		assertEquals(List.of("control", "drug"), column("Group"));
		assertEquals(List.of("20.0", "10.0"), column("red mean"));
		assertEquals(20 * Math.sqrt(2), Double.parseDouble(column("red sd").get(0)), 1e-9, "n - 1");
		assertEquals("", column("red sd").get(1), "one image has no deviation");
		assertEquals(List.of("10.0", "10.0"), column("green mean"));
		assertPlot(result, "all-groups-share.png");
	}

	@Test
	void sharesOfImagesOfEachClass() throws IOException {
		save("control_1", 100, 0);
		save("control_2", 0, 100);
		save("control_3", 100, 0);
		save("control_4", 100, 0);
		save("drug_1", 0, 100);
		FolderResult result = run("classification", "classes");
		assertEquals(List.of("4", "1"), column("Images"));
		assertEquals(List.of("75.0", "0.0"), column("red mean"));
		assertEquals(List.of("25.0", "100.0"), column("green mean"));
		assertPlot(result, "all-groups-share.png");
	}

	@Test
	void thingsAndAreasOfScenes() throws IOException {
		Files.createDirectories(out);
		Path a = Files.writeString(folder.resolve("a.csv"), """
			Label,Id,Class,Kind,Score,Pixels,Area,Unit
			a,1,axon,thing,0.9,10,2.5,um
			a,2,axon,thing,0.9,30,7.5,um
			a,3,myelin,stuff,,100,25,um
			""");
		Map<String, Double> values = ImageValues.ofScene(a, 1);
		assertEquals(Map.of("axon count", 2.0, "axon area", 10.0, "myelin area", 25.0), values);
		assertEquals(1.0, ImageValues.ofScene(a, 2).get("axon count"), "the mean of two planes");
	}

	@Test
	void whereNotAllObjectsAreCountedByTheirClassNobodyKnows() {
		assertEquals(0, ImageValues.lacking(Map.of("Count", 3.0, "Count dog", 3.0), "Count cat"));
		assertTrue(Double.isNaN(ImageValues.lacking(Map.of("Count", 30.0), "Count cat")));
		assertTrue(Double.isNaN(ImageValues.lacking(Map.of("Count", 0.0), "Area")));
	}
}
