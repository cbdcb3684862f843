package triptych.evaluation.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import triptych.core.Box;
import triptych.core.TriptychException;
import triptych.evaluation.Evaluated.PlaneName;
import triptych.evaluation.EvaluationResult;
import triptych.evaluation.compare.Marks;
import triptych.evaluation.compare.Marks.Mark;
import triptych.evaluation.PairReader;
import triptych.evaluation.source.Content;
import triptych.evaluation.source.Item;
import triptych.evaluation.source.Places;
import triptych.ij.convert.Position;
import triptych.ij.draw.Rois;

/** What is right, wrong and missed as ROIs on the open image that was evaluated. */
public final class MarkedOverlay {

	/** What the colours mean. */
	public static final String LEGEND =
		"on the image: right in blue, wrong in orange, missed in yellow";

	private MarkedOverlay() {}

	/**
	 * Adds them to the image's overlay; those of an earlier evaluation are replaced, all others stay.
	 *
	 * @throws TriptychException where no image is open, or no objects were compared
	 */
	public static void draw(EvaluationResult result) {
		ImagePlus image = Places.image(result.options().predictions())
			.or(() -> Places.image(result.options().truth()))
			.orElseThrow(() -> new TriptychException("The key outputs has the value overlay, which needs"
				+ " truth or predictions to be an open image, by its title."));
		Overlay before = image.getOverlay(), after = new Overlay();
		if (before != null) for (Roi roi : before)
			if (roi.getProperty(Rois.MARK) == null) after.add(roi);
		List<PlaneName> planes = result.evaluated().images();
		for (PlaneName plane : planes)
			for (Roi roi : rois(result, plane)) {
				// Of ROIs without a place nobody knows the plane.
				boolean placed = planes.size() > 1 || !plane.plane().equals(Item.ONLY);
				if (placed) place(image, plane.plane()).apply(roi);
				after.add(roi);
			}
		after.drawLabels(false);
		image.setOverlay(after);
	}

	private static List<Roi> rois(EvaluationResult result, PlaneName plane) {
		List<Content> both = PairReader.again(plane);
		Marks marks = result.outcome().marker().of(plane.name(), both.get(0), both.get(1));
		List<Roi> rois = new ArrayList<>();
		for (Mark mark : marks.shapes()) {
			Roi roi = roi(mark);
			Color colour = MarkedPicture.COLOURS.get(mark.kind());
			roi.setStrokeColor(colour);
			roi.setStrokeWidth(2);
			roi.setName(mark.kind().word() + " " + mark.className());
			roi.setProperty(Rois.MARK, mark.kind().word());
			rois.add(roi);
		}
		return rois;
	}

	private static Roi roi(Mark mark) {
		if (mark.mask() != null) return Rois.outline(mark.mask().mask());
		Box b = mark.box();
		return new Roi(b.x1(), b.y1(), b.width(), b.height());
	}

	/** Frames of a stack without slices may be called as slices are. */
	private static Position place(ImagePlus image, String plane) {
		String[] at = plane.split("\\.");
		int slice = Integer.parseInt(at[0]), frame = Integer.parseInt(at[1]);
		boolean frames = image.getNSlices() == 1 && slice > 1;
		int z = frames ? 1 : Math.min(slice, image.getNSlices());
		int t = Math.min(frames ? slice : frame, image.getNFrames());
		return Position.of(image, image.getStackIndex(1, z, t));
	}
}
