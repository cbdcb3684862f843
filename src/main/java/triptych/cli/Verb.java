package triptych.cli;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * A verb of the terminal.
 *
 * @param spec its flags, built only where the verb is used
 * @param run gives the exit code
 */
record Verb(String name, Supplier<CommandSpec> spec, ToIntFunction<ParseResult> run) {

	/** A verb that ends well or with an exception. */
	static Verb of(String name, Supplier<CommandSpec> spec, Consumer<ParseResult> run) {
		return new Verb(name, spec, parsed -> {
			run.accept(parsed);
			return 0;
		});
	}

	/** A verb that prints a text. */
	static Verb printing(String name, Supplier<CommandSpec> spec,
		Function<ParseResult, String> run)
	{
		return of(name, spec, parsed -> System.out.print(run.apply(parsed)));
	}

	/** A verb that tells of each failure and goes on. */
	static Verb counting(String name, Supplier<CommandSpec> spec,
		ToIntFunction<ParseResult> failures)
	{
		return new Verb(name, spec, parsed -> failures.applyAsInt(parsed) == 0 ? 0 : 1);
	}
}
