package triptych.ij.draw;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.Segment;
import triptych.ij.convert.Position;

/**
 * A prediction drawn over an image while the user still chooses: boxes, outlines of objects, or
 * regions in half transparent colours. Painted as one picture, it is there in milliseconds however
 * many objects there are. The image's own overlay is shown below it and comes back when it is
 * removed.
 */
public final class PreviewPaint {

	/** The number of bands of rows in which rims are searched at the same time. */
	private static final int BANDS = 8;

	/** Several dialogs may be open beside one image; only one of them paints on it. */
	private static final Map<ImagePlus, PreviewPaint> PAINTING = new HashMap<>();

	private final ImagePlus image;
	/**
	 * The image's own overlay, null where it has none; what is shown in its place, and what of its
	 * own is on that.
	 */
	private Overlay own, shown;
	private Set<Roi> along = Set.of();
	private LabelMap rimOf;
	private int rimThickness;
	private int[][] rim = {};

	public PreviewPaint(ImagePlus image) {
		this.image = image;
	}

	/**
	 * Boxes, or outlines of the objects that {@code kept} keeps by their ids, of all where it is
	 * empty.
	 *
	 * @param position the plane of the prediction, which need not be the one that is looked at by now
	 */
	public void objects(Prediction prediction, Optional<boolean[]> kept, Colouring colouring,
		Position position)
	{
		if (prediction instanceof Detections d) show(new Rois("", position).of(d), position);
		else if (prediction instanceof LabelMap map) {
			double zoom = image.getCanvas() == null ? 1 : image.getCanvas().getMagnification();
			int thick = (int) Math.ceil(1 / zoom);
			if (map != rimOf || thick != rimThickness) findRim(map, thick);
			int[] colours = colours(map, colouring);
			kept.ifPresent(k -> {
				for (int id = 0; id < colours.length; id++)
					if (!k[id]) colours[id] = 0;
			});
			BufferedImage picture = new BufferedImage(map.width(), map.height(),
				BufferedImage.TYPE_INT_ARGB);
			int[] to = pixels(picture), ids = map.ids();
			for (int[] band : rim)
				for (int i : band)
					to[i] = colours[ids[i]];
			show(picture, 1, position);
		}
	}

	/** @param opacity in [0,1] */
	public void regions(LabelMap map, double opacity, Position position) {
		BufferedImage picture = new BufferedImage(map.width(), map.height(),
			BufferedImage.TYPE_INT_ARGB);
		int[] to = pixels(picture), ids = map.ids(), colours = colours(map, Colouring.BY_ID);
		for (int i = 0; i < to.length; i++)
			to[i] = colours[ids[i]];
		show(picture, opacity, position);
	}

	private void show(BufferedImage picture, double opacity, Position position) {
		ImageRoi roi = new ImageRoi(0, 0, picture);
		roi.setOpacity(opacity);
		show(List.of(Rois.note(roi, "preview", position)), position);
	}

	private void show(List<Roi> drawn, Position position) {
		PreviewPaint other = PAINTING.put(image, this);
		if (other != null && other != this) other.restore();
		own = own();
		along = elements(own);
		along.removeIf(r -> Rois.isOurs(r) && position.holds(r));
		shown = new Overlay();
		if (own != null) for (Roi roi : own)
			if (along.contains(roi)) shown.add(roi);
		drawn.forEach(shown::add);
		image.setOverlay(shown);
	}

	/** With what the user has added to the overlay or taken from it while the preview was on. */
	private Overlay own() {
		Overlay now = image.getOverlay();
		if (shown == null || now != shown) return now;
		Set<Roi> there = elements(now);
		for (Roi roi : along)
			if (!there.contains(roi)) own.remove(roi);
		for (Roi roi : now)
			if (!Rois.isOurs(roi) && !along.contains(roi)) {
				if (own == null) own = new Overlay();
				own.add(roi);
			}
		return own;
	}

	/** Two that lie on the same place are two. */
	private static Set<Roi> elements(Overlay overlay) {
		Set<Roi> elements = Collections.newSetFromMap(new IdentityHashMap<>());
		if (overlay != null) elements.addAll(Arrays.asList(overlay.toArray()));
		return elements;
	}

	/** Shows the image with the overlay that it had; one that somebody has set meanwhile stays. */
	public void remove() {
		if (PAINTING.remove(image, this)) restore();
	}

	private void restore() {
		if (shown != null && image.getOverlay() == shown) image.setOverlay(own());
		shown = null;
	}

	/**
	 * The pixels on the rim of each object, so many pixels thick that it can be seen; found once for
	 * each map.
	 */
	private void findRim(LabelMap map, int thick) {
		int bands = Math.min(map.height(), BANDS);
		rim = IntStream.range(0, bands)
			.parallel()
			.mapToObj(b -> new Rim(map, thick, (int) ((long) map.height() * b / bands),
				(int) ((long) map.height() * (b + 1) / bands)).pixels())
			.toArray(int[][]::new);
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
