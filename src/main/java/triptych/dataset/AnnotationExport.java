package triptych.dataset;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.io.FileInfo;
import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.ImageFiles;
import triptych.core.Plural;
import triptych.core.Progress;
import triptych.core.TriptychException;
import triptych.ij.annotation.AnnotationFormats;
import triptych.ij.annotation.ImageAnnotations;
import triptych.ij.convert.Position;
import triptych.model.Similar;
import triptych.options.ObjectOrigin;
import triptych.options.Options;
import triptych.options.YesNo;
import triptych.run.ObjectSource;

/** Export Annotations...: of an image, or of a folder of label images or ROIs. */
public final class AnnotationExport {

	public static final String COMMAND = "Export Annotations...", VERB = "export-annotations";

	private AnnotationExport() {}

	/** What speaks against these values, in a sentence; blank where nothing is known to. */
	public static String problem(Map<String, String> keys) {
		try {
			ExportOptions options = Options.of(ExportOptions.class, keys);
			Paths.of("path", options.path());
			return "";
		}
		catch (TriptychException e) {
			return e.getMessage();
		}
	}

	/**
	 * @param image the open image; null where there is none, and then from must name a folder or file
	 * @throws TriptychException with a sentence for the user; what was at the path is then as it was
	 */
	public static AnnotationResult of(ImagePlus image, Map<String, String> keys,
		Progress progress)
	{
		ExportOptions options = Options.of(ExportOptions.class, keys);
		Path target = Paths.of("path", options.path());
		AnnotationFormat to = AnnotationFormats.of(options.format());
		Optional<Path> dataSet = dataSet(image, options.from());
		if (dataSet.isPresent()) return Conversion.run(dataSet.get(), "auto", to, target,
			options.append() == YesNo.YES, i -> kept(i, options.classes().names()),
			Options.values(options), progress);
		if (image == null || image.getProcessor() == null)
			throw new TriptychException(COMMAND + " needs an image; open one, or name a folder of label"
				+ " images or ROIs with from=.");
		return ofImage(image, options, to, target);
	}

	/** A folder; or a file where no image is open that it could be of. */
	private static Optional<Path> dataSet(ImagePlus image, ObjectOrigin from) {
		if (from.kind() != ObjectOrigin.Kind.NAMED || WindowManager.getImage(from.text()) != null)
			return Optional.empty();
		try {
			Path path = Path.of(from.text());
			boolean whole = image == null ? Files.exists(path) : Files.isDirectory(path);
			return whole ? Optional.of(path) : Optional.empty();
		}
		catch (InvalidPathException e) {
			return Optional.empty();
		}
	}

	private static AnnotationResult ofImage(ImagePlus image, ExportOptions options,
		AnnotationFormat to, Path target)
	{
		try (PlaneFiles files = new PlaneFiles(image, to.holdsImages())) {
			return ofImage(image, options, to, target, files);
		}
	}

	private static AnnotationResult ofImage(ImagePlus image, ExportOptions options,
		AnnotationFormat to, Path target, PlaneFiles files)
	{
		ObjectSource source = ObjectSource.of(image, options.from());
		List<String> notes = new ArrayList<>();
		List<AnnotatedImage> planes = planes(image, source, files, notes);
		Set<String> classes = new LinkedHashSet<>();
		planes.forEach(plane -> plane.annotations().forEach(a -> classes.add(a.className())));
		List<String> wanted = options.classes().names();
		checkClasses(wanted, classes);
		if (!source.note().isEmpty()) notes.add(source.note() + ".");
		List<AnnotatedClass> named = classes.stream()
			.filter(name -> wanted.isEmpty() || wanted.contains(name))
			.map(AnnotatedClass::new)
			.toList();
		DataSetReport report = new DataSetReport();
		try (AnnotationWriter writer = to.writer(target, named, options.append() == YesNo.YES)) {
			for (AnnotatedImage plane : planes) {
				AnnotatedImage kept = kept(plane, wanted);
				report.add(kept);
				writer.add(kept);
			}
			writer.finish();
			notes.addAll(Conversion.losses(to, writer));
		}
		return new AnnotationResult(List.of(), Optional.empty(), Optional.of(target), report.lines(),
			notes, Options.values(options),
			report.summary() + " written to \"" + target + "\" as " + to.title());
	}

	/** The image, or of a stack the planes that hold objects, each as an image of its own. */
	private static List<AnnotatedImage> planes(ImagePlus image, ObjectSource source,
		PlaneFiles files, List<String> notes)
	{
		List<Position> all = Planes.of(image);
		List<AnnotatedImage> planes = new ArrayList<>();
		boolean everywhere = false;
		for (Position plane : all) {
			List<Roi> rois = source.isLabels() ? List.of() : source.roisOn(plane);
			List<Annotation> objects = source.isLabels() ? ImageAnnotations.of(source.on(plane))
				: ImageAnnotations.of(rois);
			String name = all.size() == 1 ? name(image) : Planes.name(name(image), plane);
			Optional<Path> file = all.size() == 1 ? file(image) : Optional.empty();
			if (all.size() == 1 || !objects.isEmpty()) planes.add(files.with(new AnnotatedImage(name,
				file, image.getWidth(), image.getHeight(), objects, Map.of()), plane));
			everywhere |= rois.stream()
				.anyMatch(r -> r.getPosition() == 0 && !r.hasHyperStackPosition());
		}
		if (all.size() == 1) return planes;
		if (planes.isEmpty())
			throw new TriptychException("No plane of \"" + image.getTitle() + "\" holds an object.");
		String saved = files.wanted() ? "the planes themselves were saved beside their labels."
			: "the planes themselves are saved by Image > Stacks > Stack to Images.";
		notes.add(Plural.of(planes.size(), "plane") + " of " + all.size()
			+ " hold objects and became images of their own, called " + planes.get(0).name()
			+ " and so on; " + saved);
		if (everywhere)
			notes.add("ROIs without a position in the stack were taken as being on every plane.");
		return planes;
	}

	private static void checkClasses(List<String> wanted, Set<String> there) {
		for (String name : wanted)
			if (!there.contains(name)) throw new TriptychException("The key classes has the value \""
				+ name + "\", but the objects here are of " + String.join(", ", there)
				+ Similar.ending(name, there));
	}

	private static AnnotatedImage kept(AnnotatedImage image, List<String> classes) {
		if (classes.isEmpty()) return image;
		return image.with(image.annotations()
			.stream()
			.filter(a -> classes.contains(a.className()))
			.toList());
	}

	/** Of its file where it was opened from one, by which others will find it. */
	private static String name(ImagePlus image) {
		return opened(image).map(f -> f.getFileName().toString()).orElse(image.getTitle());
	}

	/** The file that holds the image as it is: of one that was cropped it shows what was before. */
	private static Optional<Path> file(ImagePlus image) {
		return opened(image).filter(f -> !image.changes && ImageFiles.size(f)
			.map(size -> size[0] == image.getWidth() && size[1] == image.getHeight())
			.orElse(true));
	}

	private static Optional<Path> opened(ImagePlus image) {
		FileInfo info = image.getOriginalFileInfo();
		if (info == null || info.fileName == null || info.directory == null) return Optional.empty();
		try {
			Path file = Path.of(info.directory, info.fileName);
			boolean same = AnnotatedImage.stem(info.fileName)
				.equals(AnnotatedImage.stem(image.getTitle()));
			return same && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
		}
		catch (InvalidPathException e) {
			return Optional.empty();
		}
	}
}
