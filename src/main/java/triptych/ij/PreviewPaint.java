package triptych.ij;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import triptych.core.Classification;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.Segment;

/**
 * A prediction drawn over an image while the user still chooses: boxes, outlines of objects, or regions in half
 * transparent colours. Painted as one picture, it is there in milliseconds however many objects there are. The image's own
 * overlay is shown below it and comes back when it is removed.
 */
public final class PreviewPaint {

	private final ImagePlus image;
	private final Overlay own;

	public PreviewPaint(ImagePlus image) {
		this.image = image;
		own = image.getOverlay();
	}

	/** @param opacity of regions, in [0,1]; outlines are drawn in full */
	public void show(Prediction prediction, boolean regions, double opacity) {
		Overlay both = new Overlay();
		if (own != null) for (Roi roi : own)
			if (!Rois.isOurs(roi)) both.add(roi);
		Position position = Position.of(image);
		for (Roi roi : drawn(prediction, position, regions, opacity))
			both.add(roi);
		image.setOverlay(both);
	}

	/** Shows the image with the overlay that it had. */
	public void remove() {
		image.setOverlay(own);
	}

	private List<Roi> drawn(Prediction prediction, Position position, boolean regions, double opacity) {
		if (prediction instanceof Detections d) return new Rois("", position).of(d);
		if (prediction instanceof Classification || !(prediction instanceof LabelMap map)) return List.of();
		double zoom = image.getCanvas() == null ? 1 : image.getCanvas().getMagnification();
		ImageRoi picture = new ImageRoi(0, 0, regions ? filled(map) : outlined(map, (int) Math.ceil(1 / zoom)));
		picture.setZeroTransparent(true);
		picture.setOpacity(regions ? opacity : 1);
		position.apply(picture);
		return new ArrayList<>(List.of(picture));
	}

	private static BufferedImage filled(LabelMap map) {
		BufferedImage picture = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_INT_ARGB);
		int[] to = pixels(picture), ids = map.ids(), colours = colours(map);
		for (int i = 0; i < to.length; i++)
			to[i] = colours[ids[i]];
		return picture;
	}

	/** The rim of each object, so many pixels thick that it can be seen. */
	private static BufferedImage outlined(LabelMap map, int thick) {
		int w = map.width(), h = map.height();
		BufferedImage picture = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
		int[] to = pixels(picture), ids = map.ids(), colours = colours(map);
		for (int y = 0; y < h; y++)
			for (int x = 0, i = y * w; x < w; x++, i++) {
				int id = ids[i];
				if (id == 0) continue;
				boolean inner = x >= thick && x < w - thick && y >= thick && y < h - thick && ids[i - thick] == id && ids[i
					+ thick] == id && ids[i - thick * w] == id && ids[i + thick * w] == id;
				if (!inner) to[i] = colours[id];
			}
		return picture;
	}

	private static int[] colours(LabelMap map) {
		int[] colours = new int[map.maxId() + 1];
		for (Segment s : map.segments())
			colours[s.id()] = LabelImages.colour(s.thing() ? 1 + (s.id() - 1) % 255 : s.id()).getRGB();
		return colours;
	}

	private static int[] pixels(BufferedImage picture) {
		return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
	}
}
