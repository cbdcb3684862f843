package triptych.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
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

	static CommandSpec convertSpec() {
		CommandSpec spec = Flags.described("Annotations of one format written in another, with a report"
			+ " on the data set and on what the other format cannot hold.");
		spec.addPositional(Flags.several("IN", "the annotations, instead of --path", false));
		Flags.addFlags(spec, Options.keys(ConvertOptions.class));
		return spec;
	}

	static CommandSpec importSpec() {
		CommandSpec spec = Flags.described(AnnotationImport.COMMAND
			+ " into a folder of label images or zips of ROIs.");
		spec.addPositional(Flags.several("PATH", "the annotations, instead of --path", false));
		Flags.addFlags(spec, Options.keys(ImportOptions.class));
		return spec;
	}

	static CommandSpec exportSpec() {
		CommandSpec spec = Flags.described(AnnotationExport.COMMAND
			+ " of image files with an overlay, or of a folder of label images or ROIs.");
		spec.addPositional(Flags.several("IMAGE", "images; none where --from names a folder", false));
		Flags.addFlags(spec, Options.keys(ExportOptions.class));
		return spec;
	}

	static void convert(ParseResult parsed) {
		print(Triptych.convert(keys(parsed, Options.keys(ConvertOptions.class)),
			Progress.NONE));
	}

	static void importAll(ParseResult parsed) {
		System.setProperty("java.awt.headless", "true");
		print(Triptych.importAnnotations(null, keys(parsed, Options.keys(ImportOptions.class)),
			Progress.NONE));
	}

	/** The first image makes the data set, the others are added to it. */
	static void export(ParseResult parsed) {
		System.setProperty("java.awt.headless", "true");
		Map<String, String> keys = Flags.given(parsed, Options.keys(ExportOptions.class));
		List<String> images = parsed.matchedPositionalValue(0, List.of());
		if (images.isEmpty()) print(Triptych.exportAnnotations(null, keys, Progress.NONE));
		for (String image : images) {
			ImagePlus opened = Triptych.open(Path.of(image));
			print(Triptych.exportAnnotations(opened, keys, Progress.NONE));
			keys.put("append", "yes");
		}
	}

	private static Map<String, String> keys(ParseResult parsed, List<Key> known) {
		Map<String, String> keys = new LinkedHashMap<>(Flags.given(parsed, known));
		List<String> paths = parsed.matchedPositionalValue(0, List.of());
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
