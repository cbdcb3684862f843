package triptych.pipeline.tiles;

import java.util.Optional;

import triptych.core.LabelMap;
import triptych.core.PixelScores;

/**
 * The score maps of a plane, put together from those of its tiles: each pixel from the tile whose
 * core holds it.
 */
final class ScoreMosaic {

	private final int width, height;
	private PixelScores plane;

	ScoreMosaic(int width, int height) {
		this.width = width;
		this.height = height;
	}

	/** Nothing happens where the tile has no score maps. */
	void add(Tile tile, LabelMap map) {
		if (map.scores().isEmpty()) return;
		PixelScores part = map.scores().get();
		if (plane == null) {
			int pixels = width * height, unsure = part.uncertainty().length == 0 ? 0 : pixels;
			float[][] maps = new float[part.maps().length][pixels];
			plane = new PixelScores(part.names(), maps, new float[unsure]);
		}
		for (int k = 0; k < part.maps().length; k++)
			tile.paste(part.maps()[k], plane.maps()[k], width);
		if (plane.uncertainty().length > 0) tile.paste(part.uncertainty(), plane.uncertainty(), width);
	}

	Optional<PixelScores> merged() {
		return Optional.ofNullable(plane);
	}
}
