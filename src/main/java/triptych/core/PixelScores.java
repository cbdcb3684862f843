package triptych.core;

import java.util.Arrays;
import java.util.List;

/**
 * The scores behind a label map, in [0,1]: for each name a map with a value for each pixel, row
 * after row, and how undecided the model was there.
 *
 * @param uncertainty Shannon entropy of the scores over its largest possible value, so 0 is sure
 *        and 1 is undecided; an empty array where it was not asked for
 * @param disagreement the share of the mirror images of the plane that say another class; an empty
 *        array where they were not looked at
 */
public record PixelScores(List<String> names, float[][] maps, float[] uncertainty,
	float[] disagreement)
{

	public PixelScores(List<String> names, float[][] maps, float[] uncertainty) {
		this(names, maps, uncertainty, new float[0]);
	}

	/**
	 * These maps, {@code width} pixels wide, as part of a larger plane; beyond them the model was not
	 * asked: NaN.
	 */
	PixelScores placed(int x, int y, int width, int planeWidth, int planeHeight) {
		return new PixelScores(names,
			Arrays.stream(maps)
				.map(m -> placed(m, x, y, width, planeWidth, planeHeight))
				.toArray(float[][]::new),
			placed(uncertainty, x, y, width, planeWidth, planeHeight),
			placed(disagreement, x, y, width, planeWidth, planeHeight));
	}

	private static float[] placed(float[] map, int x, int y, int width, int planeWidth,
		int planeHeight)
	{
		if (map.length == 0) return map;
		float[] placed = new float[planeWidth * planeHeight];
		Arrays.fill(placed, Float.NaN);
		for (int j = 0; j < map.length / width; j++)
			System.arraycopy(map, j * width, placed, (y + j) * planeWidth + x, width);
		return placed;
	}
}
