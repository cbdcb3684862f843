package triptych.annotation.coco;

import java.nio.file.Path;
import java.util.List;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.Losses;
import triptych.annotation.Staging;
import triptych.core.TriptychException;

/** Writes a COCO file of boxes, outlines and masks, or adds to one. */
final class CocoWriter implements AnnotationWriter {

	private final Path target;
	private final Staging staging;
	private final CocoFile file;
	private final Losses losses = new Losses();

	CocoWriter(Path target, List<AnnotatedClass> classes, boolean append) {
		this.target = target;
		if (!append) Staging.checkFree(target);
		staging = new Staging(target, false);
		try {
			file = new CocoFile(target, staging.target().getFileName().toString(), staging, classes,
				append);
		}
		catch (TriptychException e) {
			staging.close();
			throw e;
		}
	}

	@Override
	public void add(AnnotatedImage image) {
		long id = file.add(image);
		for (Annotation annotation : image.annotations()) {
			long category = file.classId(new AnnotatedClass(annotation.className()));
			long number = file.annotationId(annotation.properties().get("id"));
			file.put(CocoEntries.ANNOTATIONS,
				CocoText.annotation(number, id, category, annotation, image, losses));
		}
	}

	@Override
	public Path finish() {
		file.finish();
		staging.commit();
		return target;
	}

	@Override
	public List<String> losses() {
		return losses.phrases();
	}

	@Override
	public void close() {
		file.close();
		staging.close();
	}
}
