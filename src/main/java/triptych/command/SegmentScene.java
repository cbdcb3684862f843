package triptych.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import triptych.run.Commands;

/** Segment Scene... as a SciJava Command; see {@link RunInputs}. */
@Plugin(type = Command.class, visible = false, headless = true)
public final class SegmentScene extends RunInputs {

	@Parameter(required = false, persist = false)
	private String things;

	@Parameter(required = false, persist = false)
	private String stuff;

	@Parameter(required = false, persist = false)
	private String confidence;

	@Parameter(required = false, persist = false)
	private String share;

	@Parameter(required = false, persist = false)
	private String smallest;

	public SegmentScene() {
		super(Commands.SEGMENT_SCENE);
	}
}
