package triptych.command;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;
import triptych.core.TriptychException;
import triptych.workflow.Result;
import triptych.workflow.Triptych;
import triptych.workflow.Verb;

/**
 * What the four Commands share: the image, the keys that all runs have, and the outputs. Every key is text as in a
 * macro; one that is left out means its default.
 */
public abstract class RunInputs implements Command {

	@Parameter(persist = false, description = "the image, of which the current plane is used")
	private ImagePlus image;

	@Parameter(required = false, persist = false)
	private String model;

	@Parameter(required = false, persist = false)
	private String device;

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

	private final Verb verb;

	RunInputs(Verb verb) {
		this.verb = verb;
	}

	@Override
	public void run() {
		if (image == null || image.getProcessor() == null) throw new TriptychException(verb.command()
			+ " needs an image; give it one as \"image\".");
		result = Triptych.run(verb, image, TextInputs.of(this));
		labels = result.labels().orElse(null);
	}
}
