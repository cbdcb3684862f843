package triptych.annotation.coco;

import java.nio.file.Path;
import java.util.List;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationSet;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.JsonKind;
import triptych.core.TriptychException;

/** COCO JSON: boxes, outlines and masks, in one file for all images; its results and
 * panoptic files too. */
public final class CocoFormat implements AnnotationFormat {

	@Override
	public String name() {
		return "coco";
	}

	@Override
	public String title() {
		return "COCO JSON";
	}

	@Override
	public boolean accepts(Path path) {
		return JsonKind.of(path) == JsonKind.COCO;
	}

	@Override
	public AnnotationSet open(Path path) {
		CocoEntries entries = CocoEntries.scan(path);
		boolean panoptic = isPanoptic(entries);
		boolean lacking = entries.isResults() || panoptic && isWithoutImages(entries);
		if (!lacking)
			return panoptic ? new PanopticSet(entries, entries) : new CocoSet(entries, entries);
		entries.close();
		throw new TriptychException("\"" + path + "\" is a list of COCO results, which names neither"
			+ " images nor classes; it can only be read together with the COCO file that it is of.");
	}

	/** Results with the images and classes of the truth that they are of. */
	@Override
	public AnnotationSet open(Path path, Path truth) {
		CocoEntries entries = CocoEntries.scan(path);
		CocoEntries images = entries;
		if (entries.isResults() || isWithoutImages(entries))
			images = CocoEntries.scan(PanopticSet.file(truth));
		return isPanoptic(entries) ? new PanopticSet(entries, images)
			: new CocoSet(entries, images);
	}

	private static boolean isPanoptic(CocoEntries entries) {
		EntryList list = entries.list(CocoEntries.ANNOTATIONS);
		return list.size() > 0 && CocoPanoptic.is(entries.text(list, 0));
	}

	private static boolean isWithoutImages(CocoEntries entries) {
		return entries.list(CocoEntries.IMAGES).size() == 0;
	}

	@Override
	public AnnotationWriter writer(Path target, List<AnnotatedClass> classes, boolean append) {
		return new CocoWriter(target, classes, append);
	}
}
