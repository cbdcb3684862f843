package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hyperstack with an object on each plane, seen from a macro: overlay, labels and rows lie where they belong. */
class HyperstackIT {

	private static final String MACRO = """
		newImage('planted', '8-bit composite-mode black', 60, 50, 2, 3, 4);
		for (t = 1; t <= 4; t++) for (z = 1; z <= 3; z++) {
			Stack.setPosition(1, z, t); setColor(255); fillRect(10 * z, 8 * t, 4 + z, 5);
			Stack.setPosition(2, z, t); setColor(10 * z + t); fillRect(10 * z, 8 * t, 4 + z, 5);
		}
		Stack.setPosition(1, 2, 2);
		run('Segment Objects...', 'model=%s/touching.onnx channels=1,2,2 slices=all frames=all outputs=overlay,labels,table');
		text = getTitle() + '\\n';
		Stack.getDimensions(w, h, c, s, f);
		text += '' + c + ' ' + s + ' ' + f + '\\n';
		for (t = 1; t <= 4; t++) for (z = 1; z <= 3; z++) {
			Stack.setPosition(1, z, t);
			text += 'label ' + getPixel(10 * z, 8 * t) + ' ' + getPixel(9, 8 * t) + '\\n';
		}
		selectImage('planted');
		for (i = 0; i < nResults; i++) {
			Overlay.activateSelection(i);
			Roi.getPosition(channel, slice, frame);
			getSelectionBounds(x, y, width, height);
			text += 'row ' + getResult('Slice', i) + ' ' + getResult('Frame', i) + ' ' + getResult('BX', i) + ' '
				+ getResult('Area', i) + ' ' + getResult('Mean_C2', i) + ' roi ' + channel + ' ' + slice + ' ' + frame + ' ' + x + '\\n';
		}
		File.saveString(text, getArgument());
		""";

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void everyPlaneHasItsOverlayLabelsAndRows(boolean fiji) throws IOException {
		if (!fiji) PlainImageJ.needsDisplay();
		Path folder = ChildJvm.fresh("hyperstack" + fiji), seen = folder.resolve("seen.txt");
		Path macro = Files.writeString(folder.resolve("planted.ijm"), MACRO.formatted(Path.of("src/test/resources/models")
			.toAbsolutePath()).replace('\'', '"'));
		ChildJvm.Ended ended = fiji ? HeadlessFiji.macro(macro, seen.toString()) : PlainImageJ.batch(macro, seen.toString());
		assertTrue(Files.exists(seen), ended.output());
		List<String> expected = new ArrayList<>(List.of("planted-labels", "1 3 4"));
		for (int i = 0; i < 12; i++)
			expected.add("label 1 0");
		for (int t = 1; t <= 4; t++)
			for (int z = 1; z <= 3; z++)
				expected.add("row " + z + " " + t + " " + 10 * z + " " + 5 * (4 + z) + " " + (10 * z + t) + " roi 0 " + z + " " + t
					+ " " + 10 * z);
		assertEquals(expected, Files.readAllLines(seen));
	}
}
