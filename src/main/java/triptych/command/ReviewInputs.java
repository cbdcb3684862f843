package triptych.command;

import ij.IJ;
import ij.ImagePlus;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import triptych.core.TriptychException;
import triptych.result.Result;
import triptych.run.ObjectCommand;
import triptych.workflow.Triptych;

/**
 * What the Commands of the review share; every key is text as in a macro, and one that is left out
 * means its default.
 */
public abstract class ReviewInputs implements Command {

	@Parameter(persist = false, description = "the image")
	private ImagePlus image;

	@Parameter(required = false, persist = false)
	private String from;

	@Parameter(required = false, persist = false)
	private String slices;

	@Parameter(required = false, persist = false)
	private String frames;

	@Parameter(required = false, persist = false)
	private String save;

	@Parameter(required = false, persist = false)
	private String overwrite;

	@Parameter(type = ItemIO.OUTPUT, description = "label maps, table, ROIs, keys and provenance")
	private Result result;

	@Parameter(type = ItemIO.OUTPUT, description = "the label image, where the command makes one")
	private ImagePlus labels;

	private final ObjectCommand<?> review;

	ReviewInputs(ObjectCommand<?> review) {
		this.review = review;
	}

	@Override
	public void run() {
		if (image == null || image.getProcessor() == null) {
			throw new TriptychException(review.spec().name()
				+ " needs an image; give it one as \"image\".");
		}
		// An Esc from before, such as one that closed a dialog, is not meant for this run.
		IJ.resetEscape();
		result = Triptych.run(review, image, TextInputs.of(this));
		labels = result.labels().orElse(null);
	}
}
