package triptych.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import triptych.run.Commands;

/** Labels to ROIs... as a SciJava Command; see {@link ReviewInputs}. */
@Plugin(type = Command.class, visible = false, headless = true)
public final class LabelsToRois extends ReviewInputs {

	@Parameter(required = false, persist = false)
	private String split;

	@Parameter(required = false, persist = false)
	private String outputs;

	public LabelsToRois() {
		super(Commands.LABELS_TO_ROIS);
	}
}
