package triptych.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import triptych.annotation.AnnotatedImage;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationSet;
import triptych.annotation.AnnotationWriter;
import triptych.core.Progress;
import triptych.core.TriptychException;
import triptych.ij.annotation.AnnotationFormats;
import triptych.options.Options;
import triptych.options.YesNo;

/** Annotations of one format written in another, image after image. */
public final class Conversion {

	private Conversion() {}

	/** @throws TriptychException naming file and entry; the target is then as it was */
	public static AnnotationResult of(Map<String, String> keys, Progress progress) {
		ConvertOptions options = Options.of(ConvertOptions.class, keys);
		AnnotationFormat to = AnnotationFormats.of(options.to());
		Path target = Paths.of("save", options.save());
		return run(Paths.of("path", options.path()), options.format(), to, target,
			options.append() == YesNo.YES, image -> image, Options.values(options), progress);
	}

	/** @param kept what of an image is written */
	static AnnotationResult run(Path path, String format, AnnotationFormat to, Path target,
		boolean append, UnaryOperator<AnnotatedImage> kept, Map<String, String> keys,
		Progress progress)
	{
		if (target.toAbsolutePath().normalize().equals(path.toAbsolutePath().normalize()))
			throw new TriptychException("\"" + target
				+ "\" is where the annotations are read from; write them to another place.");
		DataSetReport report = new DataSetReport();
		List<String> notes = new ArrayList<>();
		try (AnnotationSet set = AnnotationFormats.of(format, path).open(path);
			AnnotationWriter writer = to.writer(target, set.classes(), append))
		{
			report.add(set.classes());
			for (int i = 0; i < set.names().size(); i++) {
				progress.at(i, set.names().size());
				progress.check();
				AnnotatedImage image = kept.apply(set.image(i));
				report.add(image);
				writer.add(image);
			}
			if (report.images() == 0)
				throw new TriptychException("\"" + path + "\" holds no images with annotations.");
			writer.finish();
			set.notes().forEach(note -> notes.add(note + "."));
			notes.addAll(losses(to, writer));
		}
		return new AnnotationResult(List.of(), Optional.empty(), Optional.of(target), report.lines(),
			notes, keys, report.summary() + " written to \"" + target + "\" as " + to.title());
	}

	static List<String> losses(AnnotationFormat to, AnnotationWriter writer) {
		return writer.losses()
			.stream()
			.map(loss -> "What " + to.title() + " cannot hold: " + loss + ".")
			.toList();
	}
}
