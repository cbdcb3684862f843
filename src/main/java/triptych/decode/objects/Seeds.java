package triptych.decode.objects;

import java.util.List;
import java.util.stream.IntStream;

import triptych.core.Detection;
import triptych.core.Mask;
import triptych.measure.ConnectedComponents;
import triptych.measure.LabelRuns;

/**
 * What a flood starts from, within the foreground.
 *
 * @param ids of each pixel, row by row; 0 for none
 * @param count the highest id
 * @param runs the same ids as runs
 */
record Seeds(int[] ids, int count, LabelRuns runs) {

	/** The 8-connected parts of a landscape above a level. */
	static Seeds ofSummits(float[] landscape, float level, float[] foreground, float cutoff,
		int width, int height)
	{
		byte[] seeds = new byte[width * height];
		IntStream.range(0, height).parallel().forEach(y -> {
			for (int i = y * width; i < (y + 1) * width; i++)
				seeds[i] = (byte) (foreground[i] > cutoff && landscape[i] > level ? 1 : 0);
		});
		ConnectedComponents parts = ConnectedComponents.of(LabelRuns.of(seeds, width, height), true);
		return new Seeds(parts.labels(), parts.count(), parts.runs());
	}

	/** Shapes in the image; the first of two has the pixels that they share. */
	static Seeds ofShapes(List<Detection> shapes, float[] foreground, float cutoff, int width,
		int height)
	{
		int[] ids = new int[width * height];
		for (int s = 0; s < shapes.size(); s++) {
			Mask shape = (Mask) shapes.get(s).region();
			for (int y = 0; y < shape.height(); y++) {
				int row = (shape.y() + y) * width + shape.x(), own = y * shape.width();
				for (int x = 0; x < shape.width(); x++) {
					boolean free = ids[row + x] == 0 && foreground[row + x] > cutoff;
					if (free && shape.inside()[own + x] != 0) ids[row + x] = s + 1;
				}
			}
		}
		return new Seeds(ids, shapes.size(), LabelRuns.of(ids, width, height));
	}
}
