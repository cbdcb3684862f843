package triptych.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import triptych.core.Progress;
import triptych.core.TriptychException;
import triptych.options.Options;
import triptych.teach.TeachOptions;
import triptych.teach.TeachResult;
import triptych.teach.TeachRun;
import triptych.teach.regions.RegionOptions;
import triptych.teach.regions.RegionTeaching;
import triptych.workflow.Triptych;

/** {@code teach-classes} and {@code teach-regions}, their report a line each. */
enum Teach {

	CLASSES(TeachRun.COMMAND, TeachOptions.class, Triptych::teachClasses),
	REGIONS(RegionTeaching.COMMAND, RegionOptions.class, Triptych::teachRegions);

	@FunctionalInterface
	private interface Teaching {

		TeachResult of(ImagePlus image, Map<String, String> keys, Progress progress);
	}

	private final String command;
	private final Class<? extends Record> options;
	private final Teaching teaching;

	Teach(String command, Class<? extends Record> options, Teaching teaching) {
		this.command = command;
		this.options = options;
		this.teaching = teaching;
	}

	Usage usage() {
		return new Usage(command + " of the ROIs of an image file, or of a data set, makes a model.")
			.words("IMAGE", "an image; none where --examples names a data set", false)
			.keys(Options.keys(options));
	}

	void run(Line line) {
		System.setProperty("java.awt.headless", "true");
		Map<String, String> given = line.keys(Options.keys(options));
		List<String> images = line.words();
		if (images.size() > 1) throw new TriptychException("One image at a time; there are "
			+ String.join(", ", images) + ". For several, name a data set with --examples.");
		ImagePlus image = images.isEmpty() ? null : Triptych.open(Path.of(images.get(0)));
		teaching.of(image, given, Progress.NONE).lines().forEach(System.out::println);
	}
}
