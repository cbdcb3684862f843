package triptych.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import triptych.core.Progress;
import triptych.core.TriptychException;
import triptych.options.Options;
import triptych.teach.TeachOptions;
import triptych.teach.TeachRun;
import triptych.workflow.Triptych;

/** {@code teach-classes}: Teach Classes..., its report a line each. */
final class Teach {

	private Teach() {}

	static CommandSpec spec() {
		CommandSpec spec = Flags.described(TeachRun.COMMAND
			+ " of the ROIs of an image file, or of a data set, makes a model.");
		spec.addPositional(
			Flags.several("IMAGE", "an image; none where --examples names a data set", false));
		Flags.addFlags(spec, Options.keys(TeachOptions.class));
		return spec;
	}

	static void run(ParseResult parsed) {
		System.setProperty("java.awt.headless", "true");
		Map<String, String> keys = Flags.given(parsed, Options.keys(TeachOptions.class));
		List<String> images = parsed.matchedPositionalValue(0, List.of());
		if (images.size() > 1) throw new TriptychException("One image at a time; there are "
			+ String.join(", ", images) + ". For several, name a data set with --examples.");
		ImagePlus image = images.isEmpty() ? null : Triptych.open(Path.of(images.get(0)));
		Triptych.teachClasses(image, keys, Progress.NONE).lines().forEach(System.out::println);
	}
}
