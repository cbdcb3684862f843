package triptych.ij.annotation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.gui.Roi;
import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationSet;
import triptych.core.Plural;
import triptych.core.TriptychException;
import triptych.ij.draw.RoiRasterizer;
import triptych.ij.files.RoiFile;

/** ROIs of ImageJ, a zip an image, as the ROI Manager and Triptych save them. */
final class RoiFormat implements AnnotationFormat {

	private static final String FILES = ".*\\.(zip|roi)";
	/** What Triptych adds to an image's name for its ROIs. */
	private static final String ROIS = "-rois";

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
		return new RoiZips(files);
	}

	private static final class RoiZips implements AnnotationSet {

		private final List<Path> files;
		private final Map<String, AnnotatedClass> classes = new LinkedHashMap<>();
		private final List<String> notes = new ArrayList<>();

		RoiZips(List<Path> files) {
			this.files = files;
		}

		@Override
		public List<String> names() {
			return files.stream()
				.map(f -> f.getFileName().toString())
				.map(f -> f.substring(0, f.lastIndexOf('.')).replaceFirst(ROIS + "$", ""))
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
			List<Roi> rois = RoiFile.read(file);
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
			return new AnnotatedImage(names().get(index), 0, 0, annotations);
		}
	}
}
