package triptych.run;

import ij.ImagePlus;
import triptych.options.ImageOptions;
import triptych.options.RunOptions;
import triptych.result.Result;
import triptych.session.ModelCache;
import triptych.session.RunModels;

/** Runs any command on an image; the image is never written to, and nothing is shown. */
public final class CommandRun {

	private CommandRun() {}

	/**
	 * @param image may be null, which is told
	 * @param options the record that belongs to the command
	 * @throws triptych.core.TriptychException with a sentence for the user
	 */
	public static Result of(ImageCommand command, ImagePlus image, ImageOptions options) {
		ImageCheck.isOpen(image);
		if (command instanceof ModelCommand<?> c) return withModel(c, image, (RunOptions) options);
		return withObjects((ObjectCommand<?>) command, image, options);
	}

	private static <O extends RunOptions> Result withModel(ModelCommand<O> command,
		ImagePlus image, RunOptions options)
	{
		ModelCache.Opened opened = RunModels.open(command.task(), options,
			(name, task) -> ModelCache.open(name, task, options.device()));
		RunSettings<O> settings = RunSettings.of(command, options, opened.spec());
		return new ModelRun<>(settings, image, opened, true, 1).result();
	}

	private static <O extends ImageOptions> Result withObjects(ObjectCommand<O> command,
		ImagePlus image, ImageOptions options)
	{
		return new ObjectRun<>(command, image, command.own(options)).result();
	}

	/**
	 * With a model that the caller has opened and uses from this thread only; the caller shows the
	 * progress.
	 *
	 * @param sharers how many such runs go on at once and share the memory
	 */
	public static <O extends RunOptions> Result of(ModelCommand<O> command, ImagePlus image,
		RunOptions options, ModelCache.Opened opened, int sharers)
	{
		ImageCheck.isOpen(image);
		RunSettings<O> settings = RunSettings.of(command, options, opened.spec());
		return new ModelRun<>(settings, image, opened, false, sharers).result();
	}
}
