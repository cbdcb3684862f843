package triptych.annotation.coco;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationSet;
import triptych.annotation.AnnotationWriter;

/**
 * COCO panoptic: a JSON file of segments and a PNG of their numbers for each image, or the folder
 * that Triptych writes them into. A file alone is recognised as {@link CocoFormat COCO}.
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
		return Files.isRegularFile(path.resolve(PanopticSet.JSON));
	}

	@Override
	public AnnotationSet open(Path path) {
		return new CocoFormat().open(PanopticSet.file(path));
	}

	@Override
	public AnnotationSet open(Path path, Path truth) {
		return new CocoFormat().open(PanopticSet.file(path), truth);
	}

	@Override
	public AnnotationWriter writer(Path target, List<AnnotatedClass> classes, boolean append) {
		return new PanopticWriter(target, classes, append);
	}
}
