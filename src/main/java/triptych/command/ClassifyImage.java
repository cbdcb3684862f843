package triptych.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import triptych.run.Commands;

/** Classify Image... as a SciJava Command; see {@link RunInputs}. */
@Plugin(type = Command.class, visible = false, headless = true)
public final class ClassifyImage extends RunInputs {

	@Parameter(required = false, persist = false)
	private String mode;

	@Parameter(required = false, persist = false)
	private String top;

	@Parameter(required = false, persist = false)
	private String accept;

	@Parameter(required = false, persist = false)
	private String thresholds;

	public ClassifyImage() {
		super(Commands.CLASSIFY);
	}
}
