package triptych.ij.draw;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;

import ij.process.LUT;

/**
 * The colours of classes and ids, the same in overlays, label images, plots and legends. The first
 * seven are those of Okabe and Ito (Color Universal Design, 2008), without black; the others were
 * searched for as the farthest from all before, to normal eyes and under protanopia, deuteranopia
 * and tritanopia, among colours that are neither dark nor grey. All 24 differ by 12 CIE Lab units
 * at least, the first twelve by 16, ids that follow one another by 17; PaletteTest measures it.
 * From the 25th id on they come again.
 */
public final class Palette {

	private static final List<Color> COLOURS = Stream
		.of("E69F00", "56B4E9", "0072B2", "D55E00", "F0E442", "CC79A7", "009E73", "69FF87", "C3F0C3",
			"963CFF", "9687FF", "F0004B", "FF7896", "96F0FF", "A55A96", "1ED21E", "D24BE1", "FFB4D2",
			"87C378", "C3E15A", "D200B4", "FF78E1", "5A874B", "C3A54B")
		.map(hex -> new Color(Integer.parseInt(hex, 16)))
		.toList();

	private static final LUT LUT = makeLut();

	private Palette() {}

	/** How many colours there are before they come again. */
	public static int size() {
		return COLOURS.size();
	}

	/** The colour of an object or a pixel value; it counts from 1, as 0 is background. */
	public static Color ofId(int id) {
		return COLOURS.get(Math.floorMod(id - 1, COLOURS.size()));
	}

	/** The colour of a class, which counts from 0. */
	public static Color ofClass(int classId) {
		return ofId(classId + 1);
	}

	/** Black for background, then the colours of the ids up to 255. */
	public static LUT lut() {
		return (LUT) LUT.clone();
	}

	private static LUT makeLut() {
		byte[][] rgb = new byte[3][256];
		for (int id = 1; id < 256; id++) {
			Color c = ofId(id);
			rgb[0][id] = (byte) c.getRed();
			rgb[1][id] = (byte) c.getGreen();
			rgb[2][id] = (byte) c.getBlue();
		}
		return new LUT(rgb[0], rgb[1], rgb[2]);
	}
}
