package triptych.teach;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationSet;
import triptych.annotation.ImageFiles;
import triptych.core.Mask;
import triptych.core.Plural;
import triptych.core.TriptychException;
import triptych.ij.annotation.AnnotationFormats;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.ij.files.ImageFile;

/** The annotated objects of a data set, whose images lie on disk. */
final class DataSetExamples implements ExampleImages {

	private final AnnotationSet set;
	private final List<Integer> found = new ArrayList<>();
	private final List<Path> files = new ArrayList<>();
	private int missing;

	private DataSetExamples(AnnotationSet set) {
		this.set = set;
	}

	/**
	 * @param images a folder, where it is not around the annotations
	 * @throws TriptychException where none of the images is there
	 */
	static DataSetExamples of(Path path, Optional<Path> images) {
		AnnotationSet set = AnnotationFormats.of("auto", path).open(path);
		DataSetExamples examples = new DataSetExamples(set);
		try {
			examples.look(images, path);
			return examples;
		}
		catch (RuntimeException e) {
			set.close();
			throw e;
		}
	}

	private void look(Optional<Path> images, Path path) {
		ImageFiles around = new ImageFiles(images.orElse(path));
		for (int i = 0; i < set.names().size(); i++) {
			AnnotatedImage its = set.image(i);
			Optional<Path> file = images.isEmpty() ? its.file() : Optional.empty();
			Optional<Path> image = file.or(() -> around.find(its.name()));
			if (image.isPresent()) {
				found.add(i);
				files.add(image.get());
			}
			else missing++;
		}
		if (found.isEmpty()) throw new TriptychException("None of the images that \"" + path
			+ "\" has annotations of was found, such as " + set.names().get(0)
			+ "; name their folder with images=.");
	}

	@Override
	public int count() {
		return found.size();
	}

	@Override
	public ExampleImage get(int i) {
		AnnotatedImage its = set.image(found.get(i));
		Path file = files.get(i);
		int[] size = ImageFiles.size(file).orElseGet(() -> new int[] { its.width(), its.height() });
		List<ObjectExample> objects = its.annotations()
			.stream()
			.filter(a -> !a.crowd())
			.map(a -> example(a, size))
			.toList();
		return new ExampleImage("\"" + file + "\"", objects, () -> {
			ImagePlus image = ImageFile.open(file);
			if (image.getNSlices() * image.getNFrames() > 1) throw new TriptychException("The image \""
				+ file + "\" is a stack; annotations of a data set are of images with one plane.");
			return ExampleImage.Seen.of(image, Position.of(image));
		});
	}

	private static ObjectExample example(Annotation a, int[] size) {
		boolean unknown = a.className().equals(LabelPlane.UNKNOWN);
		return new ObjectExample(unknown ? "" : a.className(), !Double.isNaN(a.score()),
			() -> inside(a.shape().pixels(size[0], size[1]).mask(), size[0], size[1]));
	}

	/** An outline may leave the image. */
	private static Optional<Mask> inside(Mask mask, int width, int height) {
		int x = Math.max(0, mask.x()), y = Math.max(0, mask.y());
		int w = Math.min(width, mask.x() + mask.width()) - x;
		int h = Math.min(height, mask.y() + mask.height()) - y;
		if (w <= 0 || h <= 0 || mask.area() == 0) return Optional.empty();
		if (w == mask.width() && h == mask.height()) return Optional.of(mask);
		byte[] inside = new byte[w * h];
		for (int j = 0; j < h; j++)
			for (int i = 0; i < w; i++)
				if (mask.holds(x + i, y + j)) inside[j * w + i] = 1;
		Mask cut = new Mask(x, y, w, h, inside);
		return cut.area() == 0 ? Optional.empty() : Optional.of(cut);
	}

	@Override
	public List<String> notes() {
		List<String> notes = new ArrayList<>();
		set.notes().forEach(note -> notes.add(note + "."));
		if (missing > 0) notes.add(Plural.of(missing, "image was not found and was left out.",
			"images were not found and were left out."));
		return notes;
	}

	@Override
	public void close() {
		set.close();
	}
}
