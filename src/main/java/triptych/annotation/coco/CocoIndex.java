package triptych.annotation.coco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import triptych.annotation.AnnotatedClass;
import triptych.core.TriptychException;

/** Images and classes of a COCO file, and which of its annotations belong to which image. */
final class CocoIndex {

	private final CocoEntries images;
	private final List<String> names = new ArrayList<>();
	private final Map<String, AnnotatedClass> classes = new LinkedHashMap<>();
	private final EntryList.Grouped grouped;
	/**
	 * For each image, what the annotations' references are grouped by; -1 where none refers to it.
	 */
	private final int[] reference;

	/**
	 * @param objects with the list of annotations
	 * @param images with the lists of images and categories, the same where they are in one file
	 */
	CocoIndex(CocoEntries objects, CocoEntries images) {
		this.images = images;
		Map<String, Integer> byId = images();
		EntryList categories = images.list(CocoEntries.CATEGORIES);
		for (int i = 0; i < categories.size(); i++) {
			CocoCategory category = images.read(CocoEntries.CATEGORIES, i, CocoCategory::read);
			classes.put(category.id(), category.itsClass());
		}
		List<String> references = objects.references();
		reference = new int[names.size()];
		Arrays.fill(reference, -1);
		grouped = objects.list(CocoEntries.ANNOTATIONS).grouped(references.size());
		for (int r = 0; r < references.size(); r++) {
			Integer image = byId.get(references.get(r));
			if (image == null)
				throw new TriptychException(objects.name(CocoEntries.ANNOTATIONS, grouped.entry(r, 0))
					+ " has the image_id " + references.get(r) + ", which no image of \""
					+ images.file().getFileName() + "\" has.");
			reference[image] = r;
		}
	}

	private Map<String, Integer> images() {
		Map<String, Integer> byId = new HashMap<>();
		Set<String> distinct = new HashSet<>();
		for (int i = 0; i < images.list(CocoEntries.IMAGES).size(); i++) {
			CocoImage image = image(i);
			String entry = images.name(CocoEntries.IMAGES, i);
			if (image.name().isEmpty()) throw new TriptychException(entry + " has no file_name.");
			Integer before = byId.put(image.id(), i);
			if (before != null)
				throw new TriptychException(
					entry + " has the id " + image.id() + ", which entry " + (before + 1) + " has already.");
			if (!distinct.add(image.name()))
				throw new TriptychException(
					entry + " has the file_name \"" + image.name() + "\", which another entry has already.");
			names.add(image.name());
		}
		return byId;
	}

	CocoImage image(int index) {
		return images.read(CocoEntries.IMAGES, index, CocoImage::read);
	}

	List<String> names() {
		return names;
	}

	List<AnnotatedClass> classes() {
		return List.copyOf(classes.values());
	}

	/** The entries of an image, in the order of the file. */
	int[] annotations(int image) {
		int r = reference[image];
		int[] entries = new int[r < 0 ? 0 : grouped.count(r)];
		for (int k = 0; k < entries.length; k++)
			entries[k] = grouped.entry(r, k);
		return entries;
	}

	/**
	 * @param entry what names the class, for the sentence
	 * @throws TriptychException where there is no such class
	 */
	String className(String category, String entry) {
		AnnotatedClass its = classes.get(category);
		if (its != null) return its.name();
		String known = classes.entrySet()
			.stream()
			.limit(5)
			.map(e -> e.getKey() + " " + e.getValue().name())
			.collect(Collectors.joining(", "));
		String more = classes.size() > 5 ? ", ..." : "";
		throw new TriptychException(entry + " has the category_id " + category
			+ ", which is none of the categories (" + known + more + ").");
	}
}
