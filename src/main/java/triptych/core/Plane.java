package triptych.core;

/**
 * One plane of an image, read by block: a function from [0, width) x [0, height) x channels to raw
 * pixel values. Nothing is ever written to it and no float copy of the whole plane is kept, so a
 * plane may be larger than the memory that its floats would take.
 */
public interface Plane {

	int width();

	int height();

	int channels();

	/** The value that stands for full brightness: 255 for 8-bit, 65535 for 16-bit images. */
	double maxValue();

	/** True where the three channels are red, green and blue of one colour image. */
	boolean colour();

	/**
	 * True where the values are bytes as the image stores them: 8-bit grey and RGB, not averages of
	 * them.
	 */
	default boolean bytes() {
		return false;
	}

	/** True where a pixel is part of what the plane is to be looked at for, such as one object. */
	default boolean inside(int x, int y) {
		return true;
	}

	/** What the user calls channel {@code c} (0-based). */
	String channelName(int c);

	/**
	 * Reads the block whose top left pixel is (x, y), channel after channel, row after row, into the
	 * first {@code channels() * w * h} elements. The block must lie inside the plane.
	 */
	void read(int x, int y, int w, int h, float[] into);
}
