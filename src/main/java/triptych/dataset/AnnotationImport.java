package triptych.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationLabels;
import triptych.annotation.AnnotationSet;
import triptych.core.Plural;
import triptych.core.Progress;
import triptych.core.TriptychException;
import triptych.dataset.ImportOptions.As;
import triptych.ij.annotation.AnnotationFormats;
import triptych.ij.annotation.AnnotationRois;
import triptych.ij.convert.Position;
import triptych.ij.draw.LabelImages;
import triptych.options.Options;
import triptych.result.ResultFiles;

/** Import Annotations...: onto an image, or a whole data set into a folder. */
public final class AnnotationImport {

	public static final String COMMAND = "Import Annotations...", VERB = "import-annotations";

	/** So many images are read for the names of their classes. */
	private static final int MOST_READ = 2000;

	private AnnotationImport() {}

	/** What speaks against these values, in a sentence; blank where nothing is known to. */
	public static String problem(Map<String, String> keys) {
		try {
			ImportOptions options = Options.of(ImportOptions.class, keys);
			Path path = Paths.of("path", options.path());
			return Files.exists(path) ? "" : "There is no file or folder \"" + path + "\".";
		}
		catch (TriptychException e) {
			return e.getMessage();
		}
	}

	/**
	 * @param image the open image; null where there is none, and then save must be given
	 * @throws TriptychException with a sentence for the user
	 */
	public static AnnotationResult of(ImagePlus image, Map<String, String> keys,
		Progress progress)
	{
		ImportOptions options = Options.of(ImportOptions.class, keys);
		Path path = Paths.of("path", options.path());
		if (!options.save().isEmpty()) {
			String to = options.as() == As.ROIS ? "rois" : "labels";
			return Conversion.run(path, options.format(), AnnotationFormats.of(to),
				Paths.of("save", options.save()), false, i -> i, Options.values(options),
				progress);
		}
		if (image == null || image.getProcessor() == null)
			throw new TriptychException(COMMAND + " needs the image that the annotations belong to;"
				+ " open it, or name a folder with save= that gets those of the whole data set.");
		try (AnnotationSet set = AnnotationFormats.of(options.format(), path).open(path)) {
			return onto(image, set, path, options);
		}
	}

	private static AnnotationResult onto(ImagePlus image, AnnotationSet set, Path path,
		ImportOptions options)
	{
		Map<Position, Integer> planes = planes(image, set, path);
		learnClasses(set);
		Map<Position, AnnotatedImage> annotated = new LinkedHashMap<>();
		DataSetReport report = new DataSetReport();
		planes.forEach((plane, index) -> {
			AnnotatedImage its = set.image(index);
			checkSize(image, its, path);
			report.add(its);
			annotated.put(plane, its);
		});
		List<String> notes = new ArrayList<>();
		set.notes().forEach(note -> notes.add(note + "."));
		String called = annotated.values().iterator().next().name();
		boolean own = AnnotatedImage.stem(called).equals(AnnotatedImage.stem(image.getTitle()));
		if (!own && !arePlanes(image, annotated))
			notes.add("The annotations are called after \"" + called + "\".");
		String summary = report.summary() + " imported from \"" + path + "\"";
		boolean labels = options.as() == As.LABELS;
		Optional<ImagePlus> made = labels ? Optional.of(labels(image, set, annotated, notes))
			: Optional.empty();
		List<Roi> rois = labels ? List.of() : rois(set, annotated, notes);
		return new AnnotationResult(rois, made, Optional.empty(), report.lines(), notes,
			Options.values(options), summary);
	}

	private static List<Roi> rois(AnnotationSet set, Map<Position, AnnotatedImage> annotated,
		List<String> notes)
	{
		AnnotationRois dressed = new AnnotationRois(set.classes());
		List<Roi> all = new ArrayList<>();
		int[] whole = new int[1];
		annotated.forEach((plane, its) -> {
			List<Roi> rois = dressed.of(its.annotations());
			whole[0] += its.annotations().size() - rois.size();
			rois.forEach(plane::apply);
			all.addAll(rois);
		});
		if (whole[0] > 0)
			notes.add(Plural.of(whole[0], "class is of the whole image and has no ROI.",
				"classes are of the whole image and have no ROI."));
		return all;
	}

