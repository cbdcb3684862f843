package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.ImageJ;
import org.junit.jupiter.api.Test;
import triptych.options.Key;
import triptych.options.Options;
import triptych.run.Commands;
import triptych.run.ImageCommand;
import triptych.workflow.Triptych;

/** The terminal door, from the jars that plain ImageJ gets. */
class TerminalIT {

	private static final String BOXES = "--model=src/test/resources/models/boxes_v8.onnx";

	@Test
	void twoFilesGiveTwoTablesAndTheirFilesAndExitCodeZero() throws IOException {
		Path folder = ChildJvm.fresh("terminal");
		Path copy = Files.copy(Path.of("test-images/shapes.tif"), folder.resolve("other shapes.tif"));
		Path results = folder.resolve("results");
		ChildJvm.Ended ended = triptych(true, "detect", "test-images/shapes.tif", copy.toString(), BOXES, "--confidence=0.75",
			"--outputs=table,rois,labels", "--save=" + results);
		assertEquals(0, ended.code(), ended.output());
		for (String name : List.of("shapes", "other shapes")) {
			assertTrue(ended.output().contains(name + ".tif: 2 objects found"), ended.output());
			List<String> table = Files.readAllLines(results.resolve(name + "-detections.csv"));
			assertEquals("Label,Id,Class,Score,X,Y,BX,BY,Width,Height,Unit", table.get(0));
			assertEquals(3, table.size());
			assertTrue(table.get(1).startsWith(name + ".tif,1,red,0.9,") && table.get(1).endsWith(",micron"), table.get(1));
			for (String end : List.of("-rois.zip", "-labels.tif", "-run.json"))
				assertTrue(ended.output().contains("wrote " + results.resolve(name + end)), ended.output());
		}
	}

	@Test
	void labelsGoToRoisAndBackAndAreMeasured() throws IOException {
		Path folder = ChildJvm.fresh("terminal-review");
		assertEquals(0, triptych(true, "labels-to-rois", "test-images/nuclei-labels.tif", "--save=" + folder).code());
		Path rois = folder.resolve("nuclei-labels-rois.zip");
		ChildJvm.Ended ended = triptych(true, "rois-to-labels", "test-images/nuclei.tif", "--from=" + rois, "--save=" + folder);
		assertEquals(0, ended.code(), ended.output());
		assertArrayEquals((byte[]) Triptych.open(Path.of("test-images/nuclei-labels.tif")).getProcessor().getPixels(),
			(byte[]) Triptych.open(folder.resolve("nuclei-labels.tif")).getProcessor().getPixels());
		ended = triptych(true, "measure-objects", "test-images/nuclei.tif", "--from=" + folder.resolve("nuclei-labels.tif"),
			"--save=" + folder, "--histogram=Area", "--overwrite=yes");
		assertEquals(0, ended.code(), ended.output());
		assertEquals(ended.output().lines().filter(l -> l.startsWith("nuclei.tif\t")).count() + 1, Files.readAllLines(folder
			.resolve("nuclei-objects.csv")).size());
		assertTrue(Files.exists(folder.resolve("nuclei-histogram.png")), ended.output());
	}

	@Test
	void failureIsOneSentenceOnStderrAndExitCodeOne() {
		assertFails("There is no image file \"nowhere.tif\".", "detect", "nowhere.tif", BOXES);
		assertFails("The key confidence has the value \"2\"; it must be a number from 0 to 1", "detect",
			"test-images/shapes.tif", BOXES, "--confidence=2");
	}

	@Test
	void oneFileThatFailsDoesNotStopTheOthers() {
		ChildJvm.Ended ended = triptych(true, "detect", "nowhere.tif", "test-images/shapes.tif", BOXES);
		assertEquals(1, ended.code(), ended.output());
		assertTrue(ended.output().contains("nowhere.tif: There is no image file") && ended.output().contains(
			"objects found"), ended.output());
	}

	@Test
	void wrongUsageIsExitCodeTwo() {
		assertEquals(2, triptych(true, "detect").code());
		assertEquals(2, triptych(true, "detect", "test-images/shapes.tif", "--confidense=1").code());
		assertEquals(2, triptych(true).code());
	}

	@Test
	void helpListsEveryKeyOfEveryCommand() {
		List<String> missing = new ArrayList<>();
		for (ImageCommand action : Commands.all()) {
			ChildJvm.Ended ended = triptych(true, action.spec().verb(), "--help");
			assertEquals(0, ended.code(), ended.output());
			for (Key key : Options.keys(action.spec().options()))
				if (!ended.output().contains("--" + key.name() + "=")) missing.add(action.spec().verb() + " --" + key.name());
		}
		assertEquals(List.of(), missing);
	}

	private static void assertFails(String sentence, String... arguments) {
		ChildJvm.Ended ended = triptych(false, arguments);
		assertEquals(1, ended.code(), ended.output());
		assertTrue(ended.output().strip().startsWith(sentence), ended.output());
		assertEquals(1, ended.output().strip().lines().count(), ended.output());
		assertFalse(ended.output().contains("\tat "), ended.output());
	}

	static ChildJvm.Ended triptych(boolean together, String... arguments) {
		List<String> jars = new ArrayList<>(ChildJvm.jarsBelow("Triptych-imagej"));
		jars.add(ChildJvm.homeOf(ImageJ.class));
		List<String> command = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-cp", ChildJvm.path(jars),
			"triptych.cli.Main"));
		command.addAll(List.of(arguments));
		return ChildJvm.run(command, together);
	}
}
