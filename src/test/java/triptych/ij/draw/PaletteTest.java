package triptych.ij.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;

import ij.process.LUT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The colours can be told apart by normal and by colour-blind eyes. 2.3 is what eyes just notice,
 * side by side.
 */
class PaletteTest {

	@Test
	void theSimulationKeepsGreysAndGivesTheKnownLabValues() {
		for (ColourVision eyes : ColourVision.values())
			assertEquals(0, eyes.distance(Color.GRAY, Color.GRAY) + Math.abs(eyes.lab(Color.GRAY)[1])
				+ Math.abs(eyes.lab(Color.GRAY)[2]), 0.02, eyes.name());
		assertArrayEquals(new double[] { 53.24, 80.09, 67.20 }, ColourVision.NORMAL.lab(Color.RED),
			0.02);
		// A brown and a green that only the cone which is missing in deuteranopia tells apart.
		Color brown = new Color(190, 110, 60), green = new Color(84, 156, 50);
		assertTrue(ColourVision.DEUTERANOPIA.distance(brown, green) < 1);
		assertTrue(ColourVision.NORMAL.distance(brown, green) > 60);
	}

	@ParameterizedTest
	@CsvSource({ "3, 24", "7, 16", "12, 16", "24, 12" })
	void theFirstClassesDiffer(int classes, double least) {
		for (int a = 0; a < classes; a++)
			for (int b = 0; b < a; b++)
				far(Palette.ofClass(a), Palette.ofClass(b), least, "classes " + a + " and " + b);
	}

	@Test
	void idsThatFollowOneAnotherDiffer() {
		for (int id = 1; id <= 300; id++)
			for (int next = id + 1; next <= id + 3; next++)
				far(Palette.ofId(id), Palette.ofId(next), 17, "ids " + id + " and " + next);
	}

	@Test
	void noColourIsLostOnADarkOrGreyImage() {
		for (int id = 1; id <= Palette.size(); id++) {
			far(Palette.ofId(id), Color.BLACK, 40, "id " + id + " and black");
			for (int grey = 0; grey < 256; grey++)
				assertTrue(ColourVision.NORMAL.distance(Palette.ofId(id), new Color(grey, grey, grey)) > 27,
					"id " + id + " and grey " + grey);
		}
	}

	@Test
	void labelImagesHaveTheColoursOfTheIds() {
		LUT lut = Palette.lut();
		assertEquals(Color.BLACK, new Color(lut.getRGB(0)));
		for (int id = 1; id < 256; id++)
			assertEquals(Palette.ofId(id), new Color(lut.getRGB(id)));
		assertEquals(Palette.ofId(4), Palette.ofClass(3));
	}

	private static void far(Color a, Color b, double least, String which) {
		double distance = ColourVision.leastDistance(a, b);
		assertTrue(distance >= least, which + " differ by " + distance);
	}
}
