package triptych.command;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import triptych.workflow.Triptych;

/** Inspect Model... as a SciJava Command. */
@Plugin(type = Command.class, visible = false, headless = true)
public final class InspectModel implements Command {

	@Parameter(description = "a model's name, file or folder")
	private String model;

	@Parameter(type = ItemIO.OUTPUT, description = "what is known about the model")
	private String facts;

	@Override
	public void run() {
		facts = Triptych.inspect(model);
	}
}
