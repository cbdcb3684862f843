package triptych.plugin.review;

import java.awt.Color;
import java.awt.Point;
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
import triptych.ij.convert.Position;
import triptych.review.Corrections;
import triptych.review.PlaneObjects;
import triptych.review.ReviewedImage;
import triptych.run.Crop;

/**
 * The image on the screen, a copy whose pixels may come to harm, with the outlines of its objects
 * and those that are chosen.
 */
final class ShownImage {

	private static final Color CHOSEN = Color.YELLOW, MERGED = Color.MAGENTA;
	/** In pixels of the screen; a hand shakes. */
	private static final int STILL = 3;

	private final ReviewedImage reviewed;
	private final ImagePlus shown;
	private final Set<Integer> chosen = new LinkedHashSet<>();
	private final Runnable changed;
	private List<Roi> outlines = List.of();
	private Set<Integer> merged = Set.of();
	private int plane;

	/** @param changed told when another object or another plane is chosen */
	ShownImage(ReviewedImage reviewed, Runnable changed) {
		this.reviewed = reviewed;
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
				if (pressed.distance(e.getPoint()) <= STILL && e.getButton() == MouseEvent.BUTTON1)
					clicked(canvas.offScreenX(e.getX()), canvas.offScreenY(e.getY()), e.isShiftDown());
			}
		});
	}

	private void clicked(int x, int y, boolean more) {
		int id = objects().at(x, y);
		if (!more) chosen.clear();
		if (id != 0 && !chosen.remove(id)) chosen.add(id);
		paint();
		changed.run();
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

	PlaneObjects objects() {
		follow();
		return reviewed.plane(plane);
	}

	Corrections corrections() {
		follow();
		return reviewed.corrections(plane);
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
		paint();
	}

	/** The pixels that are drawn around; null where there is no such selection. */
	Mask area() {
		Roi roi = shown.getRoi();
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

	/** Draws the objects as they are now. */
	void refresh() {
		chosen.removeIf(id -> !reviewed.plane(plane).has(id));
		outlines = reviewed.outlines(plane);
		merged = reviewed.merged(plane);
		paint();
	}

	private void paint() {
		Overlay overlay = new Overlay();
		for (Roi roi : outlines) {
			int id = Integer.parseInt(roi.getProperty("id"));
			Roi drawn = (Roi) roi.clone();
			if (merged.contains(id)) mark(drawn, MERGED, 2);
			if (chosen.contains(id)) mark(drawn, CHOSEN, 3);
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
