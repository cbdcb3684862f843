package triptych.command;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import triptych.workflow.Triptych;

/** Install Model... as a SciJava Command. */
@Plugin(type = Command.class, visible = false, headless = true)
public final class InstallModel implements Command {

	@Parameter(required = false, persist = false)
	private String model;

	@Parameter(required = false, persist = false)
	private String name;

	@Parameter(required = false, persist = false)
	private String action;

	@Parameter(type = ItemIO.OUTPUT, description = "what was done, in a sentence")
	private String result;

	@Override
	public void run() {
		result = Triptych.installModel(TextInputs.of(this));
	}
}
