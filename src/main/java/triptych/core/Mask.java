package triptych.core;

/**
 * The pixels of one object, cropped to its box: {@code inside[j * width + i]} is non-zero where pixel (x+i, y+j)
 * belongs to it.
 */
public record Mask(int x, int y, int width, int height, byte[] inside) implements Region {

	@Override
	public Box bounds() {
		return new Box(x, y, x + width, y + height);
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
}
