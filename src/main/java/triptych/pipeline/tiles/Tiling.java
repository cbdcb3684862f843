package triptych.pipeline.tiles;

import java.util.List;

import triptych.core.NotEnoughMemory;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.TriptychException;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.model.ModelSpec;
import triptych.pipeline.prepare.PredictionPipeline;
import triptych.pipeline.prepare.RawOutputs;
import triptych.pipeline.prepare.Scaling;
import triptych.pipeline.tiles.TileSize.Kind;

/**
 * Runs a model on planes of any size: whole where that fits, else in overlapping tiles whose
 * answers are put together in the plane's pixels. Values are scaled by the statistics of the whole
 * plane in either case.
 */
public final class Tiling {

	/**
	 * A plane's prediction and how it came about.
	 *
	 * @param used how the plane was cut
	 * @param note what the user should know about it, blank where nothing
	 */
	public record Outcome(Prediction prediction, Cut used, String note) {

		/** {@code none}, or the edge of the tiles in pixels. */
		public String tile() {
			return used.toString();
		}
	}

	/**
	 * How a plane was cut: not at all (edge below 0), into tiles of an edge in pixels, or into tiles
	 * of the model's own size (edge 0).
	 */
	public record Cut(int edge, int width, int height) {

		static final Cut NONE = new Cut(-1, 0, 0);

		public boolean isTiled() {
			return edge >= 0;
		}

		/** The size that gives the same tiles again, whatever the free memory is by then. */
		public TileSize again(TileSize asked) {
			if (edge == 0) return asked;
			return edge < 0 ? new TileSize(Kind.NONE, 0) : new TileSize(Kind.PIXELS, edge);
		}

		@Override
		public String toString() {
			if (edge < 0) return "none";
			return edge == 0 ? width + "x" + height : String.valueOf(edge);
		}
	}

	private final ModelSpec model;
	private final TileSize size;
	private final Thresholds thresholds;
	private final TilePlan plan;
	private final int sharers;

	/** For one run at a time. */
	public Tiling(ModelSpec model, TileSize size, Thresholds thresholds) {
		this(model, size, thresholds, 1);
	}

	/**
	 * @param sharers how many such runs go on at once and share the free memory
	 * @throws TriptychException where the tile size is nothing for this model
	 */
	public Tiling(ModelSpec model, TileSize size, Thresholds thresholds, int sharers) {
		this.sharers = sharers;
		this.model = model;
		this.size = size;
		this.thresholds = thresholds;
		plan = new TilePlan(model);
		if (size.kind() == Kind.PIXELS) plan.check(size.pixels());
	}

	/** @param pipeline of this model */
	public Outcome predict(PredictionPipeline pipeline, Plane plane, Progress progress) {
		if ((long) plane.width() * plane.height() > Integer.MAX_VALUE - 8)
			throw new TriptychException("The plane has " + plane.width() + " x " + plane.height()
				+ " pixels, more than a label image can number; use a part of it.");
		Scaling scaling = pipeline.isKept() ? null : pipeline.preprocessor().scaling(plane);
		int edge = edge(plane);
		String note = "";
		while (true) try {
			pipeline.raw().ifPresent(RawOutputs::begin);
			boolean whole = edge < 0 || edge > 0 && plane.width() <= edge && plane.height() <= edge;
			Prediction prediction = whole
				? whole(pipeline, plane, scaling, progress)
				: tiled(pipeline, plane, scaling, edge, progress);
			pipeline.raw().ifPresent(RawOutputs::end);
			Cut cut = new Cut(edge, model.input().width(), model.input().height());
			return new Outcome(prediction, whole ? Cut.NONE : cut, note);
		}
		catch (NotEnoughMemory | OutOfMemoryError e) {
			edge = smaller(edge, plane, e);
			note = "The memory was not enough for more, so the image was run in tiles of " + edge
				+ " pixels.";
		}
	}

	/** The edge to begin with: below 0 for the whole plane, 0 for the model's own size. */
	private int edge(Plane plane) {
		if (size.kind() == Kind.PIXELS) return size.pixels();
		if (size.kind() == Kind.NONE) return -1;
		if (plan.mustCut(plane.width(), plane.height())) return 0;
		if (!plan.grows()) return -1;
		int edge = plan.edge(FreeMemory.bytes() / sharers);
		return (long) plane.width() * plane.height() <= (long) edge * edge ? -1 : edge;
	}

	/**
	 * Half of what was too much, or a sentence where the user has decided or nothing smaller would
	 * help.
	 */
	private int smaller(int edge, Plane plane, Throwable e) {
		int had = edge > 0 ? edge : Math.max(plane.width(), plane.height());
		int half = had / 2;
		if (size.kind() == Kind.AUTO && plan.grows() && half >= plan.least()) return half;
		boolean smallerHelps = size.kind() != Kind.AUTO && half >= plan.least()
			&& (edge >= 0 || plan.grows());
		String whole = "an image of " + plane.width() + " x " + plane.height() + " pixels";
		String what = edge > 0 ? "tiles of " + edge + " pixels" : whole;
		String advice = smallerHelps
			? "use a smaller tile, such as tile=" + half + ", or tile=auto"
			: "close other images and programs, or give ImageJ more memory "
				+ "(Edit > Options > Memory & Threads...)";
		throw new NotEnoughMemory("The memory is not enough to run the model " + model.name() + " on "
			+ what + "; " + advice + ".", e);
	}

	private static Prediction whole(PredictionPipeline pipeline, Plane plane, Scaling scaling,
		Progress progress)
	{
		progress.at(0, 1);
		progress.check();
		Prediction prediction = pipeline.predict(plane, scaling);
		progress.at(1, 1);
		return prediction;
	}

	private Prediction tiled(PredictionPipeline pipeline, Plane plane, Scaling scaling, int edge,
		Progress progress)
	{
		List<Tile> tiles = plan.tiles(plane.width(), plane.height(), edge);
		TileMerge merge = merge(plane, edge);
		for (int i = 0; i < tiles.size(); i++) {
			progress.at(i, tiles.size());
			progress.check();
			merge.add(tiles.get(i), pipeline.predict(tiles.get(i).of(plane), scaling));
		}
		progress.at(tiles.size(), tiles.size());
		return merge.merged();
	}

	private TileMerge merge(Plane plane, int edge) {
		int width = plane.width(), height = plane.height();
		double overlap = thresholds.overlap();
		return switch (plan.rule()) {
			case WHOLE -> throw new IllegalStateException("a plane of " + model.name() + " is not cut");
			case BOXES -> new DetectionMerge(width, height, thresholds.suppression(), overlap);
			case FINAL_BOXES -> new DetectionMerge(width, height, Suppression.NONE, overlap);
			case THINGS -> new ObjectMerge(width, height, plan.halo(edge));
			case REGIONS -> new RegionMerge(width, height);
		};
	}
}
