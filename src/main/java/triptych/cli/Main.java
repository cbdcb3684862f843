package triptych.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import triptych.core.TriptychException;
import triptych.session.Provenance;

/**
 * {@code triptych VERB IMAGE... --key=value}: runs a command on image files, prints its table and
 * writes its files. Exits with 0, with 1 after a failure (told in one sentence), with 2 after wrong
 * usage.
 */
public final class Main {

	private static final Set<String> VERSION = Set.of("--version", "-V");

	private Main() {}

	public static void main(String[] args) {
		// Which prints nothing of others, and is gone before anybody could end it.
		if (!isVersion(args)) {
			PlainOutput.install();
			Interrupts.install();
		}
		int code = run(args);
		if (Interrupts.exitCode() > 0) code = Interrupts.exitCode();
		// An ImageJ opened with --show stays until the user closes it.
		if (code != 0 || !Desktop.isOpen()) System.exit(code);
	}

	private static boolean isVersion(String... args) {
		return args.length == 1 && VERSION.contains(args[0]);
	}

	static int run(String... args) {
		if (isVersion(args)) {
			System.out.println("Triptych " + Provenance.version());
			return 0;
		}
		boolean word = args.length > 0 && !args[0].startsWith("-");
		if (word && Verbs.of(args[0]).isEmpty()) {
			System.err.println(MeantVerb.sentence(args[0]));
			return 2;
		}
		return commandLine(args).execute(args);
	}

	/**
	 * The verb that the line begins with, alone, since to build all of them takes a quarter of a
	 * second. All where it begins with something else, such as --help.
	 */
	private static CommandLine commandLine(String... args) {
		CommandSpec root = Flags.described(
			"Classifies, detects and segments in images with ONNX models.").name("triptych");
		Optional<Verb> named = args.length == 0 ? Optional.empty() : Verbs.of(args[0]);
		List<Verb> verbs = named.map(List::of).orElseGet(Verbs::all);
		verbs.forEach(verb -> root.addSubcommand(verb.name(), verb.spec().get()));
		CommandLine line = new CommandLine(root);
		line.setExecutionStrategy(Main::execute);
		line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
		return line;
	}

	private static int execute(ParseResult parsed) {
		Integer help = CommandLine.executeHelpRequest(parsed);
		if (help != null) return help;
		if (!parsed.hasSubcommand()) {
			parsed.commandSpec().commandLine().usage(System.err);
			return 2;
		}
		ParseResult sub = parsed.subcommand();
		try {
			return Verbs.of(sub.commandSpec().name()).orElseThrow().run().applyAsInt(sub);
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
}
