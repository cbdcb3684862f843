package triptych.ij.annotation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationLabels;
import triptych.annotation.AnnotationSet;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.FilePerImageWriter;
import triptych.annotation.ImageFiles;
import triptych.annotation.Shape;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.TriptychException;
import triptych.core.pixels.RunMask;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.LabelImages;
import triptych.ij.files.ImageFile;
import triptych.ij.files.TiffFile;

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
		return new Labels(ours.isEmpty() ? files : FileSet.corrected(ours, LABELS + ".tif"),
			new ImageFiles(path));
	}

	@Override
	public AnnotationWriter writer(Path target, List<AnnotatedClass> classes, boolean append) {
		AnnotationLabels labels = new AnnotationLabels(classes);
		return new FilePerImageWriter(target, append, LABELS + ".tif", (image, out) -> {
			if (image.width() == 0)
				throw new TriptychException("The size of the image \"" + image.name() + "\" is not known,"
					+ " which a label image needs; put the image beside its annotations.");
			LabelMap map = labels.of(image.annotations(), image.width(), image.height());
			TiffFile.write(image(image.stem() + LABELS, map), out);
		}, labels.losses());
	}

	/** A label image without calibration, which no annotation knows. */
	static ImagePlus image(String title, LabelMap map) {
		ImagePlus plane = new ImagePlus(title, new ByteProcessor(map.width(), map.height()));
		LabelImages images = new LabelImages();
		images.add(map, Position.of(plane));
		return images.image(title, plane);
	}

	private static String stem(Path file) {
		return AnnotatedImage.stem(file.getFileName().toString());
	}

	/** The objects of a label image that is open, of one plane. */
	static List<Annotation> of(LabelMap map) {
		List<Annotation> annotations = new ArrayList<>(map.segments().size());
		LabelMap compact = map.compact();
		int[] boxes = compact.boxes();
		for (int i = 0; i < map.segments().size(); i++) {
			Segment s = map.segments().get(i);
			int id = compact.segments().get(i).id();
			if (boxes[4 * id + 2] == 0) continue;
			RunMask pixels = RunMask.of(compact.mask(id, boxes));
			annotations.add(new Annotation(s.best().className(), s.best().score(), false,
				new Shape.Pixels(pixels), Map.of("id", String.valueOf(s.id()))));
		}
		return annotations;
	}

	private static final class Labels implements AnnotationSet {

		private final List<Path> files;
		private final Map<String, AnnotatedClass> classes = new LinkedHashMap<>();

		private final ImageFiles images;

		Labels(List<Path> files, ImageFiles images) {
			this.files = files;
			this.images = images;
		}

		@Override
		public List<String> names() {
			return files.stream().map(f -> FileSet.image(stem(f), LABELS)).toList();
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
			String name = FileSet.image(stem(file), LABELS);
			Optional<Path> of = images.find(name, file);
			of.ifPresent(f -> ImageFiles.checkSize(f, map.width(), map.height(), file));
			return new AnnotatedImage(of.map(f -> f.getFileName().toString()).orElse(name), of,
				map.width(), map.height(), annotations, Map.of());
		}
	}
}
