package triptych.annotation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One plane with what is in it.
 *
 * @param name as the data set calls it: a file name, perhaps behind folders ({@code train/a.jpg}),
 *          or one without an ending where the format names none
 * @param file the image itself where it was found
 * @param width and {@code height}: in pixels, 0 where nobody says
 * @param properties what else the file says of it, such as COCO's license
 */
public record AnnotatedImage(String name, Optional<Path> file, int width, int height,
	List<Annotation> annotations, Map<String, String> properties)
{

	public AnnotatedImage(String name, int width, int height, List<Annotation> annotations) {
		this(name, Optional.empty(), width, height, annotations, Map.of());
	}

	/** The name without folders and the ending of an image file, by which images are matched. */
	public String stem() {
		return stem(name);
	}

	/** @param name of an image, with folders or without */
	public static String stem(String name) {
		String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
		return last.replaceFirst("(?i)(?<=.)\\.(tiff?|png|jpe?g|gif|bmp|pgm|webp|dcm|fits?)$", "");
	}

	public AnnotatedImage with(List<Annotation> others) {
		return new AnnotatedImage(name, file, width, height, others, properties);
	}
}
