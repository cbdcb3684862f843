package triptych.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import triptych.core.TriptychException;
import triptych.session.OpeningAhead;
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
		if (isVersion(args)) {
			// Which prints nothing of others, and is gone before anybody could end it.
			run(args);
			return;
		}
		begin(List.of(args));
		int code = run(args);
		if (Interrupts.exitCode() > 0) code = Interrupts.exitCode();
		// An ImageJ opened with --show stays until the user closes it.
		if (code != 0 || !Desktop.isOpen()) System.exit(code);
	}

	private static void begin(List<String> words) {
		// First of all, since it takes longest.
		boolean runs = named(words).filter(Verb::runsModels).isPresent();
		if (runs && !Line.asksForHelp(words)) OpeningAhead.libraries();
		PlainOutput.install();
		Interrupts.install();
	}

	private static Optional<Verb> named(List<String> words) {
		return words.isEmpty() ? Optional.empty() : Verbs.of(words.get(0));
	}

	private static boolean isVersion(String... args) {
		return args.length == 1 && VERSION.contains(args[0]);
	}

	static int run(String... args) {
		if (isVersion(args)) {
			System.out.println("Triptych " + Provenance.version());
			return 0;
		}
		List<String> words = List.of(args);
		Optional<Verb> verb = named(words);
		if (verb.isPresent()) return run(verb.get(), words.subList(1, words.size()));
		if (Line.asksForHelp(words)) {
			System.out.print(help());
			return 0;
		}
		boolean word = !words.isEmpty() && !words.get(0).startsWith("-");
		System.err.print(word ? MeantVerb.sentence(words.get(0)) + System.lineSeparator() : help());
		return 2;
	}

	private static String help() {
		HelpText help = new HelpText().paragraph("Usage: triptych VERB ...")
			.paragraph("Classifies, detects and segments in images with ONNX models.")
			.row(Line.HELP_ROW, "says this, or what one verb does, and exits")
			.row("  -V, --version", "says the version and exits")
			.paragraph("Commands:");
		Verbs.all().forEach(verb -> help.row("  " + verb.name(), verb.usage().get().text()));
		return help.toString();
	}

	private static int run(Verb verb, List<String> behind) {
		Usage usage = verb.usage().get();
		if (Line.asksForHelp(behind)) {
			System.out.print(usage.help(verb.name()));
			return 0;
		}
		try {
			return verb.run().applyAsInt(Line.of(verb.name(), usage, behind));
		}
		catch (WrongLine e) {
			System.err.println(e.getMessage());
			return 2;
		}
		catch (TriptychException e) {
			System.err.println(e.getMessage());
			return 1;
		}
		catch (RuntimeException | Error e) {
			System.err.println(Unforeseen.sentence(e));
			return 1;
		}
		finally {
			// Java must not exit in the midst of it.
			OpeningAhead.await();
		}
	}
}
