package triptych.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import triptych.core.Progress;
import triptych.core.TriptychException;
import triptych.dataset.AnnotationExport;
import triptych.dataset.AnnotationImport;
import triptych.dataset.AnnotationResult;
import triptych.dataset.ConvertOptions;
import triptych.dataset.ExportOptions;
import triptych.dataset.ImportOptions;
import triptych.options.Key;
import triptych.options.Options;
import triptych.workflow.Triptych;

/** {@code convert}, {@code import-annotations} and {@code export-annotations}. */
final class Annotations {

	static final String CONVERT = "convert";

	private Annotations() {}

	static Usage convertUsage() {
		return new Usage("Annotations of one format written in another, with a report"
			+ " on the data set and on what the other format cannot hold.")
			.words("IN", "the annotations, instead of --path", false)
			.keys(Options.keys(ConvertOptions.class));
	}

	static Usage importUsage() {
		return new Usage(AnnotationImport.COMMAND
			+ " into a folder of label images or zips of ROIs.")
			.words("PATH", "the annotations, instead of --path", false)
			.keys(Options.keys(ImportOptions.class));
	}

	static Usage exportUsage() {
		return new Usage(AnnotationExport.COMMAND
			+ " of image files with an overlay, or of a folder of label images or ROIs.")
			.words("IMAGE", "images; none where --from names a folder", false)
			.keys(Options.keys(ExportOptions.class));
	}

	static void convert(Line line) {
		print(Triptych.convert(keys(line, Options.keys(ConvertOptions.class)),
			Progress.NONE));
	}

	static void importAll(Line line) {
		System.setProperty("java.awt.headless", "true");
		print(Triptych.importAnnotations(null, keys(line, Options.keys(ImportOptions.class)),
			Progress.NONE));
	}

	/** The first image makes the data set, the others are added to it. */
	static void export(Line line) {
		System.setProperty("java.awt.headless", "true");
		Map<String, String> keys = line.keys(Options.keys(ExportOptions.class));
		List<String> images = line.words();
		if (images.isEmpty()) print(Triptych.exportAnnotations(null, keys, Progress.NONE));
		for (String image : images) {
			ImagePlus opened = Triptych.open(Path.of(image));
			print(Triptych.exportAnnotations(opened, keys, Progress.NONE));
			keys.put("append", "yes");
		}
	}

	private static Map<String, String> keys(Line line, List<Key> known) {
		Map<String, String> keys = line.keys(known);
		List<String> paths = line.words();
		List<String> all = new ArrayList<>(paths);
		if (keys.containsKey("path")) all.add(keys.get("path"));
		if (all.size() > 1)
			throw new TriptychException("One file or folder of annotations at a time, and no image beside"
				+ " it; there are " + String.join(", ", all) + ".");
		if (paths.size() == 1) keys.put("path", paths.get(0));
		return keys;
	}

	private static void print(AnnotationResult result) {
		result.lines().forEach(System.out::println);
	}
}
