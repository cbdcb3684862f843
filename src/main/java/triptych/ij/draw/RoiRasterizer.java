package triptych.ij.draw;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * @param hidden names of ROIs that lie outside or wholly under others, and so have no pixel
 * @param covered for the others, by their name, how many of their pixels lie under others
 */
public record RoiRasterizer(LabelMap map, List<String> hidden, Map<String, Integer> covered) {

	/** Groups of ImageJ that have no name of their own. */
	private static final String GROUP = "group ";

	private record Numbered(Roi roi, Segment segment) {

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
	 * @param rois area ROIs that lie on one plane
	 * @param ofDrawn the class of ROIs that say nothing of theirs
	 */
	public static RoiRasterizer of(List<Roi> rois, ClassScore ofDrawn, int width, int height) {
		int[] places = new int[Math.multiplyExact(width, height)];
		List<Numbered> numbered = numbered(rois, ofDrawn);
		List<Numbered> weakestFirst = new ArrayList<>(numbered);
		Collections.reverse(weakestFirst);
		weakestFirst.sort(Comparator.comparingDouble(Numbered::certainty));
		numbered.sort(Comparator.comparingInt(n -> n.segment().id()));
		// Painted are places in the list; an id may be a large number.
		Map<Numbered, Integer> place = new IdentityHashMap<>();
		for (Numbered n : numbered)
			place.put(n, place.size() + 1);
		int[] painted = new int[numbered.size() + 1], left = new int[painted.length];
		for (Numbered n : weakestFirst)
			painted[place.get(n)] = paint(n.roi(), place.get(n), places, width, height);
		for (int p : places)
			left[p]++;
		List<String> hidden = new ArrayList<>();
		Map<String, Integer> covered = new LinkedHashMap<>();
		List<Segment> segments = new ArrayList<>();
		int[] ids = new int[painted.length];
		for (Numbered n : numbered) {
			int p = place.get(n);
			ids[p] = n.segment().id();
			if (left[p] > 0) segments.add(n.segment());
			else hidden.add(n.name());
			if (left[p] > 0 && left[p] < painted[p]) covered.put(n.name(), painted[p] - left[p]);
		}
		for (int i = 0; i < places.length; i++)
			places[i] = ids[places[i]];
		return new RoiRasterizer(new LabelMap(width, height, places, segments), hidden, covered);
	}

	private static List<Numbered> numbered(List<Roi> rois, ClassScore ofDrawn) {
		Set<Integer> taken = new HashSet<>();
		int[] ids = new int[rois.size()];
		int largest = 0;
		for (int i = 0; i < ids.length; i++) {
			int id = Rois.isOurs(rois.get(i)) ? number(rois.get(i).getProperty("id"), 0) : 0;
			if (id > 0 && taken.add(id)) ids[i] = id;
			largest = Math.max(largest, ids[i]);
		}
		List<Numbered> numbered = new ArrayList<>(ids.length);
		for (int i = 0; i < ids.length; i++)
			numbered.add(new Numbered(rois.get(i),
				new Segment(ids[i] > 0 ? ids[i] : ++largest, best(rois.get(i), ofDrawn), true)));
		return numbered;
	}

	/**
	 * The class of ROIs that somebody has drawn among those of a model: the model's where that has
	 * one only.
	 */
	public static ClassScore ofDrawn(List<Roi> rois) {
		Set<String> names = new HashSet<>();
		ClassScore only = new ClassScore(0, LabelPlane.UNKNOWN, Double.NaN);
		for (Roi roi : rois)
			if (Rois.isOurs(roi) && roi.getProperty("class") != null
				&& names.add(roi.getProperty("class"))) only = best(roi, only);
		if (names.size() != 1) return new ClassScore(0, LabelPlane.UNKNOWN, Double.NaN);
		return new ClassScore(only.classId(), only.className(), Double.NaN);
	}

	/** The class from our property, else from the ROI's group. */
	private static ClassScore best(Roi roi, ClassScore ofDrawn) {
		int group = roi.getGroup();
		String name = roi.getProperty("class");
		boolean drawn = name == null && group == 0;
		if (name == null) name = drawn ? ofDrawn.className() : groupName(group);
		double score = Double.NaN;
		try {
			String text = roi.getProperty("score");
			if (text != null && !text.isEmpty()) score = Double.parseDouble(text);
		}
		catch (NumberFormatException e) {
			score = Double.NaN;
		}
		int classId = number(roi.getProperty("classId"), Math.max(0, group - 1));
		return new ClassScore(drawn ? ofDrawn.classId() : classId, name, score);
	}

	private static String groupName(int group) {
		String name = group > 0 ? Roi.getGroupName(group) : null;
		return name == null ? GROUP + group : name;
	}

	private static int number(String text, int otherwise) {
		if (text == null || !text.matches("\\d{1,8}")) return otherwise;
		int number = Integer.parseInt(text);
		return number <= LabelPlane.LARGEST_ID ? number : otherwise;
	}

	/** The number of pixels painted. */
	private static int paint(Roi roi, int value, int[] pixels, int width, int height) {
		Rectangle all = roi.getBounds(), box = all.intersection(new Rectangle(width, height));
		ImageProcessor mask = roi.getMask();
		int painted = 0;
		for (int y = box.y; y < box.y + box.height; y++)
			for (int x = box.x; x < box.x + box.width; x++)
				if (mask == null || mask.get(x - all.x, y - all.y) != 0) {
					pixels[y * width + x] = value;
					painted++;
				}
		return painted;
	}
}
