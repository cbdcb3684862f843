package triptych.ij.annotation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationSet;
import triptych.annotation.Shape;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.TriptychException;
import triptych.core.pixels.RunMask;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.ij.files.ImageFile;

/**
 * Label images: a pixel is 0 or the number of its object. Those that Triptych saved bring class and
 * score of each object; elsewhere every object is of the class {@link LabelPlane#UNKNOWN}.
 */
final class LabelImageFormat implements AnnotationFormat {

	private static final String FILES = ".*\\.(tiff?|png)";
	/** What Triptych adds to an image's name for its objects. */
	private static final String LABELS = "-labels";

	@Override
	public String name() {
		return "labels";
	}

	@Override
	public String title() {
		return "label images";
	}

	@Override
	public boolean accepts(Path path) {
		return !FileSet.of(path, FILES).isEmpty();
	}

	@Override
	public AnnotationSet open(Path path) {
		List<Path> files = FileSet.of(path, FILES);
		if (files.isEmpty())
			throw new TriptychException("\"" + path + "\" holds no label image (.tif or .png).");
		// A folder of results holds more than its label images.
		List<Path> ours = files.stream().filter(f -> stem(f).endsWith(LABELS)).toList();
		return new Labels(ours.isEmpty() ? files : ours);
	}

	private static String stem(Path file) {
		return AnnotatedImage.stem(file.getFileName().toString());
	}

	/** The objects of a label image that is open, of one plane. */
	static List<Annotation> of(LabelMap map) {
		List<Annotation> annotations = new ArrayList<>(map.segments().size());
		int[] boxes = map.boxes();
		for (Segment s : map.segments()) {
			if (boxes[4 * s.id() + 2] == 0) continue;
			RunMask pixels = RunMask.of(map.mask(s.id(), boxes));
			annotations.add(new Annotation(s.best().className(), s.best().score(), false,
				new Shape.Pixels(pixels), Map.of("id", String.valueOf(s.id()))));
		}
		return annotations;
	}

	private static final class Labels implements AnnotationSet {

		private final List<Path> files;
		private final Map<String, AnnotatedClass> classes = new LinkedHashMap<>();

		Labels(List<Path> files) {
			this.files = files;
		}

		@Override
		public List<String> names() {
			return files.stream().map(f -> stem(f).replaceFirst(LABELS + "$", "")).toList();
		}

		/** Those of the images read so far: no file names them for all. */
		@Override
		public List<AnnotatedClass> classes() {
			return List.copyOf(classes.values());
		}

		@Override
		public AnnotatedImage image(int index) {
			Path file = files.get(index);
			ImagePlus image = ImageFile.open(file);
			int planes = image.getStackSize();
			if (planes > 1)
				throw new TriptychException("The label image \"" + file + "\" holds " + planes
					+ " planes; annotations are of one plane each, so save its planes one by one"
					+ " (Image > Stacks > Stack to Images).");
			LabelMap map = LabelPlane.of(image, Position.of(image));
			List<Annotation> annotations = of(map);
			annotations.forEach(
				a -> classes.computeIfAbsent(a.className(), AnnotatedClass::new));
			return new AnnotatedImage(names().get(index), map.width(), map.height(), annotations);
		}
	}
}
