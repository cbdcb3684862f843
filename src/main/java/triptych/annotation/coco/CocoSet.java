package triptych.annotation.coco;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationSet;
import triptych.annotation.ImageFiles;
import triptych.core.TriptychException;

/** The images of a COCO file, each with its annotations, in the order of its list of images. */
final class CocoSet implements AnnotationSet {

	private final CocoEntries objects, images;
	private final CocoIndex index;
	private final ImageFiles files;

	/**
	 * @param objects with the list of annotations
	 * @param images with the lists of images and categories, the same where they are in one file;
	 *          both are closed with this set
	 */
	CocoSet(CocoEntries objects, CocoEntries images) {
		this.objects = objects;
		this.images = images;
		try {
			index = new CocoIndex(objects, images);
		}
		catch (TriptychException e) {
			close();
			throw e;
		}
		files = new ImageFiles(images.file());
	}

	@Override
	public List<String> names() {
		return index.names();
	}

	@Override
	public List<AnnotatedClass> classes() {
		return index.classes();
	}

	@Override
	public AnnotatedImage image(int i) {
		CocoImage image = index.image(i);
		Optional<Path> file = files.find(image.name());
		if (image.width() > 0) file
			.ifPresent(f -> ImageFiles.checkSize(f, image.width(), image.height(), images.file()));
		List<Annotation> annotations = new ArrayList<>();
		for (int entry : index.annotations(i))
			annotations.add(annotation(entry, image));
		return new AnnotatedImage(image.name(), file, image.width(), image.height(), annotations,
			image.properties());
	}

	private Annotation annotation(int entry, CocoImage image) {
		String name =
			objects.name(CocoEntries.ANNOTATIONS, entry) + " (image \"" + image.name() + "\")";
		try {
			CocoAnnotation a = objects.read(CocoEntries.ANNOTATIONS, entry, CocoAnnotation::read);
			return new Annotation(index.className(a.category(), name), a.score(), a.crowd(),
				a.shape(image.width(), image.height()), a.properties());
		}
		catch (IllegalArgumentException e) {
			throw new TriptychException(name + " " + e.getMessage() + ".", e);
		}
	}

	@Override
	public void close() {
		objects.close();
		images.close();
	}
}
