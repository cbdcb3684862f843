package triptych.annotation.files;

import java.util.ArrayList;
import java.util.List;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.Losses;
import triptych.annotation.Shape;
import triptych.core.TriptychException;
import triptych.core.pixels.RunMask;

/**
 * Paints the pictures of object and class numbers of an image. Object k is the k-th in the XML
 * file; where objects overlap the first one counts; boxes without an outline are not painted.
 */
final class VocPainter {

	private static final Losses.Kind HIDDEN = new Losses.Kind("mask lost pixels to an earlier one",
		"masks lost pixels to earlier ones");
	private static final Losses.Kind MANY = new Losses.Kind(
		"object beyond the 254th of its image has a box and no mask",
		"objects beyond the 254th of their image have boxes and no masks");

	private final List<String> names;
	private final Losses losses;
	private VocPicture objects, classes;

	/** @param names by number, the background first */
	VocPainter(List<String> names, List<AnnotatedClass> more, Losses losses) {
		this.names = new ArrayList<>(names);
		this.losses = losses;
		more.forEach(c -> number(c.name()));
	}

	private int number(String className) {
		int there = names.indexOf(className);
		if (there >= 0) return there;
		names.add(className);
		return names.size() - 1;
	}

	void paint(AnnotatedImage image, List<Annotation> annotations) {
		int width = image.width(), height = image.height();
		byte[] objectNumbers = new byte[width * height], classNumbers = new byte[width * height];
		for (int k = 1; k <= annotations.size(); k++) {
			Annotation annotation = annotations.get(k - 1);
			if (annotation.shape() instanceof Shape.Rectangle) continue;
			if (k >= VocPicture.VOID) {
				losses.add(MANY);
				continue;
			}
			int number = number(annotation.className());
			if (number >= VocPicture.VOID) throw new TriptychException("Pascal VOC's pictures hold 254"
				+ " classes, but \"" + annotation.className() + "\" is the " + number + "th.");
			RunMask mask = annotation.shape().pixels(width, height);
			if (paint(mask, k, number, image, objectNumbers, classNumbers)) losses.add(HIDDEN);
		}
		objects = new VocPicture(width, height, objectNumbers);
		classes = new VocPicture(width, height, classNumbers);
	}

	/** True where pixels were taken already. */
	private static boolean paint(RunMask mask, int object, int kind, AnnotatedImage image,
		byte[] objectNumbers, byte[] classNumbers)
	{
		boolean hidden = false;
		for (int j = 0; j < mask.height(); j++) {
			int y = mask.y() + j;
			if (y < 0 || y >= image.height()) continue;
			for (int r = mask.rows()[j]; r < mask.rows()[j + 1]; r++) {
				int from = Math.max(0, mask.edges()[2 * r]);
				int to = Math.min(image.width(), mask.edges()[2 * r + 1]);
				for (int i = y * image.width() + from; i < y * image.width() + to; i++) {
					if (objectNumbers[i] != 0) hidden = true;
					else {
						objectNumbers[i] = (byte) object;
						classNumbers[i] = (byte) kind;
					}
				}
			}
		}
		return hidden;
	}

	VocPicture objects() {
		return objects;
	}

	VocPicture classes() {
		return classes;
	}

	boolean hasPainted() {
		return objects != null;
	}

	List<String> classNames() {
		return names;
	}
}
