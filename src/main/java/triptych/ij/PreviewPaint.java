package triptych.ij;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
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

	/** The rims are found in so many bands of rows at a time. */
	private static final int BANDS = 8;

	private final ImagePlus image;
	private final Overlay own;
	private LabelMap rimOf;
	private int rimThickness;
	private int[][] rim = {};

	public PreviewPaint(ImagePlus image) {
		this.image = image;
		own = image.getOverlay();
	}

	/** Boxes, or outlines of the objects that {@code kept} keeps by their ids, of all where it is empty. */
	public void objects(Prediction prediction, Optional<boolean[]> kept, Colouring colouring) {
		if (prediction instanceof Detections d) show(new Rois("", Position.of(image)).of(d));
		else if (prediction instanceof LabelMap map) {
			double zoom = image.getCanvas() == null ? 1 : image.getCanvas().getMagnification();
			int thick = (int) Math.ceil(1 / zoom);
			if (map != rimOf || thick != rimThickness) findRim(map, thick);
			int[] colours = colours(map, colouring);
			kept.ifPresent(k -> {
				for (int id = 0; id < colours.length; id++)
					if (!k[id]) colours[id] = 0;
			});
			BufferedImage picture = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_INT_ARGB);
			int[] to = pixels(picture), ids = map.ids();
			for (int[] band : rim)
				for (int i : band)
					to[i] = colours[ids[i]];
			show(picture, 1);
		}
	}

	/** @param opacity in [0,1] */
	public void regions(LabelMap map, double opacity) {
		BufferedImage picture = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_INT_ARGB);
		int[] to = pixels(picture), ids = map.ids(), colours = colours(map, Colouring.BY_ID);
		for (int i = 0; i < to.length; i++)
			to[i] = colours[ids[i]];
		show(picture, opacity);
	}

	private void show(BufferedImage picture, double opacity) {
		ImageRoi roi = new ImageRoi(0, 0, picture);
		roi.setOpacity(opacity);
		Position.of(image).apply(roi);
		show(List.of(roi));
	}

	private void show(List<? extends Roi> drawn) {
		Overlay both = new Overlay();
		if (own != null) for (Roi roi : own)
			if (!Rois.isOurs(roi)) both.add(roi);
		drawn.forEach(both::add);
		image.setOverlay(both);
	}

	/** Shows the image with the overlay that it had. */
	public void remove() {
		image.setOverlay(own);
	}

	/** The pixels on the rim of each object, so many pixels thick that it can be seen; found once for each map. */
	private void findRim(LabelMap map, int thick) {
		int bands = Math.min(map.height(), BANDS);
		rim = IntStream.range(0, bands).parallel().mapToObj(b -> new Rim(map, thick, (int) ((long) map.height() * b / bands),
			(int) ((long) map.height() * (b + 1) / bands)).pixels()).toArray(int[][]::new);
		rimOf = map;
		rimThickness = thick;
	}

	private static int[] colours(LabelMap map, Colouring colouring) {
		int[] colours = new int[map.maxId() + 1];
		for (Segment s : map.segments())
			colours[s.id()] = colouring.of(s.id(), s.best()).getRGB();
		return colours;
	}

	private static int[] pixels(BufferedImage picture) {
		return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
	}
}
