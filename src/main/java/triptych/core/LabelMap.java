package triptych.core;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * "Which pixels": an id for each pixel, row after row, 0 for background, and one segment for each
 * id, in the order of the ids. For objects ids are 1..n; for regions they name classes.
 */
public record LabelMap(int width, int height, int[] ids, List<Segment> segments,
	Optional<PixelScores> scores) implements Prediction
{

	/** Without score maps. */
	public LabelMap(int width, int height, int[] ids, List<Segment> segments) {
		this(width, height, ids, segments, Optional.empty());
	}

	@Override
	public boolean isEmpty() {
		for (int id : ids)
			if (id != 0) return false;
		return true;
	}

	@Override
	public Task task() {
		return Task.SEMANTIC_SEGMENTATION;
	}

	/** The same segments and score maps with other ids on the pixels. */
	public LabelMap withIds(int[] other) {
		return new LabelMap(width, height, other, segments, scores);
	}

	/** This map as a part of a larger plane, whose other pixels are background. */
	public LabelMap placed(int x, int y, int planeWidth, int planeHeight) {
		if (planeWidth == width && planeHeight == height) return this;
		int[] placed = new int[Math.multiplyExact(planeWidth, planeHeight)];
		for (int j = 0; j < height; j++)
			System.arraycopy(ids, j * width, placed, (y + j) * planeWidth + x, width);
		return new LabelMap(planeWidth, planeHeight, placed, segments,
			scores.map(s -> s.placed(x, y, width, planeWidth, planeHeight)));
	}

	/**
	 * A map of objects, numbered 1..n in the order of their first pixels, row after row. Writes the
	 * new ids into the given array; objects without a pixel vanish.
	 *
	 * @param object for each value of {@code ids} the number of its object from 1, or 0 for
	 *        background
	 */
	public static LabelMap ofObjects(int width, int height, int[] ids, int[] object,
		List<ClassScore> objects)
	{
		int[] newId = new int[objects.size() + 1];
		List<Segment> segments = new ArrayList<>();
		int last = -1, lastNew = 0;
		for (int i = 0; i < ids.length; i++) {
			// Neighbours mostly share their object.
			if (ids[i] == last) {
				ids[i] = lastNew;
				continue;
			}
			last = ids[i];
			int o = object[last];
			if (o > 0 && newId[o] == 0) {
				newId[o] = segments.size() + 1;
				segments.add(new Segment(newId[o], objects.get(o - 1), true));
			}
			ids[i] = lastNew = newId[o];
		}
		return new LabelMap(width, height, ids, segments);
	}

	/** A rectangle of the map as a map of its own; segments may end up without a pixel. */
	public LabelMap crop(int x, int y, int w, int h) {
		if (w == width && h == height) return this;
		int[] part = new int[w * h];
		for (int row = 0; row < h; row++)
			System.arraycopy(ids, (y + row) * width + x, part, row * w, w);
		return new LabelMap(w, h, part, segments);
	}

	/** The largest id, 0 where there is none. */
	public int maxId() {
		return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).id();
	}

	/** For each id its new one, without gaps from 1 for the segments that pass, 0 for the others. */
	public int[] newIds(Predicate<Segment> keep) {
		int[] newId = new int[maxId() + 1];
		int kept = 0;
		for (Segment s : segments)
			if (keep.test(s)) newId[s.id()] = ++kept;
		return newId;
	}

	/** Keeps the segments that pass, numbered anew from 1, and turns the others into background. */
	public LabelMap renumbered(Predicate<Segment> keep) {
		return renumbered(newIds(keep));
	}

	/** The segments under their new ids; those whose new id is 0 become background. */
	public LabelMap renumbered(int[] newId) {
		List<Segment> kept = new ArrayList<>(segments.size());
		for (Segment s : segments) {
			int id = newId[s.id()];
			if (id > 0) kept.add(new Segment(id, s.best(), s.thing()));
		}
		if (kept.size() == maxId()) return this;
		int[] mapped = new int[ids.length];
		for (int i = 0; i < ids.length; i++)
			mapped[i] = newId[ids[i]];
		return new LabelMap(width, height, mapped, kept, scores);
	}

	/**
	 * The same segments under other ids, which may have gaps; in the order of these.
	 *
	 * @param other for each id the other one
	 */
	public LabelMap underIds(int[] other) {
		int[] mapped = new int[ids.length];
		for (int i = 0; i < ids.length; i++)
			mapped[i] = other[ids[i]];
		List<Segment> renamed = new ArrayList<>(segments.size());
		for (Segment s : segments)
			renamed.add(new Segment(other[s.id()], s.best(), s.thing()));
		renamed.sort(Comparator.comparingInt(Segment::id));
		return new LabelMap(width, height, mapped, renamed, scores);
	}

	/** Keeps some of the segments with their ids, and turns the others into background. */
	public LabelMap only(List<Segment> kept) {
		if (kept.size() == segments.size()) return this;
		BitSet keep = new BitSet(maxId() + 1);
		kept.forEach(s -> keep.set(s.id()));
		int[] mapped = new int[ids.length];
		int last = 0, stays = 0;
		for (int i = 0; i < ids.length; i++) {
			if (ids[i] != last) {
				last = ids[i];
				stays = keep.get(last) ? last : 0;
			}
			mapped[i] = stays;
		}
		return new LabelMap(width, height, mapped, kept, scores);
	}

	/**
	 * The same objects under ids 1..n in the order of the segments, where the ids have large gaps;
	 * for arrays with an element for each id.
	 */
	public LabelMap compact() {
		if (IdIndex.isDense(maxId(), segments.size())) return this;
		IdIndex index = IdIndex.of(segments.stream().mapToInt(Segment::id).toArray());
		List<Segment> compact = new ArrayList<>(segments.size());
		for (Segment s : segments)
			compact.add(new Segment(compact.size() + 1, s.best(), s.thing()));
		int[] places = new int[ids.length];
		for (int i = 0, last = 0, place = 0; i < ids.length; i++) {
			// Neighbours mostly share their object.
			if (ids[i] != last) place = index.place(ids[i]);
			last = ids[i];
			places[i] = place;
		}
		return new LabelMap(width, height, places, compact, scores);
	}

	/** The box of each id 0..maxId as x, y, width, height, all 0 where an id has no pixel. */
	public int[] boxes() {
		int n = maxId() + 1;
		int[] box = new int[4 * n];
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++) {
				int at = 4 * ids[i];
				if (box[at + 3] == 0) {
					box[at] = x;
					box[at + 1] = y;
					box[at + 2] = 1;
				}
				else if (x < box[at]) {
					box[at + 2] += box[at] - x;
					box[at] = x;
				}
				else if (x >= box[at] + box[at + 2]) box[at + 2] = x - box[at] + 1;
				box[at + 3] = y - box[at + 1] + 1;
			}
		return box;
	}

	/** The pixels of one id, cropped to its box as {@link #boxes} gives it. */
	public Mask mask(int id, int[] boxes) {
		int x = boxes[4 * id], y = boxes[4 * id + 1], w = boxes[4 * id + 2], h = boxes[4 * id + 3];
		byte[] inside = new byte[w * h];
		for (int j = 0; j < h; j++)
			for (int i = 0, from = (y + j) * width + x; i < w; i++)
				if (ids[from + i] == id) inside[j * w + i] = 1;
		return new Mask(x, y, w, h, inside);
	}
}
