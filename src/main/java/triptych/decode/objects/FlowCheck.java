package triptych.decode.objects;

import triptych.core.Box;

/**
 * Whether an object's flows are those of its shape, as Cellpose checks it. The shape's own flows
 * are made as for training: heat that enters at the pixel next to the centre of mass spreads over
 * the object, the mean of 3 x 3 pixels at each step, and flows go up the gradient of its logarithm.
 */
final class FlowCheck {

	private final FlowField field;

	FlowCheck(FlowField field) {
		this.field = field;
	}

	/**
	 * The mean square of the difference of both, which are unit vectors: 0 where they are the same, 4
	 * where they are opposite.
	 *
	 * @param pixels of all objects
	 * @param from the first pixel of this one
	 * @param to the end of its pixels
	 */
	double error(int[] pixels, int from, int to) {
		Box box = box(pixels, from, to);
		int x1 = (int) box.x1() - 1, y1 = (int) box.y1() - 1;
		int w = (int) box.width() + 2, h = (int) box.height() + 2;
		int[] places = new int[to - from];
		float[] inside = new float[w * h];
		for (int k = 0; k < places.length; k++) {
			int pixel = pixels[from + k];
			places[k] = (pixel / field.width - y1) * w + pixel % field.width - x1;
			inside[places[k]] = 1 / 9f;
		}
		// The extent is what lies between the outermost pixel centres.
		float[] heat = heat(inside, w, middle(places, w), 2 * (w + h - 6));
		for (int place : places)
			heat[place] = (float) Math.log1p(heat[place]);
		double sum = 0;
		for (int k = 0; k < places.length; k++) {
			int i = places[k];
			double dy = heat[i + w] - heat[i - w], dx = heat[i + 1] - heat[i - 1];
			double length = Math.sqrt(dy * dy + dx * dx) + 1e-20;
			double y = dy / length - field.down(pixels[from + k]);
			double x = dx / length - field.right(pixels[from + k]);
			sum += y * y + x * x;
		}
		return sum / places.length;
	}

	private Box box(int[] pixels, int from, int to) {
		int x1 = field.width, y1 = field.height, x2 = 0, y2 = 0;
		for (int k = from; k < to; k++) {
			int x = pixels[k] % field.width, y = pixels[k] / field.width;
			x1 = Math.min(x1, x);
			x2 = Math.max(x2, x + 1);
			y1 = Math.min(y1, y);
			y2 = Math.max(y2, y + 1);
		}
		return new Box(x1, y1, x2, y2);
	}

	/** The place that is next to the centre of mass. */
	private static int middle(int[] places, int w) {
		double x = 0, y = 0, least = Double.POSITIVE_INFINITY;
		for (int place : places) {
			x += place % w;
			y += place / w;
		}
		int middle = 0;
		for (int place : places) {
			double dx = place % w - x / places.length, dy = place / w - y / places.length;
			if (!(dx * dx + dy * dy < least)) continue;
			least = dx * dx + dy * dy;
			middle = place;
		}
		return middle;
	}

	/** @param inside a ninth for each pixel of the object, with a rim of zeros */
	private static float[] heat(float[] inside, int w, int source, int steps) {
		float[] heat = new float[inside.length], across = new float[inside.length];
		for (int step = 0; step < steps; step++) {
			heat[source]++;
			for (int i = 1; i < heat.length - 1; i++)
				across[i] = heat[i - 1] + heat[i] + heat[i + 1];
			for (int i = w; i < heat.length - w; i++)
				heat[i] = (across[i - w] + across[i] + across[i + w]) * inside[i];
		}
		return heat;
	}
}
