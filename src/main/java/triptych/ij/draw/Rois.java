package triptych.ij.draw;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.TextRoi;
import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Mask;
import triptych.core.Numbers;
import triptych.core.Progress;
import triptych.core.Region;
import triptych.core.Region.RotatedBox;
import triptych.core.Segment;
import triptych.ij.convert.Position;

/**
 * Predictions as ImageJ ROIs, each with its name ({@code class-0001 0.93}), group (class index +
 * 1), properties (id, class, classId, score, model), position and colour.
 */
public final class Rois {

	/** Groups above this throw in ImageJ 1.54. */
	private static final int LARGEST_GROUP = 255;
	/** The property of what an evaluation has drawn onto an image. */
	public static final String MARK = "evaluation";

	private static final String OWN = "triptych";

	/** Where a ROI of the user's was classified, which stays beside it. */
	private static final String COPY = "copy";

	private final String model;
	private final Position position;
	private final Colouring colouring;

	/** Coloured by class. */
	public Rois(String model, Position position) {
		this(model, position, Colouring.BY_CLASS);
	}

	public Rois(String model, Position position, Colouring colouring) {
		this.model = model;
		this.position = position;
		this.colouring = colouring;
	}

	/** Sub-pixel boxes, and outlines where the model gives masks. */
	public List<Roi> of(Detections detections) {
		return of(detections, detections.ids());
	}

	/** @param ids of the objects */
	public List<Roi> of(Detections detections, int[] ids) {
		List<Roi> rois = new ArrayList<>(detections.items().size());
		for (Detection d : detections.items()) {
			boolean scored = !Double.isNaN(d.best().score());
			rois.add(finish(roi(d.region()), ids[rois.size()], d.best(), scored));
		}
		return rois;
	}

	/** Outlines of the regions of a label map; regions without a pixel are left out. */
	public List<Roi> of(LabelMap map) {
		return of(map, Progress.NONE);
	}

	/** The same, which the user may stop: the outlines of many thousand objects take seconds. */
	public List<Roi> of(LabelMap map, Progress progress) {
		List<Roi> rois = new ArrayList<>(map.segments().size());
		LabelMap compact = map.compact();
		int[] boxes = compact.boxes();
		for (int i = 0; i < map.segments().size(); i++) {
			progress.check();
			Segment s = map.segments().get(i);
			int place = compact.segments().get(i).id();
			if (boxes[4 * place + 2] == 0) continue;
			boolean scored = s.thing() && !Double.isNaN(s.best().score());
			rois.add(finish(outline(compact.mask(place, boxes)), s.id(), s.best(), scored));
		}
		return rois;
	}

	/** The class of a whole image, written into its corner. */
	public Roi caption(ClassScore best) {
		boolean scored = !Double.isNaN(best.score());
		String score = scored ? " " + Numbers.score(best.score()) : "";
		TextRoi text = new TextRoi(5, 5, best.className() + score);
		text.setFillColor(new Color(0, 0, 0, 160));
		Roi roi = finish(text, 1, best, scored);
		roi.setStrokeColor(Color.WHITE);
		return roi;
	}

	/**
	 * A ROI of the user's, or an earlier one of ours, with the class that was found in it; the user's
	 * own stays as it is.
	 */
	public Roi classified(Roi roi, int id, ClassScore best) {
		Roi copy = finish((Roi) roi.clone(), id, best, !Double.isNaN(best.score()));
		if (!isOurs(roi) || isCopy(roi)) copy.setProperty(OWN, COPY);
		return copy;
	}

	/** A text or picture of ours, which is no object. */
	static Roi note(Roi roi, String name, Position position) {
		roi.setName(name);
		roi.setProperty(OWN, "1");
		position.apply(roi);
		return roi;
	}

	/** True for ROIs that Triptych made. */
	public static boolean isOurs(Roi roi) {
		return roi.getProperty(OWN) != null || isMark(roi);
	}

	/** True for what an evaluation drew onto the image: a comment on objects, and none itself. */
	static boolean isMark(Roi roi) {
		return roi.getProperty(MARK) != null;
	}

	private static boolean isCopy(Roi roi) {
		return COPY.equals(roi.getProperty(OWN));
	}

	/**
	 * ROIs of one plane, of which those that were classified are there twice: as the user drew them,
	 * and with their class.
	 *
	 * @param classified which of the two stays
	 */
	public static List<Roi> once(List<Roi> rois, boolean classified) {
		Set<String> twins = rois.stream()
			.filter(r -> classified ? isCopy(r) : !isOurs(r))
			.map(Rois::place)
			.collect(Collectors.toSet());
		if (twins.isEmpty()) return rois;
		return rois.stream()
			.filter(r -> !(classified ? !isOurs(r) : isCopy(r)) || !twins.contains(place(r)))
			.toList();
	}

	/** True where both hold the same outlines, as the overlay and the ROI Manager do after a run. */
	public static boolean same(List<Roi> some, List<Roi> others) {
		return some.size() == others.size() && outlines(some).equals(outlines(others));
	}

	/** Those whose outlines are not among the others. */
	public static List<Roi> onlyIn(List<Roi> some, List<Roi> others) {
		Set<String> known = outlines(others);
		return some.stream().filter(r -> !known.contains(place(r) + r.getLength())).toList();
	}

	/** An edge that was mended inside the box changes the length at least. */
	private static Set<String> outlines(List<Roi> rois) {
		return rois.stream().map(r -> place(r) + r.getLength()).collect(Collectors.toSet());
	}

	private static String place(Roi roi) {
		return roi.getTypeAsString() + roi.getFloatBounds();
	}

	private static Roi roi(Region region) {
		if (region instanceof Mask m) return outline(m);
		if (region instanceof RotatedBox r) return turned(r);
		Box b = Box.around(region);
		return new Roi(b.x1(), b.y1(), b.width(), b.height());
	}

	/** ImageJ draws it around the line between the middles of its short sides. */
	private static Roi turned(RotatedBox r) {
		double dx = Math.cos(r.angle()) * r.length() / 2, dy = Math.sin(r.angle()) * r.length() / 2;
		return new RotatedRectRoi(r.x() - dx, r.y() - dy, r.x() + dx, r.y() + dy, r.breadth());
	}

	/** The outline of the pixels of a mask, with its holes. */
	public static Roi outline(Mask m) {
		return RoiOutline.of(m);
	}

	private Roi finish(Roi roi, int id, ClassScore best, boolean scored) {
		// A "/" would become a folder in the zip of the ROI Manager.
		String name = best.className().replace('/', '_') + "-" + Numbers.padded(id, 4);
		roi.setName(scored ? name + " " + Numbers.score(best.score()) : name);
		GroupColours.prepare();
		roi.setGroup(Math.min(LARGEST_GROUP, best.classId() + 1));
		// The colours of groups depend on the installation; the first one is often a blue that is lost
		// on a dark image.
		roi.setStrokeColor(colouring.of(id, best));
		roi.setProperty(OWN, "1");
		roi.setProperty("id", String.valueOf(id));
		roi.setProperty("class", best.className());
		roi.setProperty("classId", String.valueOf(best.classId()));
		roi.setProperty("score", scored ? Numbers.fixed(best.score(), 4) : "");
		roi.setProperty("model", model);
		position.apply(roi);
		return roi;
	}
}
