package triptych.annotation.files;

import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.Map;

/** The colours by which VOC's pictures show class and object numbers: bits dealt out in turn. */
final class VocColours {

	private static final int[] COLOURS = colours();

	private VocColours() {}

	private static int[] colours() {
		int[] colours = new int[256];
		for (int number = 0; number < 256; number++) {
			int red = 0, green = 0, blue = 0;
			for (int bit = 0, rest = number; bit < 8; bit++, rest >>= 3) {
				red |= (rest & 1) << 7 - bit;
				green |= (rest >> 1 & 1) << 7 - bit;
				blue |= (rest >> 2 & 1) << 7 - bit;
			}
			colours[number] = red << 16 | green << 8 | blue;
		}
		return colours;
	}

	static IndexColorModel model() {
		return new IndexColorModel(8, 256, COLOURS, 0, false, -1, DataBuffer.TYPE_BYTE);
	}

	/** The number of each colour. */
	static Map<Integer, Integer> numbers() {
		Map<Integer, Integer> numbers = new HashMap<>();
		for (int number = 0; number < 256; number++)
			numbers.put(COLOURS[number], number);
		return numbers;
	}
}
