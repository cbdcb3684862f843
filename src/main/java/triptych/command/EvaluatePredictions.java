package triptych.command;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import triptych.core.Progress;
import triptych.evaluation.EvaluationResult;
import triptych.workflow.Triptych;

/**
 * Evaluate Predictions... as a SciJava Command: the keys as text, the figures as output. It needs
 * no image and shows nothing.
 */
@Plugin(type = Command.class, visible = false, headless = true)
public final class EvaluatePredictions implements Command {

	@Parameter(required = false, persist = false)
	private String truth;

	@Parameter(required = false, persist = false)
	private String predictions;

	@Parameter(required = false, persist = false)
	private String task;

	@Parameter(required = false, persist = false)
	private String format;

	@Parameter(required = false, persist = false)
	private String classes;

	@Parameter(required = false, persist = false)
	private String iou;

	@Parameter(required = false, persist = false)
	private String confidence;

	@Parameter(required = false, persist = false)
	private String thresholds;

	@Parameter(required = false, persist = false)
	private String target;

	@Parameter(required = false, persist = false)
	private String training;

	@Parameter(required = false, persist = false)
	private String compare;

	@Parameter(required = false, persist = false)
	private String images;

	@Parameter(required = false, persist = false)
	private String outputs;

	@Parameter(required = false, persist = false)
	private String save;

	@Parameter(required = false, persist = false)
	private String overwrite;

	@Parameter(type = ItemIO.OUTPUT, description = "figures with their intervals, what was left out,"
		+ " and the verdict")
	private EvaluationResult result;

	@Override
	public void run() {
		result = Triptych.evaluate(TextInputs.of(this), r -> {}, Progress.NONE);
	}
}
