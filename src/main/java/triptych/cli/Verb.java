package triptych.cli;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;


/**
 * A verb of the terminal.
 *
 * @param usage its flags, built only where the verb is used
 * @param run gives the exit code
 * @param runsModels true where most of its lines need ONNX Runtime
 */
record Verb(String name, Supplier<Usage> usage, ToIntFunction<Line> run, boolean runsModels) {

	/** One that runs models, which is good to know before its line has been read. */
	Verb withModels() {
		return new Verb(name, usage, run, true);
	}

	/** A verb that ends well or with an exception. */
	static Verb of(String name, Supplier<Usage> usage, Consumer<Line> run) {
		return new Verb(name, usage, line -> {
			run.accept(line);
			return 0;
		}, false);
	}

	/** A verb that prints a text. */
	static Verb printing(String name, Supplier<Usage> usage,
		Function<Line, String> run)
	{
		return of(name, usage, line -> System.out.print(run.apply(line)));
	}

	/** A verb that tells of each failure and goes on. */
	static Verb counting(String name, Supplier<Usage> usage,
		ToIntFunction<Line> failures)
	{
		return new Verb(name, usage, line -> failures.applyAsInt(line) == 0 ? 0 : 1,
			false);
	}
}
