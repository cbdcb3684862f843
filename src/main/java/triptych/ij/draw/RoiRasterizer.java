package triptych.ij.draw;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ImageProcessor;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.ij.convert.LabelPlane;

/**
 * Area ROIs painted into a label map. A ROI that Triptych named keeps its id, others get the next
 * free ones; where ROIs overlap the higher score wins, one without a score, which somebody has
 * drawn, before all, and of equals the first.
 *
 * @param painter holds the pixels
 * @param segments of the ROIs that have a pixel, in the order of their ids
 * @param hidden names of ROIs that lie outside or wholly under others, and so have no pixel
 * @param covered for the others, by their name, how many of their pixels lie under others
 */
public record RoiRasterizer(RoiPainter painter, List<Segment> segments, List<String> hidden,
	Map<String, Integer> covered)
{

	/** Groups of ImageJ that have no name of their own. */
	private static final String GROUP = "group ";

	/** @param at its place among the ROIs */
	private record Numbered(Roi roi, int at, Segment segment) {

		String name() {
			return roi.getName() == null ? "object " + segment.id() : roi.getName();
		}

		/** What somebody has drawn is certain. */
		double certainty() {
			return Double.isNaN(segment.best().score()) ? 2 : segment.best().score();
		}
	}

	/**
	 * True for selections and outlines of an area; a text or an image on an overlay is none, nor is
	 * what an evaluation has drawn there.
	 */
	public static boolean isArea(Roi roi) {
		return roi != null && roi.isArea() && !(roi instanceof TextRoi)
			&& !(roi instanceof ImageRoi) && !Rois.isMark(roi);
	}

	/**
	 * As a label map.
	 *
	 * @param rois area ROIs that lie on one plane
	 * @param ofDrawn the class of ROIs that say nothing of theirs, asked where there are any
	 */
	public static RoiRasterizer of(List<Roi> rois, Supplier<ClassScore> ofDrawn, int width,
		int height)
	{
		List<Numbered> numbered = numbered(rois, ofDrawn);
		return painted(numbered, RoiPainter.ofInts(width, height, numbered.size() + 1));
	}

	/** The same for a label image, whose pixels it paints where these have two bytes each. */
	public static RoiRasterizer ofImage(List<Roi> rois, Supplier<ClassScore> ofDrawn, int width,
		int height)
	{
		List<Numbered> numbered = numbered(rois, ofDrawn);
		int values = numbered.size() + 1;
		// Ids ascend, so no place is above its id.
		boolean small = numbered.isEmpty() || numbered.get(values - 2).segment().id() < 65536;
		return painted(numbered, small ? RoiPainter.ofShorts(width, height, values)
			: RoiPainter.ofInts(width, height, values));
	}

	/** @param numbered in the order of their ids */
	private static RoiRasterizer painted(List<Numbered> numbered, RoiPainter painter) {
		// Painted are places in the list; an id may be a large number.
		List<Integer> weakestFirst = new ArrayList<>(numbered.size());
		for (int place = 1; place <= numbered.size(); place++)
			weakestFirst.add(place);
		weakestFirst.sort(Comparator.<Integer>comparingDouble(p -> numbered.get(p - 1).certainty())
			.thenComparingInt(p -> -numbered.get(p - 1).at()));
		int[] painted = new int[numbered.size() + 1];
		for (int p : weakestFirst)
			painted[p] = painter.paint(numbered.get(p - 1).roi(), p);
		List<String> hidden = new ArrayList<>();
		Map<String, Integer> covered = new LinkedHashMap<>();
		List<Segment> segments = new ArrayList<>();
		int[] ids = new int[painted.length];
		boolean same = true;
		for (int p = 1; p < painted.length; p++) {
			Numbered n = numbered.get(p - 1);
			int left = painter.left(p);
			ids[p] = n.segment().id();
			same &= ids[p] == p;
			if (left > 0) segments.add(n.segment());
			else hidden.add(n.name());
			if (left > 0 && left < painted[p]) covered.put(n.name(), painted[p] - left);
		}
		if (!same) painter.replace(ids);
		return new RoiRasterizer(painter, segments, hidden, covered);
	}

	public LabelMap map() {
		return new LabelMap(painter.width(), painter.height(), painter.ids(), segments);
	}

	/** The largest id, 0 where there is none. */
	int maxId() {
		return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).id();
	}

	/** The painted pixels themselves, where they have two bytes each. */
	Optional<ImageProcessor> image() {
		return painter.image();
	}

	/**
	 * In the order of their ids. Everything that a ROI says is read at one go: of many thousand
	 * none stays in a cache.
	 */
	private static List<Numbered> numbered(List<Roi> rois, Supplier<ClassScore> ofDrawn) {
		BitSet taken = new BitSet();
		int n = rois.size(), largest = 0;
		int[] ids = new int[n];
		ClassScore[] best = new ClassScore[n];
		ClassScore drawn = null;
		for (int i = 0; i < n; i++) {
			Roi roi = rois.get(i);
			int id = Rois.isOurs(roi) ? number(roi.getProperty("id"), 0) : 0;
			if (id > 0 && !taken.get(id)) ids[i] = id;
			taken.set(id);
			largest = Math.max(largest, ids[i]);
			String name = roi.getProperty("class");
			boolean silent = name == null && roi.getGroup() == 0;
			if (silent && drawn == null) drawn = ofDrawn.get();
			best[i] = silent ? scored(roi, drawn.classId(), drawn.className()) : best(roi, name);
		}
		List<Numbered> numbered = new ArrayList<>(n);
		for (int i = 0; i < n; i++) {
			int id = ids[i] > 0 ? ids[i] : ++largest;
			numbered.add(new Numbered(rois.get(i), i, new Segment(id, best[i], true)));
		}
		numbered.sort(Comparator.comparingInt(m -> m.segment().id()));
		return numbered;
	}

	/**
	 * The class of ROIs that somebody has drawn among those of a model: the model's where that has
	 * one only.
	 */
	public static ClassScore ofDrawn(List<Roi> rois) {
		Set<String> names = new HashSet<>();
		ClassScore only = new ClassScore(0, LabelPlane.UNKNOWN, Double.NaN);
		for (Roi roi : rois) {
			String name = roi.getProperty("class");
			if (name == null || names.contains(name) || !Rois.isOurs(roi)) continue;
			names.add(name);
			only = best(roi, name);
		}
		if (names.size() != 1) return new ClassScore(0, LabelPlane.UNKNOWN, Double.NaN);
		return new ClassScore(only.classId(), only.className(), Double.NaN);
	}

	/**
	 * The class from our property, else from the ROI's group.
	 *
	 * @param property null where there is none
	 */
	private static ClassScore best(Roi roi, String property) {
		int group = roi.getGroup();
		String name = property == null ? groupName(group) : property;
		return scored(roi, number(roi.getProperty("classId"), Math.max(0, group - 1)), name);
	}

	private static ClassScore scored(Roi roi, int classId, String name) {
		double score = Double.NaN;
		try {
			String text = roi.getProperty("score");
			if (text != null && !text.isEmpty()) score = Double.parseDouble(text);
		}
		catch (NumberFormatException e) {
			score = Double.NaN;
		}
		return new ClassScore(classId, name, score);
	}

	private static String groupName(int group) {
		String name = group > 0 ? Roi.getGroupName(group) : null;
		return name == null ? GROUP + group : name;
	}

	private static int number(String text, int otherwise) {
		if (text == null || text.isEmpty() || text.length() > 8) return otherwise;
		for (int i = 0; i < text.length(); i++)
			if (text.charAt(i) < '0' || text.charAt(i) > '9') return otherwise;
		int number = Integer.parseInt(text);
		return number <= LabelPlane.LARGEST_ID ? number : otherwise;
	}
}
