package triptych.command;

import ij.IJ;
import ij.ImagePlus;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import triptych.core.TriptychException;
import triptych.result.Result;
import triptych.run.ModelCommand;
import triptych.workflow.Triptych;

/**
 * What the Commands with a model share: the image, the keys that all runs have, and the outputs.
 * Every key is text as in a macro; one that is left out means its default.
 */
public abstract class RunInputs implements Command {

	@Parameter(persist = false,
		description = "the image; its current plane is used unless slices or frames name others")
	private ImagePlus image;

	@Parameter(required = false, persist = false)
	private String model;

	@Parameter(required = false, persist = false)
	private String device;

	@Parameter(required = false, persist = false)
	private String within;

	@Parameter(required = false, persist = false)
	private String slices;

	@Parameter(required = false, persist = false)
	private String frames;

	@Parameter(required = false, persist = false)
	private String channels;

	@Parameter(required = false, persist = false)
	private String tile;

	@Parameter(required = false, persist = false)
	private String diameter;

	@Parameter(required = false, persist = false)
	private String augment;

	@Parameter(required = false, persist = false)
	private String outputs;

	@Parameter(required = false, persist = false)
	private String save;

	@Parameter(required = false, persist = false)
	private String overwrite;

	@Parameter(type = ItemIO.OUTPUT, description = "prediction, table, ROIs, keys and provenance")
	private Result result;

	@Parameter(type = ItemIO.OUTPUT, description = "the label image, where outputs names it")
	private ImagePlus labels;

	@Parameter(type = ItemIO.OUTPUT,
		description = "the scores of each class and pixel, where outputs names them")
	private ImagePlus probabilities;

	@Parameter(type = ItemIO.OUTPUT,
		description = "how undecided the model was at each pixel, where outputs names it")
	private ImagePlus uncertainty;

	private final ModelCommand<?> verb;

	RunInputs(ModelCommand<?> verb) {
		this.verb = verb;
	}

	@Override
	public void run() {
		if (image == null || image.getProcessor() == null) {
			throw new TriptychException(verb.spec().name()
				+ " needs an image; give it one as \"image\".");
		}
		// An Esc from before, such as one that closed a dialog, is not meant for this run.
		IJ.resetEscape();
		result = Triptych.run(verb, image, TextInputs.of(this));
		labels = result.labels().orElse(null);
		probabilities = result.probabilities().orElse(null);
		uncertainty = result.uncertainty().orElse(null);
	}
}
