package triptych.annotation.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import triptych.annotation.Annotation;
import triptych.annotation.Shape;
import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.TriptychException;
import triptych.core.pixels.RunMask;

/**
 * Objects with the pixels that VOC's pictures give them. Object k of the picture is the k-th of the
 * XML file where their classes agree; else the picture alone counts.
 */
final class VocMasks {

	private VocMasks() {}

	/** @return the same boxes where the image has no picture of objects */
	static List<Annotation> with(Path xml, List<Annotation> boxes) {
		Optional<Path> objects = VocFolders.picture(xml, VocFolders.OBJECTS);
		Optional<Path> classes = VocFolders.picture(xml, VocFolders.CLASSES);
		if (objects.isEmpty() || classes.isEmpty()) return boxes;
		VocPicture picture = VocPicture.read(objects.get()), kinds = VocPicture.read(classes.get());
		if (picture.width() != kinds.width() || picture.height() != kinds.height())
			throw new TriptychException("\"" + objects.get() + "\" and \"" + classes.get()
				+ "\" differ in size.");
		List<String> names = VocFolders.classNames(classes.get());
		String[] byObject = classes(picture, kinds, names, classes.get());
		boolean agree = true;
		for (int k = 1; k < byObject.length; k++)
			if (byObject[k] != null && k <= boxes.size())
				agree &= boxes.get(k - 1).className().equals(byObject[k]);
		return joined(agree ? boxes : List.of(), byObject, masks(picture, byObject));
	}

	/** The class of each object by its number, null where it has no pixel. */
	private static String[] classes(VocPicture objects, VocPicture kinds, List<String> names,
		Path file)
	{
		String[] classes = new String[VocPicture.VOID];
		for (int i = 0; i < objects.numbers().length; i++) {
			int object = objects.numbers()[i] & 0xFF, kind = kinds.numbers()[i] & 0xFF;
			if (object == 0 || object == VocPicture.VOID || classes[object] != null) continue;
			if (kind == 0 || kind == VocPicture.VOID) continue;
			if (kind >= names.size()) throw new TriptychException("The picture \"" + file
				+ "\" has the class number " + kind + ", but there are names for " + (names.size() - 1)
				+ " classes; put them into " + VocFolders.NAMES + " beside its folder, a line each, "
				+ VocFolders.BACKGROUND + " first.");
			classes[object] = names.get(kind);
		}
		return classes;
	}

	private static LabelMap masks(VocPicture picture, String[] classes) {
		int[] ids = new int[picture.numbers().length];
		for (int i = 0; i < ids.length; i++) {
			int object = picture.numbers()[i] & 0xFF;
			if (object != VocPicture.VOID && classes[object] != null) ids[i] = object;
		}
		List<Segment> segments = new ArrayList<>();
		for (int k = 1; k < classes.length; k++)
			if (classes[k] != null)
				segments.add(new Segment(k, new ClassScore(0, classes[k], Double.NaN), true));
		return new LabelMap(picture.width(), picture.height(), ids, segments);
	}

	private static List<Annotation> joined(List<Annotation> boxes, String[] classes, LabelMap map) {
		List<Annotation> annotations = new ArrayList<>();
		int[] bounds = map.boxes();
		for (int k = 1; k <= Math.max(boxes.size(), map.maxId()); k++) {
			boolean inXml = k <= boxes.size();
			boolean inPicture = k < classes.length && classes[k] != null;
			if (!inPicture) {
				if (inXml) annotations.add(boxes.get(k - 1));
				continue;
			}
			RunMask mask = RunMask.of(map.mask(k, bounds));
			if (!inXml) {
				annotations.add(new Annotation(classes[k], Double.NaN, false, new Shape.Pixels(mask),
					Map.of()));
				continue;
			}
			Box box = boxes.get(k - 1).shape().box();
			annotations.add(boxes.get(k - 1).withShape(new Shape.Pixels(box, mask)));
		}
		return annotations;
	}
}
