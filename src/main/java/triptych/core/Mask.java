package triptych.core;

/**
 * The pixels of one object, cropped to its box: {@code inside[j * width + i]} is non-zero where
 * pixel (x+i, y+j) belongs to it.
 */
public record Mask(int x, int y, int width, int height, byte[] inside) implements Region {

	@Override
	public double x1() {
		return x;
	}

	@Override
	public double y1() {
		return y;
	}

	@Override
	public double x2() {
		return x + width;
	}

	@Override
	public double y2() {
		return y + height;
	}

	@Override
	public double area() {
		int n = 0;
		for (byte b : inside)
			if (b != 0) n++;
		return n;
	}

	@Override
	public Mask moved(int dx, int dy) {
		return new Mask(x + dx, y + dy, width, height, inside);
	}

	@Override
	public Mask mirrored(boolean across, boolean down, int planeWidth, int planeHeight) {
		byte[] other = new byte[inside.length];
		for (int j = 0, k = 0; j < height; j++)
			for (int i = 0, row = (down ? height - 1 - j : j) * width; i < width; i++, k++)
				other[k] = inside[row + (across ? width - 1 - i : i)];
		return new Mask(across ? planeWidth - x - width : x, down ? planeHeight - y - height : y, width,
			height, other);
	}

	/** True where the pixel (px, py) of the image belongs to the object. */
	public boolean holds(int px, int py) {
		return px >= x && py >= y && px < x + width && py < y + height
			&& inside[(py - y) * width + px - x] != 0;
	}

	/** The object's pixels inside a box of whole pixels. */
	public int pixelsIn(Box box) {
		Box b = Box.around(this).intersection(box);
		int n = 0;
		for (int py = (int) b.y1(); py < b.y2(); py++)
			for (int px = (int) b.x1(); px < b.x2(); px++)
				if (inside[(py - y) * width + px - x] != 0) n++;
		return n;
	}

	/** The pixels of both objects inside a box of whole pixels. */
	public int sharedPixels(Mask other, Box box) {
		Box b = Box.around(this).intersection(Box.around(other)).intersection(box);
		int n = 0;
		for (int py = (int) b.y1(); py < b.y2(); py++)
			for (int px = (int) b.x1(); px < b.x2(); px++)
				if (holds(px, py) && other.holds(px, py)) n++;
		return n;
	}
}
