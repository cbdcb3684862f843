package triptych.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;
import triptych.run.Commands;

/** ROIs to Labels... as a SciJava Command; see {@link ReviewInputs}. */
@Plugin(type = Command.class, visible = false, headless = true)
public final class RoisToLabels extends ReviewInputs {

	public RoisToLabels() {
		super(Commands.ROIS_TO_LABELS);
	}
}
