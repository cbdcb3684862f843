package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The review as a user does it: segment, remove a wrong object, add a missed one, measure again, make labels of it. */
class ReviewIT {

	private static final String MACRO = """
		open('%s/nuclei.tif');
		run('Segment Objects...', 'outputs=overlay,table');
		n = nResults; text = '';
		Overlay.removeSelection(0);
		makeOval(3, 3, 12, 12); Overlay.addSelection;
		run('Clear Results');
		run('Measure Objects...', 'outputs=table,summary histogram=Area scatter=Area,Circ.');
		text += '' + (nResults - n) + ' ' + getResult('Id', 0) + ' ' + (getResult('Id', nResults - 1) - n) + ' '
			+ getResultString('Score', nResults - 1) + '\\n';
		text += '' + isOpen('nuclei-histogram') + ' ' + isOpen('nuclei-scatter') + '\\n';
		selectImage('nuclei.tif');
		run('ROIs to Labels...', 'from=overlay');
		getStatistics(area, mean, min, max);
		text += getTitle() + ' ' + (max - n) + '\\n';
		run('Labels to ROIs...', 'outputs=overlay');
		text += '' + (Overlay.size - n) + '\\n';
		File.saveString(text, getArgument());
		""";

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whatWasReviewedIsMeasured(boolean fiji) throws IOException {
		if (!fiji) PlainImageJ.needsDisplay();
		Path folder = ChildJvm.fresh("review" + fiji), seen = folder.resolve("seen.txt");
		Path macro = Files.writeString(folder.resolve("review.ijm"), MACRO.formatted(Path.of("test-images").toAbsolutePath())
			.replace('\'', '"'));
		ChildJvm.Ended ended = fiji ? HeadlessFiji.macro(macro, seen.toString()) : PlainImageJ.batch(macro, seen.toString());
		assertTrue(Files.exists(seen), ended.output());
		assertEquals(List.of("0 2 1 ", "1 1", "nuclei-labels 1", "0"), Files.readAllLines(seen), ended.output());
	}

	private static final String EDITED_MANAGER = """
		open('%s/nuclei.tif');
		run('Segment Objects...', 'outputs=overlay,rois');
		text = '';
		n = roiManager('count');
		roiManager('select', 0); roiManager('delete');
		run('Measure Objects...', 'from=auto');
		text += '' + (nResults - n) + '\\n';
		run('Clear Results');
		run('Measure Objects...', 'from=manager');
		text += '' + (nResults - n) + '\\n';
		File.saveString(text, getArgument());
		""";

	@Test
	void aManagerThatWasEditedIsNotPassedOverInSilence() throws IOException {
		PlainImageJ.needsDisplay();
		Path folder = ChildJvm.fresh("edited"), seen = folder.resolve("seen.txt");
		Path macro = Files.writeString(folder.resolve("edited.ijm"), EDITED_MANAGER.formatted(Path.of("test-images")
			.toAbsolutePath()).replace('\'', '"'));
		ChildJvm.Ended ended = PlainImageJ.batch(macro, seen.toString());
		assertTrue(Files.exists(seen), ended.output());
		assertEquals(List.of("0", "-1"), Files.readAllLines(seen), ended.output());
		assertEquals(2, ended.output().split("the ROI Manager holds \\d+ other ROIs, which from=manager takes").length, ended
			.output());
	}

	@Test
	void fromTheMenuWhatWasChangedInTheManagerIsProposedAndTheOtherIsTold() throws IOException {
		PlainImageJ.needsDisplay();
		String output = PlainImageJ.driven(ReviewingUser.class, Path.of("test-images/nuclei.tif").toAbsolutePath().toString())
			.output();
		String[] lines = output.lines().filter(l -> l.matches("(BOTH|DELETED|OVERLAY|EMPTY|RECORDED) .*")).toArray(String[]::new);
		assertEquals(5, lines.length, output);
		int all = Integer.parseInt(lines[0].replaceAll(".* of ", ""));
		assertTrue(lines[0].matches("BOTH from=(auto)? .*overlay.* " + all + " of " + all), output);
		assertTrue(lines[1].matches("DELETED from=manager .*in the ROI Manager.*the overlay still shows those of before.* "
			+ (all - 1) + " of " + all), output);
		assertTrue(lines[2].matches("OVERLAY from=auto .*Taken from the overlay.* " + (all - 1) + " of " + all), output);
		assertTrue(lines[3].matches("EMPTY from=auto .*overlay.* " + (all - 1) + " of " + all), output);
		assertTrue(lines[4].contains("\"Measure Objects...\", \"from=manager"), output);
	}

	@Test
	void aFolderIsReviewedWithTheButtonsOfItsWindow() throws IOException {
		PlainImageJ.needsDisplay();
		Path folder = ChildJvm.fresh("folder-review"), images = Files.createDirectories(folder.resolve("images"));
		Files.copy(Path.of("test-images/nuclei.tif"), images.resolve("nuclei.tif"));
		Path results = folder.resolve("results");
		String output = PlainImageJ.driven(FolderReviewer.class, images.toAbsolutePath().toString(), results.toAbsolutePath()
			.toString()).output();
		for (String seen : List.of("SPLIT true", "UNDONE true", "DELETED true", "FINISHED true", "ANEW true"))
			assertTrue(output.contains(seen), output);
		int before = Files.readAllLines(results.resolve("nuclei-objects.csv")).size();
		assertTrue(Files.readAllLines(results.resolve("all-objects.csv")).size() < before, output);
		assertTrue(Files.exists(results.resolve("nuclei-reviewed-labels.tif")), output);
	}
}
