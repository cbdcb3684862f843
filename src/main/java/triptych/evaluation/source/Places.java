package triptych.evaluation.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import triptych.annotation.AnnotationFormat;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.ij.annotation.AnnotationFormats;
import triptych.ij.draw.RoiRasterizer;
import triptych.ij.files.RoiFile;
import triptych.result.Delivery;
import triptych.result.ResultFiles;

/** Finds what a user has named: the ROI Manager, an open image, a file or a folder. */
public final class Places {

	private static final String MANAGER = "manager", AUTO = "auto";

	private Places() {}

	/**
	 * @param key whose value it is
	 * @param format a value of the key format
	 * @param wanted the task where it is known
	 * @param truth what the truth is called where predictions are looked for, which may need its
	 *          images and classes; blank elsewhere
	 * @throws TriptychException where there is nothing of the kind
	 */
	public static Source of(String key, String text, String format, Optional<Task> wanted,
		String truth)
	{
		check(key, text);
		if (text.equals(MANAGER)) return manager(key);
		Optional<ImagePlus> open = image(text);
		if (open.isPresent()) return open(open.get());
		Path path = path(key, text);
		return format.equals(AUTO) ? at(path, text, wanted, key.equals("truth"), file(truth))
			: of(format, path, text, file(truth));
	}

	/** Empty for open images. */
	private static Optional<Path> file(String text) {
		if (text.isEmpty() || text.equals(MANAGER)) return Optional.empty();
		return image(text).isPresent() ? Optional.empty()
			: Optional.of(path("truth", text)).filter(Files::exists);
	}

	/** @throws TriptychException where nothing of that name is there */
	public static void check(String key, String text) {
		if (text.isEmpty())
			throw new TriptychException("Evaluate Predictions... needs the key " + key
				+ ": a folder or file, the title of an open image, or manager.");
		boolean open = text.equals(MANAGER) || image(text).isPresent();
		if (!open && !Files.exists(path(key, text))) throw none(key, text, null);
	}

	/** An open image that holds what is named, on which results can be drawn. */
	public static Optional<ImagePlus> image(String text) {
		int[] ids = text.isEmpty() ? null : WindowManager.getIDList();
		if (ids == null) return Optional.empty();
		// Titles are not unique: the newest image counts, and ImageJ counts its images down from -1.
		return IntStream.of(ids)
			.sorted()
			.mapToObj(WindowManager::getImage)
			.filter(image -> image != null && text.equals(image.getTitle()))
			.findFirst();
	}

	private static Path path(String key, String text) {
		try {
			return Path.of(text);
		}
		catch (InvalidPathException e) {
			throw none(key, text, e);
		}
	}

	private static TriptychException none(String key, String text, Exception cause) {
		return new TriptychException("The key " + key + " has the value \"" + text
			+ "\", which is neither an open image nor a file or folder.", cause);
	}

	private static Source manager(String key) {
		List<Roi> rois = Delivery.managerRois().stream().filter(RoiRasterizer::isArea).toList();
		if (rois.isEmpty())
			throw new TriptychException("The key " + key
				+ " has the value manager, but there is no area ROI in the ROI Manager.");
		Map<String, Content> planes = RoiContents.of(rois, 0, 0);
		return new Source(MANAGER, Optional.of(RoiContents.task(planes)),
			List.of(new Item(MANAGER, "the ROI Manager", () -> planes)));
	}

	private static Source open(ImagePlus image) {
		String name = ResultFiles.stem(image.getTitle()), origin = "the image " + image.getTitle();
		List<Roi> rois = image.getOverlay() == null ? List.of() : List.of(image.getOverlay().toArray());
		if (rois.stream().noneMatch(RoiRasterizer::isArea))
			return new Source(image.getTitle(), titled(image),
				List.of(new Item(name, origin, () -> LabelContents.of(image))));
		Map<String, Content> planes = RoiContents.of(rois, image.getWidth(), image.getHeight());
		return new Source(image.getTitle(), Optional.of(RoiContents.task(planes)),
			List.of(new Item(name, origin, () -> planes)));
	}

	/** Triptych's own images say in their title what their numbers are. */
	private static Optional<Task> titled(ImagePlus image) {
		return byName(ResultFiles.stem(image.getTitle()));
	}

	private static Optional<Task> byName(String stem) {
		if (stem.endsWith("-labels")) return Optional.of(Task.INSTANCE_SEGMENTATION);
		if (stem.endsWith("-classes")) return Optional.of(Task.SEMANTIC_SEGMENTATION);
		return Optional.empty();
	}

	private static Source at(Path path, String text, Optional<Task> wanted, boolean isTruth,
		Optional<Path> truth)
	{
		String name = path.getFileName() == null ? "" : path.getFileName().toString();
		if (Files.isRegularFile(path) && name.matches("(?i).*\\.(csv|tsv)"))
			return ClassTable.file(text, path);
		if (Files.isDirectory(path)) {
			Optional<Source> saved = SavedResults.of(text, path, wanted, isTruth);
			if (saved.isPresent()) return saved.get();
			boolean classes = wanted.equals(Optional.of(Task.CLASSIFICATION));
			if (classes && ClassFolders.isOne(path)) return ClassFolders.of(text, path);
			Optional<String> inside = onlyInside(path);
			if (inside.isPresent()) return of(inside.get(), path, text, truth);
		}
		return of(AnnotationFormats.of(AUTO, path).name(), path, text, truth);
	}

	/** The format of files that lie in folders of the folder, where it holds no file itself. */
	private static Optional<String> onlyInside(Path folder) {
		List<String> names = FileList.below(folder)
			.stream()
			.map(f -> FileList.inside(folder, f))
			.toList();
		if (names.isEmpty() || names.stream().anyMatch(n -> !n.contains("/"))) return Optional.empty();
		if (names.stream().allMatch(RoiFile::isNamed)) return Optional.of("rois");
		boolean labels = names.stream().allMatch(n -> n.matches("(?i).*\\.(tiff?|png)"));
		return labels ? Optional.of("labels") : Optional.empty();
	}

	private static Source of(String format, Path path, String text, Optional<Path> truth) {
		boolean folder = Files.isDirectory(path);
		if (format.equals("labels"))
			return folder ? LabelContents.folder(text, path) : labels(text, path);
		if (format.equals("rois"))
			return folder ? RoiContents.folder(text, path) : rois(text, path);
		AnnotationFormat other = AnnotationFormats.of(format);
		return AnnotationContents.of(text, other, path, truth);
	}

	private static Source labels(String text, Path file) {
		Source source = LabelContents.file(text, file);
		Optional<Task> task = byName(ResultFiles.stem(file.getFileName().toString()));
		return new Source(text, task, source.items());
	}

	private static Source rois(String text, Path file) {
		if (!RoiFile.isNamed(file.toString()))
			throw new TriptychException("\"" + file + "\" is no ROI file (.zip or .roi).");
		return RoiContents.file(text, file);
	}
}
