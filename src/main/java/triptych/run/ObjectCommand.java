package triptych.run;

import java.util.List;
import java.util.Set;

import ij.ImagePlus;
import triptych.core.LabelMap;
import triptych.core.Progress;
import triptych.core.table.Table;
import triptych.ij.convert.Position;
import triptych.ij.draw.ClassColours;
import triptych.options.CommandSpec;
import triptych.options.ImageOptions;
import triptych.options.Output;
import triptych.result.Result;

/**
 * A command without a model: it takes the objects of each plane from where they are, keeps what its
 * keys keep, and gives them in another form. A new one is a subclass, an options record and a line
 * in {@link Commands}.
 *
 * @param <O> the record of its keys
 */
public abstract non-sealed class ObjectCommand<O extends ImageOptions> implements ImageCommand {

	private final CommandSpec spec;

	protected ObjectCommand(CommandSpec spec) {
		this.spec = spec;
	}

	/**
	 * Where the objects are.
	 *
	 * @throws triptych.core.TriptychException where there are none of that kind
	 */
	abstract ObjectSource source(ImagePlus image, O options);

	/** What is done with them in one run. */
	abstract Work work(ImagePlus image, O options);

	/** What is given back beside the files. */
	abstract Set<Output> outputs(O options);

	/** The steps of one run, plane after plane. */
	interface Work {

		/** True where ROIs become pixels as they are, and nothing else is made of them. */
		default boolean paints() {
			return false;
		}

		/** The objects as they are meant: a mask's parts each for itself, for example. */
		LabelMap meant(LabelMap found);

		/** Those that the keys keep, with their ids. */
		LabelMap kept(LabelMap objects);

		/** A row for each of them; without columns where the command makes no table. */
		Table table(LabelMap objects, Position position, Progress progress);

		/**
		 * What the user should know about the objects of all planes.
		 *
		 * @throws triptych.core.TriptychException where a key turns out to name what is not there
		 */
		List<String> notes();

		/** The result with what is made of its table. */
		Result finished(Result result, ClassColours colours);
	}

	@Override
	public final CommandSpec spec() {
		return spec;
	}

	@Override
	public final String check(ImagePlus image, ImageOptions options) {
		PlaneSelection.of(image, options, true);
		O own = own(options);
		return takesFromFile(own) ? "" : source(image, own).line();
	}

	/** A file takes its time to be read. */
	abstract boolean takesFromFile(O options);

	@Override
	public final String found(Tally tally) {
		return tally.count("object", "objects");
	}

	@Override
	public final boolean countsPlanes() {
		return true;
	}

	@SuppressWarnings("unchecked")
	final O own(ImageOptions options) {
		return (O) spec.options().cast(options);
	}
}
