package triptych.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import triptych.dataset.AnnotationExport;
import triptych.dataset.AnnotationImport;
import triptych.options.Options;
import triptych.run.Commands;
import triptych.run.ImageCommand;
import triptych.run.ModelCommand;
import triptych.session.InstallOptions;
import triptych.session.ModelInstallation;
import triptych.teach.TeachRun;
import triptych.teach.regions.RegionTeaching;
import triptych.workflow.Triptych;

/** The verbs of the terminal, in the order of its help. A new one is one line here. */
final class Verbs {

	private static final String SHOW = "--show";

	private Verbs() {}

	static List<Verb> all() {
		List<Verb> verbs = new ArrayList<>();
		for (ImageCommand action : Commands.all()) {
			Verb verb = Verb.counting(action.spec().verb(), () -> imageUsage(action),
				line -> onImages(action, line));
			verbs.add(action instanceof ModelCommand<?> ? verb.withModels() : verb);
		}
		verbs.addAll(List.of(
			Verb.counting(FolderRuns.VERB, FolderRuns::usage, FolderRuns::run).withModels(),
			Verb.printing(Advise.VERB, Advise::usage, Advise::run),
			Verb.printing(Evaluate.VERB, Evaluate::usage, Evaluate::run),
			Verb.of(TeachRun.VERB, Teach.CLASSES::usage, Teach.CLASSES::run),
			Verb.of(RegionTeaching.VERB, Teach.REGIONS::usage, Teach.REGIONS::run),
			Verb.counting(FolderRuns.MERGE, FolderRuns::mergeUsage, FolderRuns::merge),
			Verb.of(AnnotationImport.VERB, Annotations::importUsage, Annotations::importAll),
			Verb.of(AnnotationExport.VERB, Annotations::exportUsage, Annotations::export),
			Verb.of(Annotations.CONVERT, Annotations::convertUsage, Annotations::convert),
			Verb.printing("inspect", Verbs::inspectUsage,
				line -> Triptych.inspect(line.word(0))),
			Verb.printing("describe", Verbs::describeUsage, Verbs::describe),
			Verb.printing(ModelInstallation.VERB, Verbs::installUsage, Verbs::install),
			Verb.printing("devices", Verbs::devicesUsage, line -> Triptych.checkDevice())));
		return verbs;
	}

	static Optional<Verb> of(String name) {
		return all().stream().filter(verb -> verb.name().equals(name)).findFirst();
	}

	private static Usage imageUsage(ImageCommand action) {
		return new Usage(action.spec().name() + " on image files.")
			.words("IMAGE", "image files of any format that ImageJ opens", true)
			.keys(Options.keys(action.spec().options()))
			.flag(Flag.alone(SHOW,
				"opens ImageJ with the image and the result, where there is a display"));
	}

	private static int onImages(ImageCommand action, Line line) {
		Map<String, String> keys = line.keys(Options.keys(action.spec().options()));
		return FileRuns.run(action, line.words(), keys, line.has(SHOW));
	}

	private static Usage inspectUsage() {
		return new Usage("Says what is known about a model.")
			.word("MODEL", "a model's name, or the path of an .onnx file", true);
	}

	private static Usage describeUsage() {
		return new Usage("Prints a description to fill in for a model that says nothing about itself,"
			+ " such as describe m.onnx image.png > m.triptych.yaml.")
			.word("MODEL", "the path of an .onnx file", true)
			.word("IMAGE", "an image on which the readings of its outputs are tried:"
				+ " the one that makes most sense comes first", false);
	}

	private static String describe(Line line) {
		String model = line.word(0), image = line.word(1);
		if (image.isEmpty()) return Triptych.describe(model);
		return Triptych.describe(model, Triptych.open(Path.of(image)));
	}

	private static Usage installUsage() {
		return new Usage("Installs a model by a name, renames or removes it.")
			.keys(Options.keys(InstallOptions.class));
	}

	private static String install(Line line) {
		Map<String, String> keys = line.keys(Options.keys(InstallOptions.class));
		return Triptych.installModel(keys) + "." + System.lineSeparator();
	}

	private static Usage devicesUsage() {
		return new Usage("Lists the devices that can be used, with a timed run on each.");
	}
}
