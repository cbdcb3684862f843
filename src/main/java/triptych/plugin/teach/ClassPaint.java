package triptych.plugin.teach;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ImageProcessor;
import triptych.ij.draw.Palette;
import triptych.teach.ClickGuess;
import triptych.teach.ClickSession;
import triptych.teach.ClickedPlane;

/**
 * Examples and guesses drawn over an image: thick outlines with the number of the class where
 * somebody has given it, thin ones in the colour of the guess. It is drawn where the ROI Manager
 * shows its ROIs, in place of the image's own overlay, which is not touched.
 */
final class ClassPaint {

	/** Of more guesses only the least certain are drawn, so that the image can still be moved. */
	private static final int MOST = 10_000;
	private static final int AROUND = 6, SAMPLE = 32, HALF = 127;
	private static final double THICK = 3, THIN = 1.3;

	/** What an image showed before. */
	private record Shown(ImagePlus image, Overlay all, boolean hidden) {}

	private final Map<ImageCanvas, Shown> before = new LinkedHashMap<>();

	/**
	 * @param guess null where there is none yet
	 * @param offered the object that is asked about, negative where there is none
	 */
	void paint(ImagePlus image, ClickedPlane plane, ClickGuess guess, int offered) {
		ImageCanvas canvas = image.getCanvas();
		if (canvas == null) return;
		int[] given = plane.classes();
		ClickGuess.OfPlane its = guess == null ? null : guess.planes().get(plane);
		Color unknown = isBright(image) ? Color.DARK_GRAY : Color.LIGHT_GRAY;
		Overlay drawn = new Overlay();
		others(given, its).forEach(i -> {
			int guessed = its == null ? ClickSession.NONE : its.classOf()[i];
			drawn.add(outline(plane.rois().get(i), guessed, THIN, unknown));
		});
		for (int i = 0; i < given.length; i++)
			if (given[i] != ClickSession.NONE) {
				drawn.add(outline(plane.rois().get(i), given[i], THICK, unknown));
				drawn.add(number(plane.rois().get(i), given[i]));
			}
		if (offered >= 0) frame(plane.rois().get(offered), drawn);
		show(image, canvas, drawn);
	}

	/** By what is shown of some of its pixels. */
	private static boolean isBright(ImagePlus image) {
		ImageProcessor few = image.getProcessor().resize(SAMPLE, SAMPLE).convertToByte(true);
		return few.getStats().mean > HALF;
	}

	private static IntStream others(int[] given, ClickGuess.OfPlane its) {
		IntStream all = IntStream.range(0, given.length).filter(i -> given[i] == ClickSession.NONE);
		if (given.length <= MOST || its == null) return all.limit(MOST);
		return all.boxed()
			.sorted(Comparator.comparingDouble(i -> its.certainty()[i]))
			.limit(MOST)
			.mapToInt(i -> i);
	}

	private static Roi outline(Roi roi, int classIndex, double width, Color unknown) {
		Roi line = (Roi) roi.clone();
		line.setName(null);
		line.setPosition(0);
		line.setGroup(0);
		line.setFillColor(null);
		boolean none = classIndex == ClickSession.NONE;
		line.setStrokeColor(none ? unknown : Palette.ofClass(classIndex));
		line.setUnscalableStrokeWidth(width);
		return line;
	}

	private static Roi number(Roi roi, int classIndex) {
		Rectangle box = roi.getBounds();
		int size = Math.max(8, Math.min(18, Math.min(box.width, box.height)));
		TextRoi text = new TextRoi(String.valueOf(classIndex + 1), box.getCenterX(),
			box.getCenterY() + size / 2.0, new Font(Font.SANS_SERIF, Font.BOLD, size));
		text.setJustification(TextRoi.CENTER);
		text.setStrokeColor(Color.WHITE);
		text.setFillColor(new Color(0, 0, 0, 140));
		return text;
	}

	/** White on black is seen on every image. */
	private static void frame(Roi roi, Overlay drawn) {
		Rectangle box = roi.getBounds();
		box.grow(AROUND, AROUND);
		for (int width : new int[] { 6, 3 }) {
			Roi frame = new Roi(box);
			frame.setStrokeColor(width == 6 ? Color.BLACK : Color.WHITE);
			frame.setUnscalableStrokeWidth(width);
			drawn.add(frame);
		}
	}

	private void show(ImagePlus image, ImageCanvas canvas, Overlay drawn) {
		if (!before.containsKey(canvas)) {
			before.put(canvas, new Shown(image, canvas.getShowAllList(), image.getHideOverlay()));
			// ImageJ would switch off the labels of an overlay that is drawn below ours.
			image.setHideOverlay(true);
		}
		canvas.setShowAllList(drawn);
		canvas.repaint();
	}

	/** The image looks as it did. */
	void clear(ImagePlus image) {
		ImageCanvas canvas = image.getCanvas();
		if (canvas != null && before.containsKey(canvas)) restore(canvas, before.remove(canvas));
	}

	/** All images look as they did. */
	void close() {
		before.forEach(ClassPaint::restore);
		before.clear();
	}

	private static void restore(ImageCanvas canvas, Shown shown) {
		canvas.setShowAllList(shown.all());
		shown.image().setHideOverlay(shown.hidden());
		canvas.repaint();
	}
}
