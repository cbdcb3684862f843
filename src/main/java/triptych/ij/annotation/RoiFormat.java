package triptych.ij.annotation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.gui.Roi;
import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationSet;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.FilePerImageWriter;
import triptych.annotation.ImageFiles;
import triptych.annotation.Losses;
import triptych.annotation.Shape;
import triptych.core.Plural;
import triptych.core.TriptychException;
import triptych.ij.draw.GroupColours;
import triptych.ij.draw.RoiRasterizer;
import triptych.ij.files.RoiFile;

/** ROIs of ImageJ, a zip an image, as the ROI Manager and Triptych save them. */
final class RoiFormat implements AnnotationFormat {

	private static final String FILES = ".*\\.(zip|roi)";
	/** What Triptych adds to an image's name for its ROIs. */
	private static final String ROIS = "-rois";
	private static final Losses.Kind CLASS = new Losses.Kind("class of a whole image was left out",
		"classes of whole images were left out");

	@Override
	public String name() {
		return "rois";
	}

	@Override
	public String title() {
		return "ImageJ ROIs";
	}

	@Override
	public boolean accepts(Path path) {
		return !FileSet.of(path, FILES).isEmpty();
	}

	@Override
	public AnnotationSet open(Path path) {
		List<Path> files = FileSet.of(path, FILES);
		if (files.isEmpty())
			throw new TriptychException("\"" + path + "\" holds no ROI file (.zip or .roi).");
		return new RoiZips(FileSet.corrected(files, ROIS + ".zip"), new ImageFiles(path));
	}

	@Override
	public AnnotationWriter writer(Path target, List<AnnotatedClass> classes, boolean append) {
		AnnotationRois rois = new AnnotationRois(classes);
		Losses losses = new Losses();
		return new FilePerImageWriter(target, append, ROIS + ".zip", (image, out) -> {
			image.annotations()
				.stream()
				.filter(a -> a.shape() instanceof Shape.WholeImage)
				.forEach(a -> losses.add(CLASS));
			RoiFile.write(rois.of(image.annotations()), out);
		}, losses);
	}

	private static final class RoiZips implements AnnotationSet {

		private final List<Path> files;
		private final Map<String, AnnotatedClass> classes = new LinkedHashMap<>();
		private final List<String> notes = new ArrayList<>();

		private final ImageFiles images;

		RoiZips(List<Path> files, ImageFiles images) {
			this.files = files;
			this.images = images;
		}

		@Override
		public List<String> names() {
			return files.stream()
				.map(f -> f.getFileName().toString())
				.map(f -> FileSet.image(f.substring(0, f.lastIndexOf('.')), ROIS))
				.map(AnnotatedImage::stem)
				.toList();
		}

		/** Those of the images read so far: no file names them for all. */
		@Override
		public List<AnnotatedClass> classes() {
			return List.copyOf(classes.values());
		}

		@Override
		public List<String> notes() {
			return List.copyOf(notes);
		}

		@Override
		public AnnotatedImage image(int index) {
			Path file = files.get(index);
			GroupColours.prepare();
			List<Roi> rois = RoiFile.read(file);
			long planes = rois.stream().map(RoiAnnotation::plane).distinct().count();
			if (planes > 1)
				throw new TriptychException("\"" + file + "\" holds ROIs of " + planes + " planes of a"
					+ " stack; annotations are of one plane each. Open the stack and the file, and use Export"
					+ " Annotations... with from=manager, which makes an image of each plane.");
			List<Annotation> annotations = rois.stream()
				.filter(RoiRasterizer::isArea)
				.map(RoiAnnotation::of)
				.toList();
			int others = rois.size() - annotations.size();
			if (others > 0)
				notes.add("In \"" + file + "\", " + Plural.of(others, "ROI that is no area was left out",
					"ROIs that are no areas were left out"));
			annotations.forEach(
				a -> classes.computeIfAbsent(a.className(), AnnotatedClass::new));
			String name = names().get(index);
			Optional<Path> of = images.find(name);
			int[] size = of.flatMap(ImageFiles::size).orElse(new int[2]);
			return new AnnotatedImage(of.map(f -> f.getFileName().toString()).orElse(name), of, size[0],
				size[1], annotations, Map.of());
		}
	}
}
