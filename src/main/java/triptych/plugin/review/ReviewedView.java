package triptych.plugin.review;

import java.awt.Color;
import java.awt.Point;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.FloatPolygon;
import triptych.core.Mask;
import triptych.core.Region;
import triptych.ij.convert.Position;
import triptych.ij.draw.RoiRegion;
import triptych.review.Corrections;
import triptych.review.ReviewKind;
import triptych.review.ReviewedImage;
import triptych.review.ReviewedPlane;
import triptych.review.ReviewedRegions;
import triptych.run.Crop;

/**
 * The image on the screen, a copy whose pixels may come to harm, with the outlines of what was
 * found and those that are chosen. A chosen box is the selection, so that its edges can be dragged.
 */
final class ReviewedView {

	private static final Color CHOSEN = Color.YELLOW, MERGED = Color.MAGENTA;
	/** In pixels of the screen; a hand shakes. */
	private static final int STILL = 3;

	private final ReviewedImage reviewed;
	private final ReviewKind kind;
	private final ImagePlus shown;
	private final Set<Integer> chosen = new LinkedHashSet<>();
	private final Runnable changed;
	private List<Roi> outlines = List.of();
	private Set<Integer> merged = Set.of();
	private int plane;
	/** The selection that stands for the chosen box, and where that was; null where there is none. */
	private Roi handle;
	private Region before;

	/** @param changed told when something else is chosen, another plane is, or a box was dragged */
	ReviewedView(ReviewedImage reviewed, ReviewKind kind, Runnable changed) {
		this.reviewed = reviewed;
		this.kind = kind;
		this.changed = changed;
		reviewed.image().deleteRoi();
		shown = reviewed.image().duplicate();
		shown.setTitle(reviewed.image().getTitle());
		Position first = reviewed.positions().get(0);
		if (shown.getStackSize() > 1) shown.setPosition(1, first.slice(), first.frame());
		refresh();
	}

	ImagePlus image() {
		return shown;
	}

	void show() {
		shown.show();
		ImageCanvas canvas = shown.getCanvas();
		canvas.addMouseListener(new MouseAdapter() {

			private Point pressed = new Point();

			@Override
			public void mousePressed(MouseEvent e) {
				pressed = e.getPoint();
			}

			@Override
			public void mouseReleased(MouseEvent e) {
				boolean click = pressed.distance(e.getPoint()) <= STILL
					&& e.getButton() == MouseEvent.BUTTON1;
				if (click)
					clicked(canvas.offScreenX(e.getX()), canvas.offScreenY(e.getY()), e.isShiftDown());
				changed.run();
			}
		});
		canvas.addKeyListener(new KeyAdapter() {

			/** The arrows move a selection. */
			@Override
			public void keyReleased(KeyEvent e) {
				if (handle != null) changed.run();
			}
		});
	}

	private void clicked(int x, int y, boolean more) {
		if (kind == ReviewKind.REGIONS) {
			follow();
			shown.setRoi(((ReviewedRegions) reviewed).part(plane, x, y));
			return;
		}
		int id = found().at(x, y);
		if (!more) chosen.clear();
		if (id != 0 && !chosen.remove(id)) chosen.add(id);
		takeHandle();
		paint();
	}

	/** The box that is chosen alone can be dragged; an outline is drawn anew. */
	private void takeHandle() {
		if (handle != null && shown.getRoi() == handle) shown.deleteRoi();
		handle = null;
		if (!kind.takesBoxes() || chosen.size() != 1) return;
		int id = chosen.iterator().next();
		if (found().region(id) instanceof Mask) return;
		Roi box = (Roi) outline(id).clone();
		shown.setRoi(box);
		handle = shown.getRoi();
		before = RoiRegion.of(handle);
	}

	private Roi outline(int id) {
		return outlines.stream().filter(roi -> id(roi) == id).findFirst().orElseThrow();
	}

	private static int id(Roi roi) {
		return Integer.parseInt(roi.getProperty("id"));
	}

	/** Where the chosen box was dragged to; null where it was not. */
	Region dragged() {
		if (handle == null || shown.getRoi() != handle) return null;
		Region now = RoiRegion.of(handle);
		return now.equals(before) ? null : now;
	}

	/** Where the plane that is shown stands among those of the run; -1 where it has no results. */
	private int current() {
		for (int i = 0; i < reviewed.positions().size(); i++) {
			Position p = reviewed.positions().get(i);
			boolean slice = shown.getNSlices() == 1 || p.slice() == shown.getZ();
			boolean frame = shown.getNFrames() == 1 || p.frame() == shown.getT();
			if (slice && frame) return i;
		}
		return -1;
	}

	/** Another plane has other objects. */
	private void follow() {
		int now = Math.max(0, current());
		if (now == plane) return;
		plane = now;
		chosen.clear();
		refresh();
	}

	/** Of the planes of the run, which is shown. */
	int plane() {
		follow();
		return plane;
	}

	ReviewedPlane found() {
		return reviewed.plane(plane());
	}

	Corrections corrections() {
		return reviewed.corrections(plane());
	}

	boolean hasResults() {
		return current() >= 0;
	}

	List<Integer> chosen() {
		follow();
		return List.copyOf(chosen);
	}

	void choose(List<Integer> ids) {
		chosen.clear();
		chosen.addAll(ids);
		takeHandle();
		paint();
	}

	/** What is drawn: a box where boxes are wanted, else pixels; null where nothing is. */
	Region area() {
		Roi roi = shown.getRoi();
		if (roi == null || roi == handle || !roi.isArea()) return null;
		if (kind.takesBoxes()) return RoiRegion.of(roi);
		return Crop.of(roi, shown.getWidth(), shown.getHeight()).map(Crop::object).orElse(null);
	}

	/** The corners of the line that is drawn, x then y; null where there is none. */
	double[][] line() {
		Roi roi = shown.getRoi();
		if (roi == null || !roi.isLine()) return null;
		FloatPolygon p = roi.getFloatPolygon();
		double[][] corners = new double[2][p.npoints];
		for (int i = 0; i < p.npoints; i++) {
			corners[0][i] = p.xpoints[i];
			corners[1][i] = p.ypoints[i];
		}
		return p.npoints < 2 ? null : corners;
	}

	/** Draws all as it is now. */
	void refresh() {
		chosen.removeIf(id -> !reviewed.plane(plane).has(id));
		outlines = reviewed.outlines(plane);
		merged = reviewed.merged(plane);
		takeHandle();
		paint();
	}

	private void paint() {
		Overlay overlay = new Overlay();
		for (Roi roi : outlines) {
			Roi drawn = (Roi) roi.clone();
			if (merged.contains(id(roi))) mark(drawn, MERGED, 2);
			if (chosen.contains(id(roi))) mark(drawn, CHOSEN, 3);
			overlay.add(drawn);
		}
		shown.setOverlay(overlay);
	}

	private static void mark(Roi roi, Color colour, int width) {
		roi.setStrokeColor(colour);
		roi.setStrokeWidth(width);
	}

	/** Nothing is asked: the pixels are a copy. */
	void close() {
		shown.changes = false;
		shown.close();
	}
}