	/**
	 * Where no file lists the classes, those of all images are, so that a class has the same group
	 * whichever image is open. What is wrong with another image is no matter of this one.
	 */
	private static void learnClasses(AnnotationSet set) {
		int images = set.names().size();
		if (!set.classes().isEmpty() || images > MOST_READ) return;
		for (int i = 0; i < images; i++)
			try {
				set.image(i);
			}
			catch (TriptychException e) {
				continue;
			}
	}

	/** Of a stack all planes, since a label image has no gaps. */
	private static ImagePlus labels(ImagePlus image, AnnotationSet set,
		Map<Position, AnnotatedImage> annotated, List<String> notes)
	{
		AnnotationLabels labels = new AnnotationLabels(set.classes());
		LabelImages made = new LabelImages();
		List<Position> planes = arePlanes(image, annotated) ? Planes.of(image)
			: List.copyOf(annotated.keySet());
		for (Position plane : planes) {
			AnnotatedImage its = annotated.get(plane);
			List<Annotation> objects = its == null ? List.of() : its.annotations();
			made.add(labels.of(objects, image.getWidth(), image.getHeight()), plane);
		}
		labels.losses()
			.phrases()
			.forEach(loss -> notes.add("What a label image cannot hold: " + loss + "."));
		return made.image(ResultFiles.stem(image.getTitle()) + "-labels", image);
	}

	private static boolean arePlanes(ImagePlus image, Map<Position, AnnotatedImage> annotated) {
		return annotated.entrySet()
			.stream()
			.allMatch(e -> AnnotatedImage.stem(e.getValue().name())
				.equals(AnnotatedImage.stem(Planes.name(image.getTitle(), e.getKey()))));
	}

	/**
	 * Which image of the data set belongs to which plane: those that are called after the planes of a
	 * stack, else one for the plane that is shown.
	 */
	private static Map<Position, Integer> planes(ImagePlus image, AnnotationSet set, Path path) {
		Map<Position, Integer> found = new LinkedHashMap<>();
		List<Position> planes = Planes.of(image);
		List<String> stems = set.names().stream().map(AnnotatedImage::stem).toList();
		if (planes.size() > 1) for (Position plane : planes) {
			int at = stems.indexOf(AnnotatedImage.stem(Planes.name(image.getTitle(), plane)));
			if (at >= 0) found.put(plane, at);
		}
		if (found.isEmpty()) found.put(Position.of(image), index(image, set, path));
		return found;
	}

	/** The image of the open one's name, or the only one. */
	private static int index(ImagePlus image, AnnotationSet set, Path path) {
		List<String> names = set.names();
		String wanted = AnnotatedImage.stem(image.getTitle());
		List<Integer> same = IntStream.range(0, names.size())
			.filter(i -> AnnotatedImage.stem(names.get(i)).equals(wanted))
			.boxed()
			.toList();
		if (same.size() == 1) return same.get(0);
		if (same.size() > 1)
			throw new TriptychException("\"" + path + "\" has " + same.size() + " images called \""
				+ wanted + "\": " + names.get(same.get(0)) + ", " + names.get(same.get(1))
				+ "; name the folder or file of one of them.");
		if (names.size() == 1) return 0;
		String some = String.join(", ", names.subList(0, Math.min(3, names.size())));
		String more = names.size() > 3 ? ", ..." : "";
		throw new TriptychException("\"" + path + "\" has no annotations of \"" + image.getTitle()
			+ "\"; it has those of " + Plural.of(names.size(), "image") + ": " + some
			+ more + ". Images are found by their names.");
	}

	private static void checkSize(ImagePlus image, AnnotatedImage annotated, Path path) {
		if (annotated.width() == 0) return;
		if (annotated.width() == image.getWidth() && annotated.height() == image.getHeight()) return;
		throw new TriptychException("The annotations of \"" + annotated.name() + "\" in \"" + path
			+ "\" are of an image of " + annotated.width() + " x " + annotated.height()
			+ " pixels, but \"" + image.getTitle() + "\" has " + image.getWidth() + " x "
			+ image.getHeight() + ".");
	}
}
