package triptych.evaluation.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationSet;
import triptych.annotation.Shape;
import triptych.core.Task;
import triptych.core.TriptychException;

/** Annotations of any format, such as COCO. */
final class AnnotationContents {

	/** At most this many images are read to tell boxes from outlines. */
	private static final int LOOKED_AT = 20;

	private AnnotationContents() {}

	/** @param truth of which they are predictions, where that is a file or folder */
	static Source of(String text, AnnotationFormat format, Path path, Optional<Path> truth) {
		AnnotationSet set = truth.isPresent() ? format.open(path, truth.get()) : format.open(path);
		List<Item> items = new ArrayList<>();
		List<String> names = set.names();
		for (int i = 0; i < names.size(); i++) {
			int index = i;
			items.add(new Item(withoutEnding(names.get(i)), path + ": " + names.get(i),
				() -> Map.of(Item.ONLY, content(set.image(index)))));
		}
		// Equal scores are taken in the order of the images; COCO's tools sort them by their numbers,
		// which are their names in COCO's own files.
		items.sort(Comparator.comparing(Item::name));
		if (items.isEmpty())
			throw new TriptychException("\"" + path + "\" holds no image with annotations.");
		return new Source(text, Optional.of(task(items)), false, items, pictures(set, path),
			set::notes, set::close);
	}

	/** Where the images lie, as far as one of them is found. */
	private static Optional<Path> pictures(AnnotationSet set, Path path) {
		Optional<Path> file = set.image(0).file();
		if (file.isPresent()) return file.map(f -> f.toAbsolutePath().getParent());
		return Pictures.beside(path);
	}

	private static String withoutEnding(String name) {
		String path = name.replace('\\', '/');
		return path.substring(0, path.lastIndexOf('/') + 1) + AnnotatedImage.stem(path);
	}

	private static Content content(AnnotatedImage image) {
		return new Content.Objects(image.width(), image.height(), image.annotations());
	}

	private static Task task(List<Item> items) {
		boolean outlines = false, boxes = false;
		for (Item item : items.subList(0, Math.min(LOOKED_AT, items.size())))
			for (Content content : item.planes().values())
				for (Annotation a : ((Content.Objects) content).annotations()) {
					if (a.properties().containsKey("isthing")) return Task.PANOPTIC_SEGMENTATION;
					if (a.shape() instanceof Shape.WholeImage) return Task.CLASSIFICATION;
					if (a.shape() instanceof Shape.Rectangle) boxes = true;
					else outlines = true;
				}
		return outlines && !boxes ? Task.INSTANCE_SEGMENTATION : Task.DETECTION;
	}
}
