package triptych.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import triptych.run.Commands;

/** Detect Objects... as a SciJava Command; see {@link RunInputs}. */
@Plugin(type = Command.class, visible = false, headless = true)
public final class DetectObjects extends RunInputs {

	@Parameter(required = false, persist = false)
	private String link;

	@Parameter(required = false, persist = false)
	private String classify;

	@Parameter(required = false, persist = false)
	private String confidence;

	@Parameter(required = false, persist = false)
	private String overlap;

	@Parameter(required = false, persist = false)
	private String suppression;

	@Parameter(required = false, persist = false)
	private String thresholds;

	@Parameter(required = false, persist = false)
	private String max;

	@Parameter(required = false, persist = false)
	private String find;

	public DetectObjects() {
		super(Commands.DETECT);
	}
}
