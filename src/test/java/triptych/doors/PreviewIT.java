package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What the preview says is what OK gives, and Cancel leaves the image as it was. */
class PreviewIT {

	private static final String IMAGE = Path.of("test-images/nuclei.tif").toAbsolutePath().toString();

	@Test
	void whatThePreviewCountsIsWhatOkDelivers() {
		PlainImageJ.needsDisplay();
		check(PlainImageJ.driven(PreviewingUser.class, IMAGE).output());
	}

	@Test
	void whatThePreviewCountsIsWhatOkDeliversInFiji() {
		PlainImageJ.needsDisplay();
		check(HeadfulFiji.driven(PreviewingUser.class, IMAGE).output());
	}

	private static void check(String output) {
		Matcher said = Pattern.compile("PREVIEW (\\d+) objects, then (\\d+) objects?, drawn 1").matcher(output);
		assertTrue(said.find(), output);
		int all = Integer.parseInt(said.group(1)), fewer = Integer.parseInt(said.group(2));
		assertTrue(fewer > 0 && fewer < all, output);
		assertTrue(output.contains("CANCELLED overlay 1 rows 0"), output);
		assertTrue(said.find() && said.group(2).equals(String.valueOf(fewer)), output);
		assertTrue(output.contains("OK rows " + fewer + " overlay " + (fewer + 1)), output);
		assertEquals(3, output.split("The key smallest has the value \"tiny\"").length, output);
	}

	@Test
	void whatIsMendedIsNoLongerSaidAndNoDigitIsLost() {
		PlainImageJ.needsDisplay();
		String output = PlainImageJ.driven(CorrectingUser.class, Path.of("test-images/nuclei.tif").toAbsolutePath().toString())
			.output();
		assertEquals(3, output.split("MENDED true").length, output);
		assertTrue(output.contains("WRONG There is no model \"/no/such.onnx\""), "nothing about the model before: " + output);
		assertTrue(output.contains("BLACK 0 objects"), output);
		assertTrue(output.contains("AGAIN confidence 0.4791"), output);
		assertTrue(output.contains("CLOSED") && output.contains("OK false"), output);
	}
}
