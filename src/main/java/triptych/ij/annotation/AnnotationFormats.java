package triptych.ij.annotation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import triptych.annotation.AnnotationFormat;
import triptych.annotation.coco.CocoFormat;
import triptych.annotation.coco.PanopticFormat;
import triptych.annotation.files.GeoJsonFormat;
import triptych.annotation.files.LabelMeFormat;
import triptych.annotation.files.VocFormat;
import triptych.annotation.files.YoloFormat;
import triptych.core.TriptychException;

/** All formats of annotations. A new one is one line here. */
public final class AnnotationFormats {

	/** The first that accepts a path has it, so those that look most closely come first. */
	private static final List<AnnotationFormat> ALL = List.of(new CocoFormat(), new PanopticFormat(),
		new LabelMeFormat(), new GeoJsonFormat(), new VocFormat(), new YoloFormat(), new RoiFormat(),
		new LabelImageFormat());

	private AnnotationFormats() {}

	public static List<AnnotationFormat> all() {
		return ALL;
	}

	/**
	 * @param name a value of the key format; auto looks at the path
	 * @throws TriptychException where nothing is there, or no format fits
	 */
	public static AnnotationFormat of(String name, Path path) {
		if (!Files.exists(path))
			throw new TriptychException("There is no file or folder \"" + path + "\".");
		if (Files.isRegularFile(path) && path.toFile().length() == 0)
			throw new TriptychException("The file \"" + path + "\" is empty (0 bytes).");
		if (isEmptyFolder(path)) throw new TriptychException("The folder \"" + path + "\" is empty.");
		if (!name.equals("auto")) return of(name);
		return ALL.stream()
			.filter(f -> f.accepts(path))
			.findFirst()
			.orElseThrow(() -> new TriptychException("\"" + path + "\" holds annotations of no format"
				+ " that is known here: " + titles() + "."));
	}

	private static boolean isEmptyFolder(Path path) {
		String[] inside = path.toFile().list();
		return inside != null && inside.length == 0;
	}

	/** @param name a value of the key format, other than auto */
	public static AnnotationFormat of(String name) {
		return ALL.stream()
			.filter(f -> f.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new TriptychException("The key format has the value \"" + name
				+ "\"; it must be one of "
				+ ALL.stream().map(AnnotationFormat::name).collect(Collectors.joining(", ")) + "."));
	}

	private static String titles() {
		return ALL.stream().map(AnnotationFormat::title).collect(Collectors.joining(", "));
	}
}
