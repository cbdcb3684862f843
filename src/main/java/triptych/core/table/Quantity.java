package triptych.core.table;

/**
 * What the cells of a column are: from this follow the unit at an axis, whether a mean says
 * anything, and whether the cells are numbers at all.
 */
public enum Quantity {
	/** Words that say where a row belongs. */
	TEXT("text", 0, false),
	/** The class of what the row is about, by which rows are counted. */
	CLASS("text", 0, false),
	/** A number that stands for a name, such as an id or a slice. */
	INDEX("number", 0, false),
	/** 1 for yes, 0 for no. */
	YES_NO("1 or 0", 0, false),
	COUNT("count", 0, true),
	/** An area as a count of pixels; its mean is that of the calibrated area. */
	PIXELS("pixels", 0, false),
	/** A coordinate, in the unit of lengths. */
	PLACE("length", 1, false),
	LENGTH("length", 1, true),
	AREA("area", 2, true),
	ANGLE("degrees", 0, true),
	/** Pixel values as they stand in the image. */
	INTENSITY("pixel value", 0, true),
	SCORE("0 to 1", 0, true),
	RATIO("ratio", 0, true),
	PERCENT("%", 0, true),
	/** Any other number. */
	NUMBER("number", 0, true);

	private final String words;
	private final int dimensions;
	private final boolean averaged;

	Quantity(String words, int dimensions, boolean averaged) {
		this.words = words;
		this.dimensions = dimensions;
		this.averaged = averaged;
	}

	/** The unit in words, such as "area". */
	public String words() {
		return words;
	}

	/** False where a mean of the cells says nothing, as of places, ids and words. */
	public boolean averaged() {
		return averaged;
	}

	/** False where the cells are words. */
	public boolean isNumber() {
		return this != TEXT && this != CLASS;
	}

	/**
	 * What stands beside a column's name at an axis.
	 *
	 * @param length the unit of lengths
	 * @return such as " (µm)" and " (µm²)"; blank for what is neither a length nor an area
	 */
	public String suffix(String length) {
		if (dimensions == 0) return "";
		if (dimensions == 1) return " (" + length + ")";
		String squared = length.equals("pixel") ? "pixels" : length + "²";
		return " (" + squared + ")";
	}
}
