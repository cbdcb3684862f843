package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.TriptychException;

/** Which channels the model gets. */
class ChannelsTest {

	/** A composite whose channels hold 51, 102, 153 and 204. */
	private static ImagePlus composite(int channels) {
		ImageStack stack = new ImageStack(64, 64);
		for (int c = 1; c <= channels; c++) {
			ByteProcessor slice = new ByteProcessor(64, 64);
			slice.setValue(51 * c);
			slice.fill();
			stack.addSlice(c == 1 ? "DAPI" : "", slice);
		}
		ImagePlus image = new ImagePlus("composite.tif", stack);
		image.setDimensions(channels, 1, 1);
		return channels == 1 ? image : new CompositeImage(image, CompositeImage.COMPOSITE);
	}

	/** Logits are ten times the mean of red, green and blue over 255. */
	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "3; auto; 2 4 6", "3; 3,2,1; 6 4 2", "4; 1,2,4; 2 4 8", "4; 4; 8 8 8",
		"2; 1,2,2; 2 4 4", "1; auto; 2 2 2", "1; 1; 2 2 2" })
	void theListIsFedInItsOrder(int channels, String key, String expected) {
		List<Object> classes = Planted.column(Triptych.classify(composite(channels), Planted.model("classes") + "channels="
			+ key).table(), "Class");
		List<Object> logits = Planted.column(Triptych.classify(composite(channels), Planted.model("classes") + "channels="
			+ key).table(), "Logit");
		String[] rgb = expected.split(" ");
		List<String> names = List.of("red", "green", "blue");
		for (int i = 0; i < 3; i++)
			assertEquals(Double.parseDouble(rgb[names.indexOf(classes.get(i))]), (double) logits.get(i), 1e-3);
	}

	@Test
	void aColourOfAnRgbImageIsAChannelToo() {
		ImagePlus image = Planted.filled(64, 64, new Color(51, 102, 204));
		for (int c = 1; c <= 3; c++)
			assertEquals(new double[] { 2, 4, 8 }[c - 1], Planted.number(Triptych.classify(image, Planted.model("classes")
				+ "channels=" + c).table(), 0, "Logit"), 1e-3);
	}

	@Test
	void channelsThatFitNoModelAreListedWithAWayOut() {
		String sentence = assertThrows(TriptychException.class, () -> Triptych.classify(composite(2), Planted.model(
			"classes"))).getMessage();
		assertTrue(sentence.contains("1: DAPI, 2") && sentence.contains("channels="), sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "0; channel 0", "5; channel 5", "x; \"x\"", "1,; list", "-1; list" })
	void channelsThatAreNotThereAreTold(String key, String part) {
		String sentence = assertThrows(TriptychException.class, () -> Triptych.classify(composite(4), Planted.model(
			"classes") + "channels=" + key)).getMessage();
		assertTrue(sentence.contains("key channels") && sentence.contains(part), sentence);
	}
}
