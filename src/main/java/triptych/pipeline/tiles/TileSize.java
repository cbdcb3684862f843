package triptych.pipeline.tiles;

import java.util.Locale;

import triptych.core.TriptychException;

/**
 * The key {@code tile}: chosen by the program, no tiles, or tiles of so many pixels a side.
 *
 * @param pixels 0 where the kind is not PIXELS
 */
public record TileSize(Kind kind, int pixels) {

	/** How the tile was asked for. */
	public enum Kind { AUTO, NONE, PIXELS }

	/**
	 * The longest edge that auto gives a network of any size: it keeps a U-Net of 16 channels below
	 * 1.5 GB, and its tiles overlap by less than a half of their area.
	 */
	static final int LARGEST = 2048;

	/**
	 * What auto counts for each pixel that a network sees at once; the bundled U-Net needs 360 bytes.
	 */
	private static final int BYTES_A_PIXEL = 2048;

	private static final int SMALLEST = 512;

	public static TileSize of(String text) {
		if (text.equals("auto")) return new TileSize(Kind.AUTO, 0);
		if (text.equals("none")) return new TileSize(Kind.NONE, 0);
		if (text.matches("[1-9]\\d{0,5}")) return new TileSize(Kind.PIXELS, Integer.parseInt(text));
		throw new TriptychException("The key tile has the value \"" + text
			+ "\"; it must be auto, none or a whole number of pixels such as 1024.");
	}

	/** As a macro writes it. */
	@Override
	public String toString() {
		return kind == Kind.PIXELS ? String.valueOf(pixels) : kind.name().toLowerCase(Locale.ROOT);
	}

	/** The edge that auto takes with so much free memory. */
	static int largest(long freeBytes) {
		int edge = LARGEST;
		while (edge > SMALLEST && (long) edge * edge * BYTES_A_PIXEL > freeBytes) edge /= 2;
		return edge;
	}
}
