package triptych.pipeline.tiles;

import java.util.List;

import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.Segment;

/**
 * Class maps: each pixel is taken from the tile whose core holds it. Where the halo covers what the
 * network looks at, the result is that of the whole plane, pixel by pixel.
 */
final class RegionMerge implements TileMerge {

	private final int width, height;
	private final int[] ids;
	private final ScoreMosaic scores;
	private List<Segment> segments = List.of();

	RegionMerge(int width, int height) {
		this.width = width;
		this.height = height;
		ids = new int[width * height];
		scores = new ScoreMosaic(width, height);
	}

	@Override
	public void add(Tile tile, Prediction prediction) {
		LabelMap map = prediction.as(LabelMap.class);
		tile.paste(map.ids(), ids, width);
		scores.add(tile, map);
		segments = map.segments();
	}

	@Override
	public LabelMap merged() {
		return new LabelMap(width, height, ids, segments, scores.merged());
	}
}
