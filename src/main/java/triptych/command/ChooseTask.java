package triptych.command;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import triptych.advice.TaskAdvice;
import triptych.workflow.Triptych;

/**
 * Choose Task... as a SciJava Command: the keys as text, the advice as output. It needs no image
 * and shows nothing.
 */
@Plugin(type = Command.class, visible = false, headless = true)
public final class ChooseTask implements Command {

	@Parameter(required = false, persist = false)
	private String question;

	@Parameter(required = false, persist = false)
	private String language;

	@Parameter(required = false, persist = false)
	private String images;

	@Parameter(required = false, persist = false)
	private String objects;

	@Parameter(required = false, persist = false)
	private String crowded;

	@Parameter(required = false, persist = false)
	private String cooccur;

	@Parameter(required = false, persist = false)
	private String money;

	@Parameter(required = false, persist = false)
	private String hours;

	@Parameter(required = false, persist = false)
	private String prices;

	@Parameter(required = false, persist = false)
	private String fps;

	@Parameter(required = false, persist = false)
	private String gpu;

	@Parameter(required = false, persist = false)
	private String level;

	@Parameter(required = false, persist = false)
	private String several;

	@Parameter(required = false, persist = false)
	private String one;

	@Parameter(required = false, persist = false)
	private String individuals;

	@Parameter(required = false, persist = false)
	private String size;

	@Parameter(required = false, persist = false)
	private String background;

	@Parameter(required = false, persist = false)
	private String plan;

	@Parameter(type = ItemIO.OUTPUT, description = "task, reason, cost and the macro line to go on"
		+ " with")
	private TaskAdvice result;

	@Override
	public void run() {
		result = Triptych.chooseTask(TextInputs.of(this));
	}
}
