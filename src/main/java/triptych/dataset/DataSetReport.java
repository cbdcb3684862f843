package triptych.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.Shape;
import triptych.core.Box;
import triptych.core.Numbers;
import triptych.core.Plural;

/** What is in a data set, and what in it is likely a mistake; gathered image after image. */
final class DataSetReport {

	/** Objects narrower or lower than this are more often a slip of the mouse than an object. */
	private static final double TINY = 3;
	/** Boxes of one class that agree so well are one object, annotated twice. */
	private static final double SAME = 0.95;
	/** Boxes are often rounded across the image's edge. */
	private static final double OUTSIDE = 0.5;
	/** From here on a class is rare enough to be learnt badly. */
	private static final double IMBALANCE = 10;
	private static final int MOST_CLASSES = 30;
	/** So many places of a finding are named. */
	private static final int SHOWN = 3;

	private static final class Count {

		private int objects, images;
	}

	private final Map<String, Count> classes = new LinkedHashMap<>();
	private final Finding empty = new Finding("image without annotation",
		"images without annotation");
	private final Finding doubled = new Finding(
		"object annotated twice (boxes of one class that agree" + " to 95 %)",
		"objects annotated twice (boxes of one class that agree to 95 %)");
	private final Finding tiny = new Finding("tiny object (narrower or lower than 3 pixels)",
		"tiny objects (narrower or lower than 3 pixels)");
	private final Finding outside = new Finding("object reaches outside its image",
		"objects reach outside their images");
	private int images, objects;

	/** The first few places where something was found, and how often it was. */
	private static final class Finding {

		private final String one, many;
		private final List<String> where = new ArrayList<>();
		private int times;

		Finding(String one, String many) {
			this.one = one;
			this.many = many;
		}

		void in(AnnotatedImage image) {
			times++;
			if (where.size() < SHOWN) where.add(image.name());
		}

		/** @param object its place in the image, from 1 */
		void in(AnnotatedImage image, int object, String className) {
			times++;
			if (where.size() < SHOWN)
				where.add(image.name() + " (object " + object + ", " + className + ")");
		}

		void addTo(List<String> lines) {
			if (times > 0)
				lines.add(
					"Look at: " + Plural.of(times, one, many) + ", such as in " + String.join(", ", where));
		}
	}

	void add(List<AnnotatedClass> named) {
		named.forEach(c -> classes.computeIfAbsent(c.name(), n -> new Count()));
	}

	void add(AnnotatedImage image) {
		images++;
		objects += image.annotations().size();
		if (image.annotations().isEmpty()) empty.in(image);
		Set<String> here = new HashSet<>();
		for (int i = 0; i < image.annotations().size(); i++) {
			Annotation annotation = image.annotations().get(i);
			Count count = classes.computeIfAbsent(annotation.className(), n -> new Count());
			count.objects++;
			if (here.add(annotation.className())) count.images++;
			if (!(annotation.shape() instanceof Shape.WholeImage)) look(annotation, image, i + 1);
		}
		lookForTwins(image);
	}

	private void look(Annotation annotation, AnnotatedImage image, int number) {
		Box box = annotation.shape().box();
		String name = annotation.className();
		if (!(Math.min(box.width(), box.height()) >= TINY)) tiny.in(image, number, name);
		if (image.width() == 0) return;
		if (box.x1() < -OUTSIDE || box.y1() < -OUTSIDE || box.x2() > image.width() + OUTSIDE
			|| box.y2() > image.height() + OUTSIDE) outside.in(image, number, name);
	}

	/** Boxes from left to right, so that each is held against those only that it may meet. */
	private void lookForTwins(AnnotatedImage image) {
		List<Annotation> sorted = image.annotations()
			.stream()
			.filter(a -> !(a.shape() instanceof Shape.WholeImage) && !a.crowd())
			.sorted(Comparator.comparingDouble(a -> a.shape().box().x1()))
			.toList();
		for (int i = 0; i < sorted.size(); i++) {
			Annotation first = sorted.get(i);
			Box box = first.shape().box();
			// Twins start within a twentieth of their width.
			double end = box.x1() + (1 - SAME) * box.width();
			for (int j = i + 1; j < sorted.size() && sorted.get(j).shape().box().x1() <= end; j++) {
				Annotation other = sorted.get(j);
				boolean same = other.className().equals(first.className());
				if (same && box.iou(other.shape().box()) >= SAME)
					doubled.in(image, place(image, other), other.className());
			}
		}
	}

	private static int place(AnnotatedImage image, Annotation one) {
		int i = 0;
		while (image.annotations().get(i) != one)
			i++;
		return i + 1;
	}

	int images() {
		return images;
	}

	int objects() {
		return objects;
	}

	/** Such as "120 objects of 3 classes in 20 images". */
	String summary() {
		long used = classes.values().stream().filter(c -> c.objects > 0).count();
		return Plural.of(objects, "object") + " of " + Plural.of(used, "class", "classes") + " in "
			+ Plural.of(images, "image");
	}

	List<String> lines() {
		List<String> lines = new ArrayList<>();
		List<Map.Entry<String, Count>> sorted = classes.entrySet()
			.stream()
			.filter(e -> e.getValue().objects > 0)
			.sorted(Comparator.comparingInt(e -> -e.getValue().objects))
			.toList();
		for (Map.Entry<String, Count> e : sorted.subList(0, Math.min(MOST_CLASSES, sorted.size())))
			lines.add(e.getKey() + ": " + Plural.of(e.getValue().objects, "object") + " in "
				+ Plural.of(e.getValue().images, "image"));
		if (sorted.size() > MOST_CLASSES)
			lines.add("and " + (sorted.size() - MOST_CLASSES) + " more classes");
		int unused = classes.size() - sorted.size();
		if (unused > 0) lines.add(Plural.of(unused, "class has", "classes have") + " no object");
		imbalance(sorted, lines);
		spellings(lines);
		List.of(empty, doubled, tiny, outside).forEach(f -> f.addTo(lines));
		return lines;
	}

	private static void imbalance(List<Map.Entry<String, Count>> sorted, List<String> lines) {
		if (sorted.size() < 2) return;
		var most = sorted.get(0);
		var least = sorted.get(sorted.size() - 1);
		double times = (double) most.getValue().objects / least.getValue().objects;
		if (times >= IMBALANCE)
			lines.add("Look at: imbalance, " + most.getKey() + " has " + Numbers.rounded(times)
				+ " times as many objects as " + least.getKey());
	}

	private void spellings(List<String> lines) {
		Map<String, List<String>> alike = classes.keySet()
			.stream()
			.collect(
				Collectors.groupingBy(DataSetReport::letters, LinkedHashMap::new, Collectors.toList()));
		alike.values()
			.stream()
			.filter(names -> names.size() > 1)
			.forEach(names -> lines.add("Look at: one class under several spellings, "
				+ names.stream().map(n -> "\"" + n + "\"").collect(Collectors.joining(" and "))));
	}

	/** Letters and digits in small, without a plural's s. */
	private static String letters(String name) {
		String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
		return letters.length() > 3 ? letters.replaceFirst("s$", "") : letters;
	}
}
