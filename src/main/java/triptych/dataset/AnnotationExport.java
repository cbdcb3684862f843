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
import ij.io.FileInfo;
import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationWriter;
import triptych.core.Progress;
import triptych.core.TriptychException;
import triptych.ij.annotation.AnnotationFormats;
import triptych.ij.annotation.ImageAnnotations;
import triptych.ij.convert.Position;
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
		int planes = image.getNSlices() * image.getNFrames();
		if (planes > 1) throw new TriptychException("\"" + image.getTitle() + "\" has " + planes
			+ " planes, and annotations are of images of one plane; export a plane at a time"
			+ " (Image > Duplicate...).");
		ObjectSource source = ObjectSource.of(image, options.from());
		Position position = Position.of(image);
		List<Annotation> all = source.isLabels() ? ImageAnnotations.of(source.on(position))
			: ImageAnnotations.of(source.roisOn(position));
		Set<String> classes = new LinkedHashSet<>();
		all.forEach(a -> classes.add(a.className()));
		checkClasses(options.classes().names(), classes);
		AnnotatedImage annotated = kept(new AnnotatedImage(name(image), file(image),
			image.getWidth(), image.getHeight(), all, Map.of()), options.classes().names());
		DataSetReport report = new DataSetReport();
		report.add(annotated);
		List<String> notes = new ArrayList<>();
		if (!source.note().isEmpty()) notes.add(source.note() + ".");
		List<AnnotatedClass> named = annotated.annotations()
			.stream()
			.map(Annotation::className)
			.distinct()
			.map(AnnotatedClass::new)
			.toList();
		try (AnnotationWriter writer = to.writer(target, named, options.append() == YesNo.YES)) {
			writer.add(annotated);
			writer.finish();
			notes.addAll(Conversion.losses(to, writer));
		}
		return new AnnotationResult(List.of(), Optional.empty(), Optional.of(target), report.lines(),
			notes, Options.values(options),
			report.summary() + " written to \"" + target + "\" as " + to.title());
	}

	private static void checkClasses(List<String> wanted, Set<String> there) {
		for (String name : wanted)
			if (!there.contains(name)) throw new TriptychException("The key classes has the value \""
				+ name + "\", but the objects here are of " + String.join(", ", there) + ".");
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
		return file(image).map(f -> f.getFileName().toString()).orElse(image.getTitle());
	}

	private static Optional<Path> file(ImagePlus image) {
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
