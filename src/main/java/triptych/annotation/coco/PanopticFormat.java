package triptych.annotation.coco;

import java.nio.file.Path;
import java.util.List;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationSet;
import triptych.annotation.AnnotationWriter;

/**
 * COCO panoptic: a JSON file of segments and a PNG of their numbers for each image. A file of it is
 * recognised as {@link CocoFormat COCO}; this is the name to write it by.
 */
public final class PanopticFormat implements AnnotationFormat {

	@Override
	public String name() {
		return "panoptic";
	}

	@Override
	public String title() {
		return "COCO panoptic";
	}

	@Override
	public boolean accepts(Path path) {
		return false;
	}

	@Override
	public AnnotationSet open(Path path) {
		return new PanopticSet(CocoEntries.scan(path));
	}

	@Override
	public AnnotationWriter writer(Path target, List<AnnotatedClass> classes, boolean append) {
		return new PanopticWriter(target, classes, append);
	}
}
