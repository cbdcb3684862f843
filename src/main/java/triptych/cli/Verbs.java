package triptych.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import triptych.dataset.AnnotationExport;
import triptych.dataset.AnnotationImport;
import triptych.options.Options;
import triptych.run.Commands;
import triptych.run.ImageCommand;
import triptych.session.InstallOptions;
import triptych.session.ModelInstallation;
import triptych.teach.TeachRun;
import triptych.teach.regions.RegionTeaching;
import triptych.workflow.Triptych;

/** The verbs of the terminal, in the order of its help. A new one is one line here. */
final class Verbs {

	private Verbs() {}

	static List<Verb> all() {
		List<Verb> verbs = new ArrayList<>();
		for (ImageCommand action : Commands.all())
			verbs.add(Verb.counting(action.spec().verb(), () -> imageSpec(action),
				parsed -> onImages(action, parsed)));
		verbs.addAll(List.of(
			Verb.counting(FolderRuns.VERB, FolderRuns::spec, FolderRuns::run),
			Verb.printing(Advise.VERB, Advise::spec, Advise::run),
			Verb.printing(Evaluate.VERB, Evaluate::spec, Evaluate::run),
			Verb.of(TeachRun.VERB, Teach.CLASSES::spec, Teach.CLASSES::run),
			Verb.of(RegionTeaching.VERB, Teach.REGIONS::spec, Teach.REGIONS::run),
			Verb.counting(FolderRuns.MERGE, FolderRuns::mergeSpec, FolderRuns::merge),
			Verb.of(AnnotationImport.VERB, Annotations::importSpec, Annotations::importAll),
			Verb.of(AnnotationExport.VERB, Annotations::exportSpec, Annotations::export),
			Verb.of(Annotations.CONVERT, Annotations::convertSpec, Annotations::convert),
			Verb.printing("inspect", Verbs::inspectSpec,
				parsed -> Triptych.inspect(parsed.matchedPositionalValue(0, ""))),
			Verb.printing("describe", Verbs::describeSpec, Verbs::describe),
			Verb.printing(ModelInstallation.VERB, Verbs::installSpec, Verbs::install),
			Verb.printing("devices", Verbs::devicesSpec, parsed -> Triptych.checkDevice())));
		return verbs;
	}

	static Optional<Verb> of(String name) {
		return all().stream().filter(verb -> verb.name().equals(name)).findFirst();
	}

	private static CommandSpec imageSpec(ImageCommand action) {
		CommandSpec spec = Flags.described(action.spec().name() + " on image files.");
		spec.addPositional(Flags.several("IMAGE", "image files of any format that ImageJ opens", true));
		Flags.addFlags(spec, Options.keys(action.spec().options()));
		spec.addOption(OptionSpec.builder("--show")
			.type(boolean.class)
			.description("opens ImageJ with the image and the result, where there is a display")
			.build());
		return spec;
	}

	private static int onImages(ImageCommand action, ParseResult parsed) {
		Map<String, String> keys = Flags.given(parsed, Options.keys(action.spec().options()));
		List<String> images = parsed.matchedPositionalValue(0, List.of());
		return FileRuns.run(action, images, keys, parsed.hasMatchedOption("--show"));
	}

	private static CommandSpec inspectSpec() {
		CommandSpec spec = Flags.described("Says what is known about a model.");
		spec.addPositional(
			one("0", "MODEL", "a model's name, or the path of an .onnx file", true));
		return spec;
	}

	private static PositionalParamSpec one(String index, String label, String text, boolean needed) {
		return PositionalParamSpec.builder()
			.index(index)
			.paramLabel(label)
			.required(needed)
			.type(String.class)
			.description(text)
			.build();
	}

	private static CommandSpec describeSpec() {
		CommandSpec spec = Flags.described("Prints a description to fill in for a model that says"
			+ " nothing about itself, such as describe m.onnx image.png > m.triptych.yaml.");
		spec.addPositional(one("0", "MODEL", "the path of an .onnx file", true));
		spec.addPositional(one("1", "IMAGE", "an image on which the readings of its outputs are tried:"
			+ " the one that makes most sense comes first", false));
		return spec;
	}

	private static String describe(ParseResult parsed) {
		String model = parsed.matchedPositionalValue(0, "");
		String image = parsed.matchedPositionalValue(1, "");
		if (image.isEmpty()) return Triptych.describe(model);
		return Triptych.describe(model, Triptych.open(Path.of(image)));
	}

	private static CommandSpec installSpec() {
		CommandSpec spec = Flags.described("Installs a model by a name, renames or removes it.");
		Flags.addFlags(spec, Options.keys(InstallOptions.class));
		return spec;
	}

	private static String install(ParseResult parsed) {
		Map<String, String> keys = Flags.given(parsed, Options.keys(InstallOptions.class));
		return Triptych.installModel(keys) + "." + System.lineSeparator();
	}

	private static CommandSpec devicesSpec() {
		return Flags.described("Lists the devices that can be used, with a timed run on each.");
	}
}
