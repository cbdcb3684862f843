package triptych.command;

import ij.ImagePlus;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import triptych.core.Progress;
import triptych.teach.TeachResult;
import triptych.workflow.Triptych;

/** Teach Regions... as a SciJava Command: the keys as text; nothing is shown. */
@Plugin(type = Command.class, visible = false, headless = true)
public final class TeachRegions implements Command {

	@Parameter(required = false, persist = false, description = "the image; none for a data set")
	private ImagePlus image;

	@Parameter(required = false, persist = false)
	private String examples;

	@Parameter(required = false, persist = false)
	private String images;

	@Parameter(required = false, persist = false)
	private String name;

	@Parameter(required = false, persist = false)
	private String network;

	@Parameter(required = false, persist = false)
	private String goal;

	@Parameter(required = false, persist = false)
	private String save;

	@Parameter(required = false, persist = false)
	private String overwrite;

	@Parameter(type = ItemIO.OUTPUT, description = "where the model is, and how well it does")
	private TeachResult result;

	@Override
	public void run() {
		result = Triptych.teachRegions(image, TextInputs.of(this), Progress.NONE);
	}
}
