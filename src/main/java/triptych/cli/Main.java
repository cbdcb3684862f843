package triptych.cli;

import java.util.List;
import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import triptych.core.TriptychException;
import triptych.dataset.AnnotationExport;
import triptych.dataset.AnnotationImport;
import triptych.options.Options;
import triptych.run.Commands;
import triptych.run.ImageCommand;
import triptych.session.InstallOptions;
import triptych.session.ModelInstallation;
import triptych.teach.TeachRun;
import triptych.workflow.Triptych;

/**
 * {@code triptych VERB IMAGE... --key=value}: runs a command on image files, prints its table and
 * writes its files. Exits with 0, with 1 after a failure (told in one sentence), with 2 after wrong
 * usage.
 */
public final class Main {

	private Main() {}

	public static void main(String[] args) {
		PlainOutput.install();
		Interrupts.install();
		int code = run(args);
		if (Interrupts.exitCode() > 0) code = Interrupts.exitCode();
		// An ImageJ opened with --show stays until the user closes it.
		if (code != 0 || !Desktop.isOpen()) System.exit(code);
	}

	static int run(String... args) {
		return commandLine().execute(args);
	}

	private static CommandLine commandLine() {
		CommandSpec root = CommandSpec.create().name("triptych").mixinStandardHelpOptions(true);
		root.usageMessage()
			.description("Classifies, detects and segments in images with ONNX models.");
		for (ImageCommand action : Commands.all())
			root.addSubcommand(action.spec().verb(), runSpec(action));
		root.addSubcommand(FolderRuns.VERB, FolderRuns.spec());
		root.addSubcommand(Advise.VERB, Advise.spec());
		root.addSubcommand(Evaluate.VERB, Evaluate.spec());
		root.addSubcommand(TeachRun.VERB, Teach.spec());
		root.addSubcommand(FolderRuns.MERGE, FolderRuns.mergeSpec());
		root.addSubcommand(AnnotationImport.VERB, Annotations.importSpec());
		root.addSubcommand(AnnotationExport.VERB, Annotations.exportSpec());
		root.addSubcommand(Annotations.CONVERT, Annotations.convertSpec());
		CommandSpec inspect = Flags.described("Says what is known about a model.");
		inspect.addPositional(PositionalParamSpec.builder()
			.index("0")
			.paramLabel("MODEL")
			.required(true)
			.type(String.class)
			.description("a model's name, or the path of an .onnx file")
			.build());
		root.addSubcommand("inspect", inspect);
		CommandSpec install = Flags.described(
			"Installs a model by a name, renames or removes it.");
		Flags.addFlags(install, Options.keys(InstallOptions.class));
		root.addSubcommand(ModelInstallation.VERB, install);
		root.addSubcommand("devices",
			Flags.described("Lists the devices that can be used, with a timed run on each."));
		CommandLine line = new CommandLine(root);
		line.setExecutionStrategy(Main::execute);
		line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
		return line;
	}

	private static CommandSpec runSpec(ImageCommand action) {
		CommandSpec spec = Flags.described(action.spec().name() + " on image files.");
		spec.addPositional(Flags.several("IMAGE", "image files of any format that ImageJ opens", true));
		Flags.addFlags(spec, Options.keys(action.spec().options()));
		spec.addOption(OptionSpec.builder("--show")
			.type(boolean.class)
			.description("opens ImageJ with the image and the result, where there is a display")
			.build());
		return spec;
	}

	private static int execute(ParseResult parsed) {
		Integer help = CommandLine.executeHelpRequest(parsed);
		if (help != null) return help;
		if (!parsed.hasSubcommand()) {
			parsed.commandSpec().commandLine().usage(System.err);
			return 2;
		}
		ParseResult sub = parsed.subcommand();
		String name = sub.commandSpec().name();
		try {
			switch (name) {
				case "inspect" -> System.out.print(Triptych.inspect(sub.matchedPositionalValue(0, "")));
				case FolderRuns.VERB -> {
					return FolderRuns.run(sub) == 0 ? 0 : 1;
				}
				case FolderRuns.MERGE -> {
					return FolderRuns.merge(sub) == 0 ? 0 : 1;
				}
				case Annotations.CONVERT -> Annotations.convert(sub);
				case AnnotationImport.VERB -> Annotations.importAll(sub);
				case AnnotationExport.VERB -> Annotations.export(sub);
				case Advise.VERB -> System.out.print(Advise.run(sub));
				case TeachRun.VERB -> Teach.run(sub);
				case Evaluate.VERB -> System.out.print(Evaluate.run(sub));
				case ModelInstallation.VERB -> System.out.println(Triptych.installModel(
					Flags.given(sub, Options.keys(InstallOptions.class))) + ".");
				case "devices" -> System.out.print(Triptych.checkDevice());
				default -> {
					return runAction(Commands.of(name), sub) == 0 ? 0 : 1;
				}
			}
			return 0;
		}
		catch (TriptychException e) {
			System.err.println(e.getMessage());
			return 1;
		}
		catch (RuntimeException | Error e) {
			System.err.println(Unforeseen.sentence(e));
			return 1;
		}
	}

	private static int runAction(ImageCommand action, ParseResult parsed) {
		Map<String, String> keys = Flags.given(parsed, Options.keys(action.spec().options()));
		List<String> images = parsed.matchedPositionalValue(0, List.of());
		return FileRuns.run(action, images, keys, parsed.hasMatchedOption("--show"));
	}
}
