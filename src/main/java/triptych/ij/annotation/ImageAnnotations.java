package triptych.ij.annotation;

import java.util.List;

import ij.gui.Roi;
import triptych.annotation.Annotation;
import triptych.core.LabelMap;

/** What is drawn on an open image, as annotations. */
public final class ImageAnnotations {

	private ImageAnnotations() {}

	/** @param rois area ROIs of one plane */
	public static List<Annotation> of(List<Roi> rois) {
		return rois.stream().map(RoiAnnotation::of).toList();
	}

	/** The objects of a label image. */
	public static List<Annotation> of(LabelMap labels) {
		return LabelImageFormat.of(labels);
	}
}
