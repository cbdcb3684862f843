package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a run leaves in ImageJ beside what was there before, seen from macros. */
class DeliveryIT {

	private static final String IMAGES = forward(Path.of("test-images"));
	private static final String BOXES = "model=" + forward(Path.of("src/test/resources/models")) + "/boxes_v8.onnx";
	private static final String DETECT = "run('Detect Objects...', '" + BOXES + "');\n";

	private static Map<String, String> printed;

	@BeforeAll
	static void runAllMacrosInOneSession() {
		Map<String, String> macros = new LinkedHashMap<>();
		macros.put("rows", """
			setResult('Mine', 0, 7); setResult('Mine', 1, 8); updateResults();
			open('%s/shapes.tif');
			%sprint('mine ' + getResult('Mine', 0) + ' ' + getResult('Mine', 1));
			print('blank [' + getResultString('Class', 0) + '] [' + getResultString('Score', 1) + '] ['
				+ getResultString('Mine', 2) + ']');
			print('new ' + nResults + ' ' + getResultLabel(2) + ' ' + getResultString('Class', 2));
			""".formatted(IMAGES, DETECT));
		macros.put("overlay", """
			open('%s/shapes.tif');
			makeRectangle(1, 1, 5, 5); Overlay.addSelection; run('Select None');
			%sprint('first ' + Overlay.size);
			%sprint('again ' + Overlay.size);
			Overlay.activateSelection(0); getSelectionBounds(x, y, w, h); print('own ' + x + ' ' + w);
			""".formatted(IMAGES, DETECT, DETECT));
		macros.put("stack", """
			open('%s/stack.tif');
			setSlice(2); run('Segment Objects...', 'outputs=overlay,table'); two = Overlay.size;
			Overlay.activateSelection(0); Roi.getPosition(c, z, t); print('position ' + c + ' ' + z + ' ' + t);
			run('Select None');
			setSlice(4); run('Segment Objects...', 'outputs=overlay,table'); both = Overlay.size;
			print('both planes ' + (both > two && two > 0));
			setSlice(2); run('Segment Objects...', 'outputs=overlay,table'); print('replaced ' + (Overlay.size == both));
			print('slice ' + getResult('Slice', 0) + ' ' + getResult('Slice', two) + ' label ' + getResultLabel(0));
			""".formatted(IMAGES));
		macros.put("hyperstack", """
			newImage('hyper', '8-bit composite-mode', 240, 160, 3, 2, 2);
			Stack.setPosition(2, 2, 1); setColor(255); fillRect(20, 16, 60, 40);
			%sOverlay.activateSelection(0); Roi.getPosition(c, z, t); print('position ' + c + ' ' + z + ' ' + t);
			print('found ' + nResults + ' ' + getResultString('Class', 0) + ' slice ' + getResult('Slice', 0) + ' frame '
				+ getResult('Frame', 0));
			Stack.setPosition(1, 1, 1);
			%sprint('elsewhere ' + nResults);
			""".formatted(DETECT, DETECT));
		macros.put("provenance", """
			open('%s/nuclei.tif');
			run('Segment Objects...', 'outputs=labels,overlay border=exclude');
			print(getTitle()); print(getMetadata('Info'));
			getPixelSize(unit, w, h); print('pixel ' + w + ' ' + h + ' ' + unit); print('rows ' + nResults);
			""".formatted(IMAGES));
		macros.replaceAll((name, text) -> ("run('Clear Results'); close('*');\n" + text).replace('\'', '"'));
		printed = HeadlessFiji.macros(macros);
	}

	private static String forward(Path path) {
		return path.toAbsolutePath().toString().replace('\\', '/');
	}

	@Test
	void rowsOfOtherCommandsKeepTheirValuesAndShowBlanksInNewColumns() {
		assertPrinted("rows", "mine 7 8", "blank [] [] []", "new 5 shapes.tif red");
	}

	@Test
	void overlayKeepsTheUsersElementsAndReplacesTriptychsOwn() {
		assertPrinted("overlay", "first 4", "again 4", "own 1 5");
	}

	@Test
	void plainStackGetsSlicePositionsAndEachPlaneItsOwnOverlay() {
		assertPrinted("stack", "position 0 2 0", "both planes 1", "replaced 1", "slice 2 4 label stack.tif:2");
	}

	@Test
	void hyperstackGetsSliceAndFramePositionsForAllChannels() {
		assertPrinted("hyperstack", "position 0 2 1", "found 1 green slice 2 frame 1", "elsewhere 1");
	}

	@Test
	void labelImageTellsWhatMadeItAndHasTheCalibrationOfItsSource() {
		assertPrinted("provenance", "nuclei-labels", "run(\"Segment Objects...\", \"model=nuclei device=auto ",
			"border=exclude", "triptych: ", "model: nuclei", "sha256: ", "device: cpu", "onnxruntime: 1.28.0",
			"milliseconds: ", "pixel 0.5 0.5 micron", "rows 0");
	}

	@Test
	void roiManagerIsAppendedTo() throws IOException {
		PlainImageJ.needsDisplay();
		Path folder = ChildJvm.fresh("manager");
		Path macro = Files.writeString(folder.resolve("manager.ijm"), """
			open('%s/shapes.tif');
			makeRectangle(1, 1, 5, 5); roiManager('add'); roiManager('select', 0); roiManager('rename', 'mine');
			run('Detect Objects...', '%s outputs=rois');
			text = '' + roiManager('count') + ' ' + RoiManager.getName(0) + ', ' + RoiManager.getName(1);
			run('Detect Objects...', '%s outputs=rois');
			File.saveString(text + ', ' + roiManager('count') + ', overlay ' + Overlay.size, getArgument());
			""".formatted(IMAGES, BOXES, BOXES).replace('\'', '"'));
		ChildJvm.Ended ended = PlainImageJ.batch(macro, folder + "/seen.txt");
		assertTrue(Files.exists(folder.resolve("seen.txt")), ended.output());
		assertEquals("4 mine, red-0001 0.90, 7, overlay 0", Files.readString(folder.resolve("seen.txt")).strip());
	}

	@Test
	void roisOfTheManagerAreClassifiedWhereTheOverlayHasNone() throws IOException {
		PlainImageJ.needsDisplay();
		Path folder = ChildJvm.fresh("manager rois");
		Path macro = Files.writeString(folder.resolve("rois.ijm"), """
			open('%s/shapes.tif');
			run('Detect Objects...', '%s outputs=rois');
			run('Classify Image...', 'model=%s/classes.onnx within=rois top=1 outputs=table');
			text = '' + nResults;
			for (i = 0; i < nResults; i++) text += ', ' + getResultString('ROI', i) + ' ' + getResultString('Class', i);
			File.saveString(text + ', ' + roiManager('count'), getArgument());
			""".formatted(IMAGES, BOXES, forward(Path.of("src/test/resources/models"))).replace('\'', '"'));
		ChildJvm.Ended ended = PlainImageJ.batch(macro, folder + "/seen.txt");
		assertTrue(Files.exists(folder.resolve("seen.txt")), ended.output());
		assertEquals("3, red-0001 0.90 red, green-0002 0.80 green, blue-0003 0.70 blue, 3", Files.readString(folder.resolve(
			"seen.txt")).strip());
	}

	private static void assertPrinted(String macro, String... parts) {
		for (String part : List.of(parts))
			assertTrue(printed.get(macro).contains(part), part + " is not in\n" + printed.get(macro));
	}
}
