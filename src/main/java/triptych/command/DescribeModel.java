package triptych.command;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import ij.ImagePlus;
import triptych.workflow.Triptych;

/** Describe Model... as a SciJava Command: the form to fill in, as where there is no window. */
@Plugin(type = Command.class, visible = false, headless = true)
public final class DescribeModel implements Command {

	@Parameter(description = "an .onnx file that says nothing about itself")
	private String model;

	@Parameter(required = false, description = "an image on which the readings are tried")
	private ImagePlus image;

	@Parameter(type = ItemIO.OUTPUT, description = "what was understood, and the lines to fill in")
	private String form;

	@Override
	public void run() {
		form = image == null ? Triptych.describe(model) : Triptych.describe(model, image);
	}
}
