package triptych.pipeline.tiles;

import java.math.BigInteger;
import java.util.List;

import triptych.core.TriptychException;
import triptych.decode.family.ModelFamilies;
import triptych.decode.TileRule;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Fit;
import triptych.model.ModelSpec;
import triptych.pipeline.tiles.Tile.Span;

/**
 * How a model's planes are cut into tiles: what a tile is for a network of any size, for one that
 * only pads, and for one that scales its image. An edge is the length of what the model sees at
 * once, margins included.
 */
final class TilePlan {

	/** Objects up to twice this many pixels across are seen whole by the tile that they belong to. */
	private static final int ROOM = 64;

	private static final int LEAST = 32;

	/** Of a core. */
	private static final int LEAST_CORE = 8;

	private final ModelSpec model;
	private final InputSpec in;
	private final TileRule rule;

	TilePlan(ModelSpec model) {
		this.model = model;
		in = model.input();
		rule = ModelFamilies.of(model).tiles(model);
	}

	/** True where the network's memory grows with what it sees, so that smaller tiles need less. */
	boolean grows() {
		return in.anySize() && rule != TileRule.WHOLE;
	}

	/** The edge that auto takes, if so much memory is free. */
	int edge(long freeBytes) {
		int fits = TileSize.largest(freeBytes), seen = in.tile() > 0 ? Math.min(in.tile(), fits) : fits;
		return Math.max(least(), (int) (seen / in.magnification()));
	}

	/** True where the plane must be cut: larger than an input that only pads. */
	boolean mustCut(int width, int height) {
		if (in.fit() != Fit.PAD || in.anySize() || rule == TileRule.WHOLE) return false;
		return width > width() || height > height();
	}

	/** Of a fixed size, what the network answers for. */
	private int width() {
		return in.width() - 2 * in.crop();
	}

	private int height() {
		return in.height() - 2 * in.crop();
	}

	TileRule rule() {
		return rule;
	}

	private boolean boxes() {
		return rule == TileRule.BOXES || rule == TileRule.FINAL_BOXES;
	}

	/** The tiles of an edge; with 0 those of the model's own size. */
	List<Tile> tiles(int width, int height, int edge) {
		int ex = edge == 0 ? width() : edge, ey = edge == 0 ? height() : edge;
		if (boxes()) return even(width, height, ex, ey, ex / 4, ey / 4);
		if (!in.anySize())
			return even(width, height, ex, ey, overlap(ex, edge), overlap(ey, edge));
		return Tile.grid(
			Span.aligned(width, edge, margin(edge), multiple()),
			Span.aligned(height, edge, margin(edge), multiple()));
	}

	private static List<Tile> even(int width, int height, int edgeX, int edgeY, int overlapX,
		int overlapY)
	{
		return Tile.grid(Span.even(width, edgeX, overlapX), Span.even(height, edgeY, overlapY));
	}

	/**
	 * What neighbours of a fixed size share: room for objects as far as it leaves a core.
	 *
	 * @throws TriptychException where the halo alone leaves none
	 */
	private int overlap(int length, int edge) {
		int most = length - LEAST_CORE, least = 2 * halo(edge);
		if (least <= most) return Math.min(most, least + 2 * room(length));
		throw new TriptychException("The model " + model.name() + " looks " + halo(edge)
			+ " pixels around each pixel, which leaves nothing of its input of " + in.width() + " x "
			+ in.height() + " pixels to count in an image that is larger; make the image smaller first"
			+ " (Image > Scale...), or use an export that takes any size.");
	}

	/** How far from a tile's inner edges its pixels cannot be trusted, in pixels of the plane. */
	int halo(int edge) {
		if (in.fit() == Fit.PAD) return (int) Math.ceil(in.halo() / in.magnification());
		return (int) Math.ceil((double) in.halo() * edge / in.shorterEdge());
	}

	private int room(int edge) {
		return rule == TileRule.THINGS ? Math.min(ROOM, edge / 8) : 0;
	}

	/**
	 * A whole number of the network's steps; never 0, for the padding at the plane's end mirrors up
	 * to one of them.
	 */
	private int margin(int edge) {
		int least = Math.max(1, halo(edge) + room(edge));
		return (least + multiple() - 1) / multiple() * multiple();
	}

	/** The fewest pixels of the plane that are a whole number of the network's steps. */
	private int multiple() {
		int steps = (int) Math.rint(in.magnification() * InputSpec.STEPS);
		int product = InputSpec.STEPS * in.multiple();
		return product / BigInteger.valueOf(steps).gcd(BigInteger.valueOf(product)).intValue();
	}

	/** The smallest edge that leaves a core. */
	int least() {
		int edge = LEAST;
		while (!leavesCore(edge)) edge++;
		return edge;
	}

	private boolean leavesCore(int edge) {
		if (boxes()) return true;
		if (in.anySize()) return edge - 2 * margin(edge) >= multiple();
		return edge - 2 * (halo(edge) + room(edge)) >= LEAST_CORE;
	}

	/** Ends with a sentence where tiles of this edge are nothing for the model. */
	void check(int edge) {
		String value = "The key tile has the value \"" + edge + "\", but the model " + model.name();
		if (rule == TileRule.WHOLE) throw new TriptychException(value
			+ " gives one answer for a whole image; use tile=auto.");
		boolean padsOnly = in.fit() == Fit.PAD && !in.anySize();
		int most = padsOnly ? Math.min(width(), height()) : Integer.MAX_VALUE;
		int least = Math.min(least(), most);
		if (edge >= least && edge <= most) return;
		throw new TriptychException(value + problem(edge, most) + "; use tile=auto or "
			+ allowed(least, most) + ".");
	}

	private String problem(int edge, int most) {
		if (edge > most) return " takes at most " + most + " pixels";
		if (boxes()) return " needs larger tiles";
		return " looks " + halo(edge) + " pixels around each pixel and needs larger tiles";
	}

	private static String allowed(int least, int most) {
		if (most == Integer.MAX_VALUE) return "a number from " + least + " up";
		return least == most ? "" + most : "a number from " + least + " to " + most;
	}
}
